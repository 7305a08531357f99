"""Columns added, moved, renamed and removed, with all that says their names."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from budgets.editing import columns
from budgets.models import Budget
from budgets.reading import sheet_of
from budgets.refusals import Exists, TooManyColumns, YearOutside
from budgets.returning import reopen_columns
from budgets.sheet import Column, ColumnKind, Printed
from finsam.editions import Gone, Stale
from tests.budgets import sheets
from tests.budgets.sheets import key_of
from tests.budgets.trees import COLUMNS, amounts, assert_sound, budget, line

pytestmark = pytest.mark.django_db

ACTUAL, FORECAST, BUDGET, PLAN = ColumnKind
A = key_of("A")


def small(**fields: Any) -> Budget:
    """Budget 2025 and Plan 2026, a line with both and one with text that is no amount."""
    below = (
        line("A", amounts=amounts(5, 7)),
        line("B", amounts=amounts(None, 0), unread={"budget-2025": "fem"}),
    )
    return budget(costs=(line("G", *below),), **fields)


def names(found: Budget) -> list[str]:
    return [column.name for column in sheet_of(found).columns]


def edited(found: Budget, name: str = "budget-2025", **values: Any) -> columns.EditedColumn:
    kind, _, year = name.partition("-")
    said: dict[str, Any] = {"year": int(year), "kind": ColumnKind(kind), "edition": 1}
    return columns.edit_column(found, name, **(said | values))


@pytest.mark.parametrize(
    ("year", "kind", "expected"),
    [
        (2027, PLAN, ["budget-2025", "plan-2026", "plan-2027"]),
        (2024, ACTUAL, ["actual-2024", "budget-2025", "plan-2026"]),
        (2025, FORECAST, ["forecast-2025", "budget-2025", "plan-2026"]),
        (2025, PLAN, ["budget-2025", "plan-2025", "plan-2026"]),
    ],
)
def test_a_column_is_added_in_the_order_of_years(
    year: int, kind: ColumnKind, expected: list[str]
) -> None:
    found = small()
    row = columns.add_column(found, year=year, kind=kind)
    assert (names(found), row.year) == (expected, year)
    assert_sound(found)


def test_a_column_starts_with_the_amounts_of_another() -> None:
    found = small()
    columns.add_column(found, year=2027, kind=PLAN, copy="plan-2026")
    [group] = sheet_of(found).costs
    assert [one.amounts for one in group.lines] == [
        {"budget-2025": 5, "plan-2026": 7, "plan-2027": 7},
        {"plan-2026": 0, "plan-2027": 0},
    ]


def test_a_column_to_copy_that_is_not_there_is_gone() -> None:
    found = small()
    with pytest.raises(Gone):
        columns.add_column(found, year=2027, kind=PLAN, copy="plan-2030")


def test_a_year_and_kind_is_one_column() -> None:
    found = small()
    with pytest.raises(Exists):
        columns.add_column(found, year=2025, kind=BUDGET)
    with pytest.raises(Exists):
        edited(found, year=2026, kind=PLAN)


@pytest.mark.parametrize("year", [2003, 2101])
def test_a_column_is_of_a_year_of_the_law(year: int) -> None:
    found = small()
    with pytest.raises(YearOutside):
        columns.add_column(found, year=year, kind=PLAN)
    with pytest.raises(YearOutside):
        edited(found, year=year)


def test_there_is_an_end_to_columns() -> None:
    many = tuple(sheets.column("plan", 2025 + n) for n in range(columns.MOST_COLUMNS))
    found = budget(columns=many)
    with pytest.raises(TooManyColumns):
        columns.add_column(found, year=2025, kind=BUDGET)


@pytest.mark.parametrize(
    ("name", "steps", "places"),
    [
        ("plan-2026", -1, (1, 0)),
        ("budget-2025", 1, (0, 1)),
        ("budget-2025", -1, (0, 0)),
        ("plan-2026", 7, (1, 1)),
    ],
)
def test_a_column_moves_left_and_right(name: str, steps: int, places: tuple[int, int]) -> None:
    found = small()
    moved = columns.shift_column(found, name=name, steps=steps)
    assert (moved.before, moved.after, names(found).index(name)) == (*places, places[1])
    assert_sound(found)


def test_a_column_says_how_it_opens() -> None:
    found = small()
    change = edited(found, opening=2_000, opening_source="Bokslut")
    assert sheet_of(found).columns[0] == Column(
        year=2025, kind=BUDGET, opening=2_000, opening_source="Bokslut"
    )
    assert (change.before["opening"], change.after["opening"], change.renamed) == (
        None,
        2_000,
        None,
    )
    assert edited(found, opening=None, edition=2).before["opening"] == 2_000


def test_the_same_again_is_no_change() -> None:
    found = small()
    assert not edited(found, edition=9).is_changed
    assert found.columns.filter(edition=1).count() == 2


def test_who_has_not_seen_the_latest_is_told_what_stands() -> None:
    found = small()
    edited(found, opening=2_000)
    with pytest.raises(Stale) as stale:
        edited(found, opening=3_000)
    assert (stale.value.edition, int(stale.value.current["opening"])) == (2, 2_000)


def three(**fields: Any) -> Budget:
    """Forecast and budget 2025, and a plan that opens from the forecast."""
    own = (sheets.column("forecast", 2025), COLUMNS[0])
    return budget(columns=(*own, replace(COLUMNS[1], opens_from="forecast-2025")), **fields)


def test_printed_figures_and_later_columns_follow_a_new_name() -> None:
    printed = (
        Printed(row="result", column="forecast-2025", amount=7),
        Printed(row="result", column="budget-2025", amount=8),
    )
    found = three(printed=printed)
    change = edited(found, "forecast-2025", kind=ACTUAL)
    sheet = sheet_of(found)
    assert change.renamed == ("forecast-2025", "actual-2025")
    assert change.openings == {}
    assert [one.column for one in sheet.printed] == ["actual-2025", "budget-2025"]
    assert [one.opens_from for one in sheet.columns] == ["", "", "actual-2025"]


def test_a_column_that_changes_year_is_opened_from_by_none_that_it_is_not_before() -> None:
    found = three()
    change = edited(found, "forecast-2025", year=2024)
    later = found.columns.get(kind="plan")
    assert (later.opens_from, change.openings) == ("", {later.pk: "forecast-2025"})
    edited(found, "forecast-2024", year=2025, edition=2)
    reopen_columns(found, change.openings)
    assert sheet_of(found).columns[2].opens_from == "forecast-2025"


def test_a_column_opens_from_one_of_the_year_before() -> None:
    found = three()
    edited(found, "plan-2026", opens_from="budget-2025")
    assert found.columns.get(kind="plan").opens_from == "budget-2025"
    edited(found, "plan-2026", opens_from="budget-2025", year=2027, edition=2)
    assert found.columns.get(kind="plan").opens_from == ""


def test_a_removed_column_takes_its_amounts_along_and_says_what_it_was() -> None:
    found = three(
        costs=(line("A", amounts={"forecast-2025": 5}), line("B", unread={"forecast-2025": "x"})),
        printed=(Printed(row=str(A), column="forecast-2025", amount=7),),
    )
    later, own = found.columns.get(kind="plan"), found.columns.get(kind="forecast")
    removed = columns.remove_column(found, name="forecast-2025")
    assert names(found) == ["budget-2025", "plan-2026"]
    assert removed.pk == own.pk
    assert removed.column == Column(year=2025, kind=FORECAST)
    assert (removed.position, removed.amounts, removed.unread) == (0, {A: 5}, {key_of("B"): "x"})
    assert [kept.printed.amount for kept in removed.printed] == [7]
    assert removed.openings == {later.pk: "forecast-2025"}
    assert not sheet_of(found).printed
    assert found.columns.get(kind="plan").opens_from == ""
    assert_sound(found)


def test_the_last_column_may_go() -> None:
    found = budget(columns=COLUMNS[:1], costs=(line("A", amounts=amounts(5)),))
    columns.remove_column(found, name="budget-2025")
    assert sheet_of(found).columns == ()


@pytest.mark.parametrize("change", ["shift", "edit", "remove"])
def test_what_is_not_there_is_gone(change: str) -> None:
    found = small()
    with pytest.raises(Gone):
        CHANGES[change](found, "plan-2031")


CHANGES: dict[str, Callable[[Budget, str], Any]] = {
    "add": lambda found, name: columns.add_column(found, year=2031, kind=PLAN, copy=name),
    "shift": lambda found, name: columns.shift_column(found, name=name, steps=1),
    "edit": lambda found, name: edited(found, name, year=2030),
    "remove": lambda found, name: columns.remove_column(found, name=name),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_takes_as_many_queries_in_a_large_budget(change: str) -> None:
    def queries(count: int) -> int:
        with transaction.atomic():
            below = (line(str(n), amounts=amounts(n, n)) for n in range(count))
            found = budget(costs=tuple(below))
            with CaptureQueriesContext(connection) as captured:
                CHANGES[change](found, "budget-2025")
            transaction.set_rollback(True)
        return len(captured)

    assert queries(1) == queries(200)
