"""The first page: whose plan it is, what it is called and which version it is."""

from collections.abc import Iterator

from lxml.etree import _Element as Element

from plans.document.cover import Cover
from plans.exports.docx.elements import mm, paragraph, w
from plans.exports.docx.pen import Pen
from plans.exports.docx.pictures import picture
from plans.exports.docx.runs import BOLD, run, words

LARGEST, SMALLEST = 32, 16
"""The title's usual size, which is that of its style, and its smallest, in points."""

LETTERS = 700
"""How many letters of one point the measure has room for."""

LOGO = (mm(70), mm(22))
"""The most room that a logo takes."""


def cover(pen: Pen, cover: Cover) -> Iterator[Element]:
    """The cover's paragraphs; the members stand below the decisions."""
    if cover.logo:
        source = f"data:{cover.logo.media_type};base64,{cover.logo.data}"
        alt = f"Logotyp för {cover.federation}"
        yield paragraph("Figure", picture(pen.file, source, alt, *LOGO))
    yield paragraph("CoverFederation", words(cover.federation))
    yield paragraph("Title", _sized(words(cover.title), _size(cover.title)))
    if cover.subtitle:
        yield paragraph("Subtitle", words(cover.subtitle))
    for line in cover.decisions:
        yield paragraph("CoverDecision", words(line))
    for index, party in enumerate(cover.parties):
        names = words(", ".join(party.names))
        style = "CoverParties" if index else "CoverFirstParties"
        yield paragraph(style, [*words(party.heading, BOLD), run(w("br")), *names])


def _size(title: str) -> int:
    longest = max(map(len, title.split()), default=1)
    return min(LARGEST, max(SMALLEST, LETTERS // longest))


def _sized(runs: list[Element], points: int) -> list[Element]:
    """A long title in a smaller size, so that no word of it is broken."""
    if points < LARGEST:
        for one in runs:
            one.insert(0, w("rPr", w("sz", val=2 * points), w("szCs", val=2 * points)))
    return runs
