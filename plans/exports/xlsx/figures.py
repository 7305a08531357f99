"""The figures of the workbook: typed amounts as numbers, the rest as formulas."""

from openpyxl.cell import Cell

from budgets.layout import PlacedRow
from budgets.rows import Cell as Figure
from budgets.sheet import Sheet
from plans.exports.xlsx.book import Tab
from plans.exports.xlsx.formulas import Formulas
from plans.exports.xlsx.looks import Looks
from plans.exports.xlsx.numbers import Number, in_unit, number_format
from plans.exports.xlsx.text import remark, write_text

UNREAD = "Det som står här är inget belopp och räknas inte med i summorna."


class FigureWriter:
    """Writes the figures of one workbook, cell by cell."""

    def __init__(self, sheet: Sheet, formulas: Formulas, looks: Looks) -> None:
        self.sheet = sheet
        self.formulas = formulas
        self.looks = looks
        self.lines = {str(line.key): line for _, line in sheet.walk() if not line.is_group}

    def write(
        self, cell: Cell, tab: Tab, row: PlacedRow, column: str, figure: Figure
    ) -> Number | str | None:
        """Fills a cell. Gives the result of its formula, None where it has none."""
        shown = self._shown(row, column, figure)
        formula = self.formulas.formula(tab, row, column)
        if formula:
            cell.value = f"={formula}"
        elif isinstance(shown, str) and shown:
            write_text(cell, shown)
        elif shown != "":
            cell.value = shown
        self._look(cell, row, figure)
        self._remark(cell, tab, figure, is_unread=isinstance(shown, str) and shown != "")
        return shown if formula else None

    def _shown(self, row: PlacedRow, column: str, figure: Figure) -> Number | str:
        """A number in the budget's unit, what was typed that is none, or "" of an empty cell."""
        if figure.amount is not None:
            return in_unit(figure.amount, self.sheet.unit)
        line = self.lines.get(row.key)
        return line.unread.get(column, "") if line else ""

    def _look(self, cell: Cell, row: PlacedRow, figure: Figure) -> None:
        is_negated = self.sheet.negates(row.side)
        plus = "+" if is_negated else ""
        looks = number_format(self.sheet.unit, plus=plus, marks=figure.marks)
        self.looks.figure(cell, row.kind, looks)

    def _remark(self, cell: Cell, tab: Tab, figure: Figure, *, is_unread: bool) -> None:
        """A comment on what is no amount; and notes on an empty cell, which cannot be marked."""
        notes = [note.text for note in tab.table.notes if note.number in figure.marks]
        said = [UNREAD] if is_unread else notes if figure.is_empty else []
        if said:
            remark(cell, " ".join(said))
