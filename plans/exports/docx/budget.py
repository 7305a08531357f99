"""The budget as a table, its notes below.

Its picture is left out: the sentence that the picture shows stands for it.
"""

from collections.abc import Iterable, Iterator

from lxml.etree import _Element as Element

from budgets.layout import RowKind
from budgets.rows import Cell as Figure
from budgets.rows import Row as BudgetRow
from budgets.table import BudgetTable
from plans.document.blocks.views import BudgetView
from plans.exports.docx.elements import mm, paragraph
from plans.exports.docx.notices import NO_BUDGET, notice
from plans.exports.docx.pen import Pen
from plans.exports.docx.runs import BOLD, PLAIN, Marks, words
from plans.exports.docx.tables import Cell, Row, cell, head, kept_whole, table

STRONG = (RowKind.GROUP, RowKind.HEADING, RowKind.SUM, RowKind.COMPUTED)
RULES = {RowKind.SUM: "thin", RowKind.COMPUTED: "thick"}
STEP = 200
"""How far a level of lines is indented, in twips."""

FIGURE, LABEL = mm(24), mm(50)
"""How wide a column of figures is at most, and the labels' own at least."""

WHOLE_GROUP = 10
"""The most rows of a group that is kept on one page."""


def budget(pen: Pen, view: BudgetView, *, is_whole: bool) -> Iterator[Element]:
    """The budget; `is_whole` where it stands on one page with its heading."""
    if view.table is None:
        yield notice(NO_BUDGET)
        return
    title = view.table.title or "Budget"
    unit = words(f" {view.table.unit}", Marks(style="CaptionUnit"))
    yield paragraph("Caption", [*words(title), *unit])
    rows = [_head(view.table), *_rows(view.table)]
    shown = list(kept_whole(rows)) if is_whole else rows
    yield table(shown, _widths(pen.width, len(view.table.heads)), title)
    yield from _notes(view.table)
    if view.chart:
        yield paragraph("TableNote", words(view.chart.sentence))


def _head(shown: BudgetTable) -> Row:
    return head(["Post", *(one.text for one in shown.heads)], numbers_from=1)


def _rows(shown: BudgetTable) -> Iterator[Row]:
    for group in shown.groups:
        rows = [_row(row, shown.width) for row in group]
        yield from kept_whole(rows) if len(rows) <= WHOLE_GROUP else rows


def _row(row: BudgetRow, width: int) -> Row:
    marks = BOLD if row.kind in STRONG else PLAIN
    label = cell(row.label or "–", marks=marks, indent=STEP * row.level)
    is_result = row.side is None
    figures = tuple(_figure(one, marks, is_result=is_result) for one in row.cells)
    label = label if figures else Cell(blocks=label.blocks, span=width)
    is_opening = row.kind in (RowKind.GROUP, RowKind.HEADING)
    return Row(cells=(label, *figures), keeps=is_opening, rule=RULES.get(row.kind, ""))


def _figure(figure: Figure, marks: Marks, *, is_result: bool) -> Cell:
    is_red = figure.is_negative and is_result
    looks = marks._replace(style="NegativeAmount") if is_red else marks
    return Cell(
        blocks=(paragraph("TableNumber", [*words(figure.text, looks), *_marks(figure.marks)]),)
    )


def _marks(numbers: Iterable[int]) -> list[Element]:
    return words(" ".join(map(str, numbers)), Marks(superscript=True))


def _notes(shown: BudgetTable) -> Iterator[Element]:
    for note in shown.notes:
        number = [] if note.number is None else [*_marks([note.number]), *words(" ")]
        yield paragraph("TableNote", [*number, *words(note.text)])


def _widths(width: int, columns: int) -> list[int]:
    figure = min(FIGURE, (width - LABEL) // max(columns, 1))
    return [width - columns * figure, *[figure] * columns]
