"""A plan pressed into bytes: the JSON and the PDF of one moment, and which moment it was."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from plans.document.content import PlanContent
from plans.document.document import Document, document_of
from plans.document.fileformat import plan_bytes
from plans.document.loading import load_content
from plans.exports.pdf import render_pdf
from plans.models import Plan

Made = Callable[[PlanContent], PlanContent]
Beside = Callable[[Document], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressed:
    """What will be kept. `source` is the checksum of the working copy that it was made from."""

    title: str
    json: bytes
    pdf: bytes
    source: str


def as_it_stands(content: PlanContent) -> PlanContent:
    return content


def nothing_beside(document: Document) -> None:
    pass


def press(
    plan: Plan, *, label: str = "", made: Made = as_it_stands, beside: Beside = nothing_beside
) -> Pressed:
    """Print the working copy as it stands, or what `made` makes of it. Takes seconds; no lock.

    `label` is what the version is called on its cover; empty leaves it to its decisions. `beside`
    is given the document that is printed, to print something else of it.
    """
    content = load_content(plan, with_picture_data=True)
    source = checksum(plan_bytes(content))
    return press_content(made(content), label=label, source=source, beside=beside)


def press_content(
    content: PlanContent, *, label: str = "", source: str = "", beside: Beside = nothing_beside
) -> Pressed:
    """Print a content that no rows hold."""
    document = document_of(content, label=label)
    pdf = render_pdf(document)
    beside(document)
    return Pressed(title=content.title, json=plan_bytes(content), pdf=pdf, source=source)


def is_still(pressed: Pressed, plan: Plan) -> bool:
    """Whether the working copy still is what was printed. Reads it anew."""
    return checksum(plan_bytes(load_content(plan, with_picture_data=True))) == pressed.source


def checksum(data: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal."""
    return sha256(data).hexdigest()
