"""The tables that somebody wrote in a text."""

import math
from collections.abc import Callable, Iterable, Iterator

from lxml.etree import _Element as Element
from lxml.html import HtmlElement

from plans.document.html.tables import NUMERIC
from plans.document.html.tree import INVISIBLE, text_of
from plans.exports.docx.elements import paragraph
from plans.exports.docx.inline import content, runs
from plans.exports.docx.pen import Pen
from plans.exports.docx.tables import MARGINS, Cell, Row, shared, table

Flow = Callable[[Pen, HtmlElement], Iterable[Element]]
"""Writes what a cell holds."""

LEAST, MOST = 4, 40
"""How many letters a column is reckoned for, at least and at most."""


def text_table(pen: Pen, element: HtmlElement, flow: Flow) -> Iterator[Element]:
    """A normalised table under its caption; one without a caption has an unseen name."""
    caption = element.find("caption")
    if caption.get("class") != INVISIBLE:
        yield paragraph("Caption", runs(pen.file, content(caption)))
    trs = element.findall("*/tr")
    widths = shared(pen.width, _weights(trs))
    yield table([_row(pen, tr, widths, flow) for tr in trs], widths, text_of(caption))


def _row(pen: Pen, tr: HtmlElement, widths: list[int], flow: Flow) -> Row:
    is_head = tr.getparent().tag == "thead"
    cells = []
    for cell, start, span in _placed(tr):
        room = sum(widths[start : start + span]) - MARGINS
        own = pen.in_cell(room, _style(is_head, cell.get("class") == NUMERIC))
        cells.append(Cell(blocks=tuple(flow(own, cell)), span=span))
    return Row(cells=tuple(cells), is_head=is_head)


def _placed(tr: HtmlElement) -> Iterator[tuple[HtmlElement, int, int]]:
    """Each cell with its first column and how many it has."""
    start = 0
    for cell in tr:
        span = int(cell.get("colspan", "1"))
        yield cell, start, span
        start += span


def _style(is_head: bool, is_number: bool) -> str:
    if is_head:
        return "TableHeadNumber" if is_number else "TableHead"
    return "TableNumber" if is_number else "TableText"


def _weights(trs: list[HtmlElement]) -> list[int]:
    """How much room each column needs: that of its most needing cell."""
    needs: dict[int, int] = {}
    for tr in trs:
        for cell, start, span in _placed(tr):
            own = _need(text_of(cell)) if span == 1 else LEAST
            for column in range(start, start + span):
                needs[column] = max(needs.get(column, LEAST), own)
    return [needs[column] for column in sorted(needs)]


def _need(text: str) -> int:
    """The longest word, or somewhat of a text that may be broken into lines."""
    longest = max(map(len, text.split()), default=0)
    return min(max(longest, round(math.pow(len(text), 0.7))) + 2, MOST)
