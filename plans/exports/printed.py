"""The page that is printed: a document as one HTML text with its print's colours."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.template.loader import render_to_string

from finsam.federations.colour import accent_palette
from plans.document.document import Document
from plans.document.outline import headings
from plans.exports.characters import covered, printable
from plans.exports.frontpage import front_page
from plans.exports.leaves import leaves
from plans.exports.longwords import broken
from plans.exports.stylesheets import static_folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A page to print, and the heading at each of its internal addresses."""

    html: str
    headings: Mapping[str, str]


def printed(document: Document) -> Printed:
    """The document as the page that becomes a PDF.

    It holds no character that its fonts lack and no word that is too long to be printed.
    """
    known = covered(static_folder() / "fonts" / "pdf")
    return Printed(
        html=broken(printable(page(document), known)),
        headings={
            heading.anchor: f"{heading.number} {heading.section.heading}".strip()
            for heading in headings(document.content)
        },
    )


def page(document: Document, *, styles: str = "") -> str:
    """The document as one page of HTML; `styles` is a style sheet that stands in it."""
    federation = document.content.federation
    palette = accent_palette(federation.accent)
    context = {
        "document": document,
        "federation": federation,
        "front": front_page(document.cover, palette),
        "palette": palette,
        "leaves": leaves(document),
        "dates": sorted(decision.decided_on.isoformat() for decision in document.content.decisions),
        "styles": styles,
    }
    return render_to_string("pdf/plan.html", context)
