"""A frozen version as a document again."""

from collections.abc import Mapping
from uuid import UUID

from plans.document.content import PlanContent, Status
from plans.document.document import Document, document_of
from plans.document.fileformat import parse
from plans.models import PlanVersion


def content_of_version(version: PlanVersion) -> PlanContent:
    """What the version says, through the upgraders of its format."""
    return parse(bytes(version.json)).content()


def label_within(version: PlanVersion, content: PlanContent) -> str:
    """What the version is called inside; empty for a decided one, which its decisions name."""
    return "" if content.status == Status.DECIDED else version.label


def document_of_version(
    version: PlanVersion, *, pictures: Mapping[UUID, str] | None = None
) -> Document:
    """The version as it is read."""
    content = content_of_version(version)
    return document_of(content, pictures=pictures, label=label_within(version, content))
