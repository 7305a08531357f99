"""The tabs' cells: title, unit, heads, rows with their figures, and the notes below them."""

from typing import cast

from openpyxl.cell import Cell
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from budgets.layout import PlacedRow, RowKind
from budgets.notes import Note
from budgets.rows import Row
from plans.exports.xlsx.book import Tab
from plans.exports.xlsx.figures import FigureWriter
from plans.exports.xlsx.grid import FIRST, HEAD, LABELS, TITLE, UNIT
from plans.exports.xlsx.looks import RED, Looks
from plans.exports.xlsx.numbers import Number
from plans.exports.xlsx.page import LINE, TITLE_LINE, height, widths
from plans.exports.xlsx.text import write_text

SPARE = "Budget"
NO_LABEL = "–"
CORNER = "Post"

RED_BELOW_0 = CellIsRule("lessThanOrEqual", ["-0.5"], font=Font(color=RED))  # type: ignore[no-untyped-call]
"""What rounds to 0 in thousands is not red."""


class TabWriter:
    """Writes one tab on its worksheet. `results` is what its formulas come to, by cell."""

    def __init__(self, worksheet: Worksheet, tab: Tab, figures: FigureWriter, looks: Looks) -> None:
        self.worksheet = worksheet
        self.tab = tab
        self.figures = figures
        self.looks = looks
        self.results: dict[str, Number | str] = {}

    def write(self) -> None:
        """Fills the tab."""
        shown = self.tab.table
        self.looks.title(self._wide(TITLE, shown.title or SPARE, TITLE_LINE))
        self.looks.unit(self._text(UNIT, LABELS, shown.unit))
        self._heads()
        for number, row in enumerate(zip(self.tab.placed, shown.rows, strict=True), FIRST):
            self._row(number, *row)
        for number, note in enumerate(shown.notes, FIRST + len(shown.rows) + 1):
            self.looks.note(self._wide(number, _said(note), LINE))

    def _heads(self) -> None:
        self.looks.head(self._text(HEAD, LABELS, CORNER), is_number=False)
        for at, head in enumerate(self.tab.table.heads, LABELS + 1):
            self.looks.head(self._text(HEAD, at, head.text), is_number=True)

    def _row(self, number: int, placed: PlacedRow, row: Row) -> None:
        label = self._text(number, LABELS, row.label or NO_LABEL)
        self.looks.label(label, row.kind, row.level)
        cells = [self._cell(number, LABELS + at) for at in range(1, self.tab.table.width)]
        if row.kind is RowKind.HEADING:
            for cell in cells:
                self.looks.blank(cell, row.kind)
            return
        for cell, column, figure in zip(cells, self.tab.grid.columns, row.cells, strict=True):
            result = self.figures.write(cell, self.tab, placed, column, figure)
            if result is not None:
                self.results[cell.coordinate] = result
        if row.side is None:
            self._redden(cells)

    def _redden(self, cells: list[Cell]) -> None:
        """Lets results and equity show in red below 0."""
        if cells:
            area = f"{cells[0].coordinate}:{cells[-1].coordinate}"
            self.worksheet.conditional_formatting.add(area, RED_BELOW_0)

    def _wide(self, number: int, text: str, line: int) -> Cell:
        """A text over the whole width, on as many lines as it takes."""
        table = self.tab.table
        self.worksheet.merge_cells(None, number, LABELS, number, table.width)
        self.worksheet.row_dimensions[number].height = height(text, sum(widths(table)), line)
        return self._text(number, LABELS, text)

    def _text(self, number: int, column: int, text: str) -> Cell:
        cell = self._cell(number, column)
        write_text(cell, text)
        return cell

    def _cell(self, number: int, column: int) -> Cell:
        return cast(Cell, self.worksheet.cell(number, column))


def _said(note: Note) -> str:
    return note.text if note.number is None else f"{note.number} {note.text}"
