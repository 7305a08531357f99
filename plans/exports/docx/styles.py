"""The styles of the Word file: Word's own where it has one, the house's for the rest.

Word shows the names of its own styles in the reader's language; those of the house are Swedish.
"""

from functools import cache
from pathlib import Path

from docx.oxml.parser import parse_xml
from lxml.etree import _Element as Element

from finsam.federations.colour import Palette

HEADINGS = 6
"""How many levels of headings have a style of their own."""

LIST_STYLES = 5
"""How many levels of lists have a style of their own in Word."""


def styles(palette: Palette) -> Element:
    """All styles, in the colours of a federation."""
    return parse_xml(_sheet().replace("ACCENT", palette.text.lstrip("#")).encode())


def heading_style(level: int) -> str:
    """The style of a heading: a document's level 1 is its title, so level 2 is "Heading 1"."""
    return f"Heading{min(max(level - 1, 1), HEADINGS)}"


def list_style(kind: str, depth: int) -> str:
    """The style of a list's paragraphs: "ListBullet" at depth 0, then "ListBullet2" and on."""
    step = min(depth + 1, LIST_STYLES)
    return kind if step == 1 else f"{kind}{step}"


@cache
def _sheet() -> str:
    return Path(__file__).with_name("styles.xml").read_text(encoding="utf-8")
