"""A scorecard as a table: a column for each perspective, a row for each kind of content."""

from collections.abc import Iterator, Sequence

from lxml.etree import _Element as Element

from goals.layout.pieces import GoalPiece, Paragraph
from plans.exports.docx.elements import mm, paragraph
from plans.exports.docx.pen import Pen
from plans.exports.docx.runs import BOLD, segments, words
from plans.exports.docx.sayings import label, said
from plans.exports.docx.tables import MARGINS, Cell, Row, cell, head, shared, table
from plans.exports.scorecards import Cell as SheetCell
from plans.exports.scorecards import ScorecardSheet

CAPTION = "Styrkort"
LABELS = mm(22)
"""How wide the column of the rows' names is."""


def scorecard(pen: Pen, sheet: ScorecardSheet) -> Iterator[Element]:
    """Vision and strategy, then the table."""
    yield from vision(pen, sheet.vision, sheet.strategy)
    columns = len(sheet.heads)
    widths = [LABELS, *shared(pen.width - LABELS, [1.0] * columns)]
    heads = head(["Del", *(name or "Mål" for name in sheet.heads)])
    rows = (Row(cells=(cell(row.label), *_cells(pen, row.cells, widths[1:]))) for row in sheet.rows)
    yield paragraph("Caption", words(CAPTION))
    yield table([heads, *rows], widths, CAPTION)


def vision(
    pen: Pen, vision: Sequence[Paragraph], strategy: Sequence[Paragraph]
) -> Iterator[Element]:
    """What stands above the table, each under its word."""
    for name, paragraphs in (("Vision", vision), ("Strategi", strategy)):
        if paragraphs:
            yield label(name)
            yield from said(pen, paragraphs)


def _cells(pen: Pen, cells: Sequence[SheetCell], widths: Sequence[int]) -> Iterator[Cell]:
    for one, width in zip(cells, widths, strict=True):
        inside = pen.in_cell(width - MARGINS)
        blocks = _goals(inside, one.goals) if one.goals else said(inside, one.paragraphs)
        yield Cell(blocks=tuple(blocks))


def _goals(pen: Pen, goals: Sequence[GoalPiece], depth: int = 0) -> Iterator[Element]:
    number = pen.begin(depth)
    for goal in goals:
        runs = words(goal.heading, BOLD)
        for one in goal.paragraphs:
            runs += [*words(" " if runs else ""), *segments(one)]
        yield pen.item(runs, number, depth)
        yield from _goals(pen, goal.goals, depth + 1)
