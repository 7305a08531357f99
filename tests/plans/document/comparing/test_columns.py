"""Columns of two budgets matched."""

from budgets.sheet import Column, ColumnKind, Sheet
from plans.document.comparing.columns import matched_columns


def sheet(*names: str) -> Sheet:
    parts = (name.split("-") for name in names)
    return Sheet(columns=tuple(Column(kind=ColumnKind(k), year=int(y)) for k, y in parts))


def pairs(before: Sheet, after: Sheet) -> list[tuple[str, str]]:
    return [(old.name, new.name) for old, new in matched_columns(before, after).pairs]


def test_last_years_plan_meets_this_years_budget() -> None:
    before = sheet("budget-2023", "budget-2024", "plan-2025", "plan-2026")
    after = sheet("budget-2024", "budget-2025", "plan-2026", "plan-2027")
    columns = matched_columns(before, after)
    assert pairs(before, after) == [
        ("budget-2024", "budget-2024"),
        ("plan-2025", "budget-2025"),
        ("plan-2026", "plan-2026"),
    ]
    assert [column.name for column in columns.added] == ["plan-2027"]
    assert [column.name for column in columns.removed] == ["budget-2023"]


def test_the_same_kind_comes_first_and_the_rest_of_the_year_in_the_order_of_kinds() -> None:
    before = sheet("actual-2014", "forecast-2014", "plan-2014")
    after = sheet("budget-2014", "actual-2014")
    assert pairs(before, after) == [("plan-2014", "budget-2014"), ("actual-2014", "actual-2014")]


def test_a_forecast_becomes_an_outcome() -> None:
    assert pairs(sheet("forecast-2023"), sheet("actual-2023")) == [("forecast-2023", "actual-2023")]
