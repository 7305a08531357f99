"""What tests of pasting need: budgets without their figures, and what is read of a preview."""

from collections.abc import Iterable
from dataclasses import replace

from budgets.arithmetic import figures
from budgets.pasting.preview import PastedRow, Preview, State
from budgets.sheet import Line, Sheet
from budgets.table import table
from tests.budgets.pasting.copying import as_tsv


def emptied(sheet: Sheet) -> Sheet:
    """The sheet with its lines and columns, but without an amount."""

    def line(old: Line) -> Line:
        return replace(old, amounts={}, unread={}, lines=tuple(map(line, old.lines)))

    return replace(
        sheet,
        income=tuple(map(line, sheet.income)),
        costs=tuple(map(line, sheet.costs)),
        financial=tuple(map(line, sheet.financial)),
    )


def copied(sheet: Sheet) -> str:
    """The sheet as it is copied to Excel."""
    return as_tsv(table(sheet, figures(sheet)), sheet.unit)


def row(found: Preview, name: str, number: int = 0) -> PastedRow:
    """One of the pasted rows with a name."""
    return [each for each in found.rows if each.name == name][number]


def states(cells: Iterable[PastedRow] | PastedRow) -> list[State]:
    rows = [cells] if isinstance(cells, PastedRow) else cells
    return [cell.state for row in rows for cell in row.cells]


def amounts(sheet: Sheet) -> dict[str, dict[str, int]]:
    """The amounts that stand in a sheet, by label."""
    return {line.label: dict(line.amounts) for _, line in sheet.walk() if line.amounts}
