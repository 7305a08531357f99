"""Runs: pieces of text that look alike."""

from collections.abc import Iterable
from typing import NamedTuple

from lxml.etree import _Element as Element

from goals.layout.pieces import Paragraph
from plans.exports.docx.elements import text_element, w


class Marks(NamedTuple):
    """How a run looks. `style` is the id of a character style."""

    bold: bool = False
    italic: bool = False
    superscript: bool = False
    style: str = ""


PLAIN = Marks()
BOLD = Marks(bold=True)
NUMBER = Marks(style="SectionNumber")


def run(content: Element, marks: Marks = PLAIN) -> Element:
    """A run around a text, a line break or a mark."""
    properties = []
    if marks.style:
        properties.append(w("rStyle", val=marks.style))
    if marks.bold:
        properties.append(w("b"))
    if marks.italic:
        properties.append(w("i"))
    if marks.superscript:
        properties.append(w("vertAlign", val="superscript"))
    return w("r", *([w("rPr", *properties)] if properties else []), content)


def words(text: str, marks: Marks = PLAIN) -> list[Element]:
    """The text as a run; none where there is no text."""
    return [run(text_element(text), marks)] if text else []


def numbered(number: str, text: str, marks: Marks = PLAIN) -> list[Element]:
    """A text after its number, if it has one."""
    return [*words(number and f"{number} ", NUMBER._replace(bold=marks.bold)), *words(text, marks)]


def segments(paragraph: Paragraph, marks: Marks = PLAIN) -> list[Element]:
    """A goal map's paragraph, the number that is aimed at in bold."""
    return [
        piece
        for segment in paragraph.segments
        for piece in words(segment.text, marks._replace(bold=marks.bold or segment.is_number))
    ]


def together(paragraphs: Iterable[Paragraph], marks: Marks = PLAIN) -> list[Element]:
    """Several paragraphs in one, a space between them."""
    runs: list[Element] = []
    for paragraph in paragraphs:
        runs += [*words(" " if runs else ""), *segments(paragraph, marks)]
    return runs
