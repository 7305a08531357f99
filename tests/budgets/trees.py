"""Budgets in the database to change the structure of, and how they stand."""

from typing import Any

from budgets.models import Budget
from budgets.reading import sheet_of
from budgets.sheet import Column, Line, Sheet, Side
from tests.budgets import sheets
from tests.budgets.sheets import key_of
from tests.budgets.test_reading import stored

COLUMNS = (sheets.column("budget", 2025), sheets.column("plan", 2026))
INCOME, COST, FINANCIAL = Side


def line(label: str, *below: Line, **fields: Any) -> Line:
    """A line known by its label."""
    return Line(key=key_of(label), label=label, lines=below, **fields)


def amounts(*kronor: int | None) -> dict[str, int]:
    """Kronor by the names of `COLUMNS`, as many as are given."""
    names = [column.name for column in COLUMNS]
    return {name: kr for name, kr in zip(names, kronor, strict=False) if kr is not None}


def budget(
    income: tuple[Line, ...] = (),
    costs: tuple[Line, ...] = (),
    columns: tuple[Column, ...] = COLUMNS,
    **fields: Any,
) -> Budget:
    return stored(Sheet(columns=columns, income=income, costs=costs, **fields))


def outline(budget: Budget) -> str:
    """The lines' labels: sides parted by a bar, what stands below a line in brackets."""
    sheet = sheet_of(budget)
    return " | ".join(_said(sheet.roots(side)) for side in Side)


def _said(lines: tuple[Line, ...]) -> str:
    return " ".join(f"{one.label}({_said(one.lines)})" if one.lines else one.label for one in lines)


def assert_sound(budget: Budget) -> None:
    """Positions count from 0 in the order in which lines are read; only top lines have a side."""
    in_order = [line.key for _, line in sheet_of(budget).walk()]
    rows = list(budget.lines.order_by("position").values_list("key", "position", "parent", "side"))
    assert [(key, position) for key, position, _, _ in rows] == [
        (key, position) for position, key in enumerate(in_order)
    ]
    assert all(bool(side) == (parent is None) for _, _, parent, side in rows)
    columns = list(budget.columns.values_list("position", flat=True))
    assert columns == list(range(len(columns)))
