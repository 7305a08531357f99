"""What is said of a goal: one paragraph as it stands, several as a list."""

from collections.abc import Iterator, Sequence

from lxml.etree import _Element as Element

from goals.layout.pieces import Paragraph, Part
from plans.exports.docx.elements import paragraph
from plans.exports.docx.pen import Pen
from plans.exports.docx.runs import PLAIN, Marks, segments, words


def said(pen: Pen, paragraphs: Sequence[Paragraph], marks: Marks = PLAIN) -> Iterator[Element]:
    """The paragraphs in the place's own style."""
    if len(paragraphs) == 1:
        yield pen.paragraph(segments(paragraphs[0], marks))
    else:
        yield from bullets(pen, paragraphs, marks=marks)


def bullets(
    pen: Pen, paragraphs: Sequence[Paragraph], depth: int = 0, marks: Marks = PLAIN
) -> Iterator[Element]:
    """The paragraphs as items of a list."""
    number = pen.begin(depth)
    for one in paragraphs:
        yield pen.item(segments(one, marks), number, depth)


def labelled(pen: Pen, part: Part) -> Iterator[Element]:
    """A part under its word."""
    yield label(part.label)
    yield from said(pen, part.paragraphs)


def label(word: str) -> Element:
    """The word above what it names."""
    return paragraph("GoalPart", words(word))
