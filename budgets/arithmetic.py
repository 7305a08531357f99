"""Every figure of a budget that is computed: groups, totals, results and equity, in whole kr.

An empty cell is not 0: a group with no amount anywhere below it has no figure. Income, costs and
results are figures of the whole column, and 0 where nothing is entered.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from budgets.equity import Opening, equity
from budgets.sheet import TOTAL, ComputedRow, Line, Sheet, Side

FINANCIAL_NET = "financial_net"
"""The name of the sum of the financial lines, beside the names of `ComputedRow`."""

COMPUTED = frozenset({*ComputedRow, FINANCIAL_NET})
"""The names of every row that is computed for the whole budget."""

Cells = Mapping[str, int]
"""Amounts in kr by column name; an empty cell has no entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """All figures of a sheet in kr: typed lines, groups (by key as text) and computed rows.

    `columns` names the columns, last `TOTAL` where the sheet has a total column.
    """

    columns: tuple[str, ...]
    lines: Mapping[str, Cells]
    groups: Mapping[str, Cells]
    rows: Mapping[str, Cells]
    openings: Mapping[str, Opening]

    def cells(self, row: str | UUID) -> Cells:
        """The amounts of a line, a group or a computed row; none for a row that is not there."""
        name = str(row)
        return self.rows.get(name) or self.groups.get(name) or self.lines.get(name) or {}

    def amount(self, row: str | UUID, column: str) -> int | None:
        """The amount in kr of any row in one column, None where the cell is empty or unknown."""
        return self.cells(row).get(column)


def figures(sheet: Sheet) -> Figures:
    """Compute the whole sheet.

    Lines, groups, income, costs and results have a total over the columns where the sheet has a
    total column; equity and available funds are balances, and have none.
    """
    lines: dict[str, Cells] = {}
    groups: dict[str, Cells] = {}
    sides = {
        side: added(_compute(line, sheet, lines, groups) for line in sheet.roots(side))
        for side in Side
    }
    flows = _flows(sheet, sides)
    openings, balances = equity(sheet, flows[ComputedRow.RESULT], flows[ComputedRow.TOTAL_INCOME])
    return Figures(
        columns=_column_names(sheet),
        lines=lines,
        groups=groups,
        rows={**flows, **balances},
        openings=openings,
    )


def computed(figures: Figures) -> dict[str, dict[str, dict[str, int]]]:
    """The computed part of the file format: rows and groups that have a figure, in kr."""
    return {
        "rows": {name: dict(cells) for name, cells in figures.rows.items() if cells},
        "groups": {key: dict(cells) for key, cells in figures.groups.items() if cells},
    }


def added(rows: Iterable[Cells]) -> dict[str, int]:
    """Add rows column by column; a column that is empty in all of them stays empty."""
    total: dict[str, int] = {}
    for cells in rows:
        for column, amount in cells.items():
            total[column] = total.get(column, 0) + amount
    return total


def _compute(line: Line, sheet: Sheet, lines: dict[str, Cells], groups: dict[str, Cells]) -> Cells:
    """The figures of a line, after those of every line below it; both are kept by key."""
    if line.is_group:
        cells = added([_compute(child, sheet, lines, groups) for child in line.lines])
        groups[str(line.key)] = cells
    else:
        cells = _typed(line, sheet)
        lines[str(line.key)] = cells
    return cells


def _typed(line: Line, sheet: Sheet) -> dict[str, int]:
    """A line's amounts in the sheet's own columns, with its total."""
    names = [column.name for column in sheet.columns]
    cells = {name: line.amounts[name] for name in names if name in line.amounts}
    return _with_total(cells, sheet) if cells else cells


def _flows(sheet: Sheet, sides: Mapping[Side, Cells]) -> dict[str, Cells]:
    """Income, costs, financial net and the two results, a figure in every column."""
    names = _column_names(sheet)
    income, costs, net = (
        {name: sides[side].get(name, 0) for name in names}
        for side in (Side.INCOME, Side.COST, Side.FINANCIAL)
    )
    before = {name: income[name] - costs[name] for name in names}
    return {
        ComputedRow.TOTAL_INCOME: income,
        ComputedRow.TOTAL_COSTS: costs,
        ComputedRow.RESULT_BEFORE_FINANCIAL: before,
        FINANCIAL_NET: net,
        ComputedRow.RESULT: {name: before[name] + net[name] for name in names},
    }


def _with_total(cells: dict[str, int], sheet: Sheet) -> dict[str, int]:
    return {**cells, TOTAL: sum(cells.values())} if sheet.has_total_column else cells


def _column_names(sheet: Sheet) -> tuple[str, ...]:
    names = tuple(column.name for column in sheet.columns)
    return (*names, TOTAL) if sheet.has_total_column else names
