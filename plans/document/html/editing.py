"""Stored text as the editor shows it: pictures with their addresses, figures with their words."""

from collections.abc import Mapping
from uuid import UUID

from plans.document.html.figures import Figures
from plans.document.html.tree import parsed, written


def has_references(html: str) -> bool:
    """Whether the text has a picture or a figure of the plan."""
    return "data-picture" in html or "data-figure" in html


def editable(html: str, *, pictures: Mapping[UUID, str], figures: Figures) -> str:
    """The text with what its references stand for; the sanitiser takes that away again.

    `pictures` gives a picture's address, `figures` a figure as printed. What is unknown stays as
    a reference that says so.
    """
    if not has_references(html):
        return html
    root = parsed(html)
    for img in root.iterfind(".//img[@data-picture]"):
        img.set("src", pictures.get(UUID(img.get("data-picture")), ""))
    for span in root.iterfind(".//span[@data-figure]"):
        span.text = figures(span.get("data-figure", "")) or "[siffra saknas]"
    return written(root)
