"""Underlag till styrelsen as one PDF: the missiv, and then the whole plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from finsam.federations.colour import accent_palette
from plans.document.checks import Finding
from plans.document.comparing.news import News
from plans.document.comparing.words import ARROW
from plans.document.document import Document
from plans.document.outline import headings
from plans.exports.characters import covered, printable
from plans.exports.frontpage import front_page
from plans.exports.leaves import leaves
from plans.exports.longwords import broken
from plans.exports.pdf import write
from plans.exports.printed import Printed
from plans.exports.stylesheets import static_file, static_folder

SHEET = "css/pdf-papers.css"


@dataclass(frozen=True, slots=True, kw_only=True)
class Missiv:
    """What stands before the plan. `proposals` are the att-satser without their "att".

    `sent_on` is None while it is looked at before the sending. `samrad` are sentences, none where
    it has not been held. `news` is None where there is nothing to measure against; `base` says
    against what. `turned_off` are checks with the line about each.
    """

    number: int
    sent_on: date | None
    meeting_on: date | None
    registry_number: str
    matter: str
    background: str
    proposals: tuple[str, ...]
    samrad: tuple[str, ...]
    news: News | None
    base: str
    findings: Sequence[Finding]
    turned_off: Sequence[tuple[str, str]]

    @property
    def title(self) -> str:
        return f"Underlag till styrelsen {self.number}"

    @property
    def label(self) -> str:
        """What stands in its foot."""
        return f"Skickat {self.sent_on}" if self.sent_on else "Förhandsgranskning, inte skickat"


def papers_pdf(missiv: Missiv, document: Document) -> bytes:
    """The papers' PDF, tagged as the plan's own. The same papers give the same bytes."""
    return write(papers_page(missiv, document))


def papers_page(missiv: Missiv, document: Document) -> Printed:
    """The page that is printed, with the heading at each of its internal addresses."""
    known = covered(static_folder() / "fonts" / "pdf")
    federation = document.content.federation
    palette = accent_palette(federation.accent)
    context = {
        "missiv": missiv,
        "news": missiv.news,
        "document": document,
        "federation": federation,
        "front": front_page(document.cover, palette),
        "palette": palette,
        "leaves": leaves(document),
        "styles": _styles(),
        "within": True,
        "paper": True,
    }
    # The fonts of print have no arrows.
    html = render_to_string("pdf/papers.html", context).replace(ARROW, "\u00a0till ")
    return Printed(
        html=broken(printable(html, known)),
        headings={
            heading.anchor: f"{heading.number} {heading.section.heading}".strip()
            for heading in headings(document.content)
        },
    )


def _styles() -> SafeString:
    """Our own file only; nothing of a plan's stands in it."""
    return mark_safe(static_file(SHEET).read_text())  # noqa: S308
