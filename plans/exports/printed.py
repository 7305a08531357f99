"""The page that is printed: a document as one HTML text with its print's colours."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.template.loader import render_to_string

from finsam.federations.colour import accent_palette
from plans.document.document import Document
from plans.exports.characters import covered, printable
from plans.exports.frontpage import front_page
from plans.exports.leaves import Leaf, leaves
from plans.exports.stylesheets import static_folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A page to print, and the heading at each of its internal addresses."""

    html: str
    headings: Mapping[str, str]


def printed(document: Document, *, styles: str = "") -> Printed:
    """The document as one page of HTML; `styles` is a style sheet that stands in it."""
    on_paper = leaves(document)
    content = document.content
    palette = accent_palette(content.federation.accent)
    context = {
        "document": document,
        "federation": content.federation,
        "front": front_page(document.cover, palette),
        "palette": palette,
        "leaves": on_paper,
        "dates": [decision.decided_on.isoformat() for decision in content.decisions],
        "styles": styles,
    }
    html = render_to_string("pdf/plan.html", context)
    return Printed(
        html=printable(html, covered(static_folder() / "fonts" / "pdf")),
        headings=dict(map(_heading, (leaf for top in on_paper for leaf in top.walk()))),
    )


def _heading(leaf: Leaf) -> tuple[str, str]:
    section = leaf.section
    return section.anchor, f"{section.number} {section.heading}".strip()
