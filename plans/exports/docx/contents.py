"""The list of contents: a field that Word updates, filled in so that it is read before that.

Word lists every heading of the first two levels, so it is filled in with the same. The page
numbers come when it is updated: nobody knows them before Word has laid the pages out.
"""

from collections.abc import Sequence
from typing import NamedTuple

from lxml.etree import _Element as Element

from plans.exports.docx.elements import paragraph, w
from plans.exports.docx.fields import begun, ended
from plans.exports.docx.runs import words

LEVELS = 2
INSTRUCTION = f'TOC \\o "1-{LEVELS}" \\h \\z'


class Entry(NamedTuple):
    """A heading in the contents: its level there (1 or 2), its words and its bookmark."""

    level: int
    text: str
    bookmark: str


def contents(entries: Sequence[Entry]) -> list[Element]:
    """The heading and the list, as Word makes them itself; nothing where there is no heading."""
    if not entries:
        return []
    lines = [_line(entry) for entry in entries]
    first, last = lines[0], lines[-1]
    first[1:1] = begun(INSTRUCTION)
    last.append(ended())
    properties = w(
        "sdtPr",
        w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique")),
    )
    heading = paragraph("TOCHeading", words("Innehåll"))
    return [w("sdt", properties, w("sdtContent", heading, *lines))]


def _line(entry: Entry) -> Element:
    link = w("hyperlink", *words(entry.text), anchor=entry.bookmark, history=1)
    return paragraph(f"TOC{entry.level}", [link])
