"""Pieces to split, written shortly."""

from plans.document.html.inline import Inline, Marks
from plans.document.html.pieces import Heading, Item, Paragraph


def line(text: str, *, bold: bool = False) -> Inline:
    inline = Inline()
    inline.add_text(text, Marks(strong=bold))
    return inline


def h(level: int, text: str) -> Heading:
    return Heading(level, line(text))


def p(text: str, *, bold: bool = False, size: float = 0) -> Paragraph:
    return Paragraph(line(text, bold=bold), size)


def numbered(text: str, depth: int = 0, *, bold: bool = False) -> Item:
    return Item(depth, is_numbered=True, paragraphs=(line(text, bold=bold),), series="1")
