"""What is reckoned in each cell of the workbook, and from which other cells.

A sum is made of cells of its own tab where all its parts are there, otherwise the cell is that
of the tab with the complete budget. No cell rests on itself: typed amounts stand on the home tab,
the complete one takes them from there, and the rest takes from the two.
"""

from collections.abc import Iterator

from budgets.arithmetic import Figures
from budgets.equity import OpeningKind
from budgets.layout import PlacedRow, RowKind
from budgets.sheet import TOTAL, ComputedRow, CostSign, Sheet, Side
from plans.exports.xlsx.book import Book, Tab
from plans.exports.xlsx.functions import balance, or_empty, sum_or_empty, sums

OPENING, CLOSING = ComputedRow.OPENING_EQUITY, ComputedRow.CLOSING_EQUITY
BALANCES = (OPENING, ComputedRow.AVAILABLE_FUNDS, CLOSING)
"""Rows that rest on how the column opens, and have no total."""

NOTHING = "0"
"""The sum of no lines."""


class Formulas:
    """The formulas of one workbook."""

    def __init__(self, sheet: Sheet, figures: Figures, book: Book) -> None:
        self.book = book
        self.openings = figures.openings
        self.columns = [column.name for column in sheet.columns]
        self.is_group = {str(line.key): line.is_group for _, line in sheet.walk()}
        self.is_negative = sheet.cost_sign is CostSign.NEGATIVE

    def formula(self, tab: Tab, row: PlacedRow, column: str) -> str:
        """A cell's formula without its "="; "" where the cell is typed or stays empty."""
        if row.kind is RowKind.HEADING:
            return ""
        if column == TOTAL:
            return self._across(tab, row)
        if self.is_group.get(row.key) is False:
            return self._typed(tab, row, column)
        if row.key == OPENING:
            return self._opening(tab, column)
        return self._down(tab, row, column)

    def _across(self, tab: Tab, row: PlacedRow) -> str:
        if row.key in BALANCES:
            return ""
        if not all(column in tab.grid.columns for column in self.columns):
            return self.book.full.grid.far(row.key, TOTAL)
        cells = [tab.grid.across(row.key, self.columns)] if self.columns else []
        if row.kind is not RowKind.COMPUTED:
            return sum_or_empty(cells) if cells else ""
        return balance(sums(cells), ()) or NOTHING

    def _typed(self, tab: Tab, row: PlacedRow, column: str) -> str:
        home = self.book.home
        return "" if tab is home else or_empty(home.grid.far(row.key, column))

    def _opening(self, tab: Tab, column: str) -> str:
        """The closing that the column continues, or where the opening is typed."""
        full, opening = self.book.full.grid, self.openings[column]
        if opening.kind is not OpeningKind.TYPED and opening.column:
            if tab.grid.holds(CLOSING, opening.column):
                return tab.grid.cell(CLOSING, opening.column)
            return full.far(OPENING, column)
        home = self.book.home.grid
        typed = home if home.holds(OPENING, column) else full
        return "" if tab.grid is typed else or_empty(typed.far(OPENING, column))

    def _down(self, tab: Tab, row: PlacedRow, column: str) -> str:
        keys = [key for _, key in row.parts]
        if not keys:
            is_full = tab is self.book.full
            return NOTHING if is_full else self.book.full.grid.far(row.key, column)
        if row.kind is not RowKind.COMPUTED:
            return sum_or_empty(tab.grid.down(keys, column))
        reckoned = self._balance(tab, row, column)
        is_balance = row.key in BALANCES
        return or_empty(tab.grid.cell(OPENING, column), reckoned) if is_balance else reckoned

    def _balance(self, tab: Tab, row: PlacedRow, column: str) -> str:
        own = self._flip(tab, row.key)
        signs = {key: sign * own * self._flip(tab, key) for sign, key in row.parts}
        plus = [key for key, sign in signs.items() if sign > 0]
        minus = [key for key, sign in signs.items() if sign < 0]
        return balance(self._terms(tab, plus, column), self._terms(tab, minus, column))

    def _terms(self, tab: Tab, keys: list[str], column: str) -> Iterator[str]:
        """Computed rows one by one, as they always have a number, and the sum of the lines."""
        yield from (tab.grid.cell(key, column) for key in keys if key not in self.is_group)
        yield from sums(tab.grid.down((key for key in keys if key in self.is_group), column))

    def _flip(self, tab: Tab, key: str) -> int:
        """-1 for a row of costs that the workbook shows with a minus."""
        return -1 if self.is_negative and tab.sides[key] is Side.COST else 1
