"""The goal map as a table for each perspective, a row for each goal."""

from collections.abc import Iterator

from lxml.etree import _Element as Element

from goals.layout.pieces import GoalPiece
from goals.layout.table import GoalTable, RowGroup
from goals.layout.table import Row as GoalRow
from plans.exports.docx.elements import paragraph
from plans.exports.docx.pen import Pen
from plans.exports.docx.runs import BOLD, PLAIN, numbered, segments, words
from plans.exports.docx.sayings import bullets, said
from plans.exports.docx.tables import MARGINS, Cell, Row, head, shared, table

WEIGHTS = (27.0, 30.0, 29.0, 14.0)
"""The columns' parts of the width: the goal, what is done, what is measured, who answers."""

INDENT = 140
"""How far a child goal is indented, in twips."""

EMPTY = "–"


def goal_table(pen: Pen, shown: GoalTable) -> Iterator[Element]:
    """A captioned table for each perspective that has goals."""
    for group in shown.groups:
        if group.rows:
            caption = group.name or "Mål"
            yield paragraph("Caption", words(caption))
            yield _table(pen, shown.columns, group, caption)


def _table(pen: Pen, columns: tuple[str, ...], group: RowGroup, caption: str) -> Element:
    widths = shared(pen.width, WEIGHTS[: len(columns)])
    rows = (_row(pen, row, widths) for row in group.rows)
    return table([head(columns), *rows], widths, caption)


def _row(pen: Pen, row: GoalRow, widths: list[int]) -> Row:
    others = (
        Cell(blocks=tuple(said(pen.in_cell(width - MARGINS), part.paragraphs)))
        for part, width in zip(row.cells, widths[1:], strict=True)
    )
    first = pen.in_cell(widths[0] - MARGINS)
    return Row(cells=(Cell(blocks=tuple(_goal(first, row.goal, row.is_child))), *others))


def _goal(pen: Pen, goal: GoalPiece, is_child: bool) -> Iterator[Element]:
    """Number, heading and the only paragraph in one line; several paragraphs as a list below."""
    marks = PLAIN if is_child else BOLD
    alone = goal.paragraphs if len(goal.paragraphs) == 1 else ()
    runs = numbered(goal.number, goal.heading, BOLD)
    for one in alone:
        runs += [*words(" " if goal.heading else ""), *segments(one, marks)]
    if not goal.heading and not goal.paragraphs:
        runs += words(EMPTY)
    yield pen.paragraph(runs, indent=INDENT if is_child else 0)
    if not alone:
        yield from bullets(pen, goal.paragraphs, marks=marks)
