"""Where the rows and columns of a budget stand on a tab, and what their cells are called."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from openpyxl.utils import get_column_letter, quote_sheetname

from budgets.layout import PlacedRow, RowKind

TITLE, UNIT, HEAD, FIRST = 1, 2, 4, 5
"""The rows of the title, the unit and the heads, and the first of the budget."""

LABELS = 1
"""The column of the labels; the figures' own follow it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The cells of a tab. `rows` holds the number of each row with figures, by its key."""

    name: str
    columns: tuple[str, ...]
    rows: Mapping[str, int]

    def holds(self, row: str, column: str) -> bool:
        return row in self.rows and column in self.columns

    def letter(self, column: str) -> str:
        """A column's letter. Raises ValueError where the tab does not show it."""
        return get_column_letter(LABELS + 1 + self.columns.index(column))

    def cell(self, row: str, column: str) -> str:
        """A cell as its own tab calls it: "B7"."""
        return f"{self.letter(column)}{self.rows[row]}"

    def far(self, row: str, column: str) -> str:
        """A cell as another tab calls it: "'Budget'!B7"."""
        return f"{quote_sheetname(self.name)}!{self.cell(row, column)}"

    def down(self, rows: Iterable[str], column: str) -> list[str]:
        """The cells of some rows in one column, neighbours as one range: "B5:B9", "B12"."""
        numbers = [self.rows[row] for row in rows]
        starts = [0, *(at for at, (a, b) in enumerate(pairwise(numbers), 1) if b != a + 1)]
        letter = self.letter(column)
        return [
            _range(f"{letter}{numbers[start]}", f"{letter}{numbers[end - 1]}")
            for start, end in pairwise([*starts, len(numbers)])
            if start < end
        ]

    def across(self, row: str, columns: Iterable[str]) -> str:
        """The cells of a row from the first of some columns to the last: "B7:E7"."""
        cells = [self.cell(row, column) for column in columns]
        return _range(cells[0], cells[-1])


def grid_of(name: str, columns: tuple[str, ...], placed: Iterable[PlacedRow]) -> Grid:
    """The grid of a tab that shows those columns, and those rows from its first."""
    rows = {
        row.key: number for number, row in enumerate(placed, FIRST) if row.kind != RowKind.HEADING
    }
    return Grid(name=name, columns=columns, rows=rows)


def _range(first: str, last: str) -> str:
    return first if first == last else f"{first}:{last}"
