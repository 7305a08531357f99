"""Tables: heads that every page repeats, rows that are never torn, a name for who cannot see it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docx.oxml.ns import qn
from lxml.etree import _Element as Element

from plans.exports.docx.elements import kept_with_next, paragraph, w
from plans.exports.docx.runs import PLAIN, Marks, words
from plans.exports.plaintext import plain

RULES = {
    "": (),
    "thin": (("top", 4, "76837F"),),
    "thick": (("top", 12, "15201F"),),
}
"""The line above a row: side, thickness in eighths of a point, colour."""

MARGINS = 114
"""What a cell leaves empty at its sides, in twips."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What stands in a cell: paragraphs, of which there is always one. `span` is in columns."""

    blocks: tuple[Element, ...]
    span: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row; one that `keeps` stands on the page of the next. `rule` is one of RULES."""

    cells: tuple[Cell, ...]
    is_head: bool = False
    keeps: bool = False
    rule: str = ""


def table(rows: Sequence[Row], widths: Sequence[int], title: str) -> Element:
    """A table with columns of those widths in twips; `title` is its alternative text."""
    properties = w(
        "tblPr",
        w("tblStyle", val="PlanTable"),
        w("tblW", w=sum(widths), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0620", firstRow=1, lastRow=0, firstColumn=0, noHBand=1, noVBand=1),
        w("tblCaption", val=plain(title)),
    )
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    return w("tbl", properties, grid, *(_row(row, widths) for row in rows))


def cell(text: str, style: str = "TableText", marks: Marks = PLAIN, *, indent: int = 0) -> Cell:
    """A cell with one line of text."""
    return Cell(blocks=(paragraph(style, words(text, marks), indent=indent),))


def head(names: Sequence[str], numbers_from: int | None = None) -> Row:
    """The row of heads; from that column on they stand over figures."""
    first = len(names) if numbers_from is None else numbers_from
    styles = ("TableHeadNumber" if index >= first else "TableHead" for index in range(len(names)))
    return Row(cells=tuple(map(cell, names, styles)), is_head=True)


def kept_whole(rows: Sequence[Row]) -> Iterator[Row]:
    """The same rows, each but the last on the page of the next."""
    for index, row in enumerate(rows, start=1):
        is_kept = row.keeps or index < len(rows)
        yield Row(cells=row.cells, is_head=row.is_head, rule=row.rule, keeps=is_kept)


def shared(width: int, weights: Sequence[float]) -> list[int]:
    """A width divided by weights, in whole twips that add up."""
    parts = [int(width * weight / sum(weights)) for weight in weights]
    parts[-1] += width - sum(parts)
    return parts


def _row(row: Row, widths: Sequence[int]) -> Element:
    element = w("tr", w("trPr", w("cantSplit"), *([w("tblHeader")] if row.is_head else [])))
    start = 0
    for one in row.cells:
        width = sum(widths[start : start + one.span])
        element.append(_cell(one, width, row.rule))
        start += one.span
    if row.keeps or row.is_head:
        for block in element.iter(qn("w:p")):
            kept_with_next(block)
    return element


def _cell(one: Cell, width: int, rule: str) -> Element:
    properties = w("tcPr", w("tcW", w=width, type="dxa"))
    if one.span > 1:
        properties.append(w("gridSpan", val=one.span))
    if RULES[rule]:
        lines = (
            w(side, val="single", sz=size, space=0, color=colour)
            for side, size, colour in RULES[rule]
        )
        properties.append(w("tcBorders", *lines))
    return w("tc", properties, *(one.blocks or (paragraph("TableText", ()),)))
