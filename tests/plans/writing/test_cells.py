"""Cells of a budget filled in: read, kept, compared with what others did, and brought back."""

import threading
from dataclasses import replace
from uuid import uuid4

import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from budgets.arithmetic import figures
from budgets.cells import Cell, StaleCells, editions
from budgets.models import BudgetAmount
from budgets.reading import sheet_of
from budgets.sheet import Column, ColumnKind, CostSign, Line, Sheet, Unit
from finsam.editions import Gone
from finsam.members.models import User
from plans.models import Change, Plan
from plans.writing.cells import ChangedSince, FilledIn, TypedCell, bring_back, type_cells
from plans.writing.importing import import_plan
from tests import factories

pytestmark = pytest.mark.django_db

COLUMN = "budget-2025"
RENT = factories.key("rent")
STAFF = factories.key("staff")
OFFICE = factories.key("office")
GRANT = factories.key("grant")


def sheet(**more: object) -> Sheet:
    line = Line(key=RENT, label="Hyra", amounts={COLUMN: 35_000})
    group = Line(key=OFFICE, label="Kansli", lines=(line, Line(key=STAFF, label="Lön")))
    return Sheet(
        columns=(Column(year=2025, kind=ColumnKind.BUDGET, opening=100_000),),
        income=(Line(key=GRANT, label="Bidrag", amounts={COLUMN: 500_000}),),
        costs=(group,),
        **more,  # type: ignore[arg-type]
    )


@pytest.fixture
def plan() -> Plan:
    return stored(sheet())


def stored(budget: Sheet) -> Plan:
    content = replace(factories.content(), budget=budget)
    return import_plan(content).plan


@pytest.fixture
def me() -> User:
    return factories.person()


def fill(plan: Plan, by: User, text: str, line: object = RENT, edition: int = 1) -> FilledIn:
    typed = TypedCell(line=line, column=COLUMN, text=text, edition=edition)  # type: ignore[arg-type]
    return type_cells(plan, [typed], by=by)


def amounts(plan: Plan) -> dict[str, int]:
    assert plan.budget
    return {
        line.label: line.amounts[COLUMN]
        for _, line in sheet_of(plan.budget).walk()
        if COLUMN in line.amounts
    }


def test_an_amount_is_saved_as_it_was_typed_and_every_sum_follows(plan: Plan, me: User) -> None:
    filled = fill(plan, me, "1 234 kr")
    assert amounts(plan) == {"Hyra": 1234, "Bidrag": 500_000}
    assert figures(filled.sheet).amount(OFFICE, COLUMN) == 1234
    assert plan.budget
    assert sheet_of(plan.budget) == filled.sheet


def test_a_cell_that_was_never_filled_in_is_filled_in_on_edition_0(plan: Plan, me: User) -> None:
    fill(plan, me, "7", line=STAFF, edition=0)
    assert amounts(plan) == {"Hyra": 35_000, "Lön": 7, "Bidrag": 500_000}
    assert plan.budget
    assert editions(plan.budget) == {
        (RENT, COLUMN): 1,
        (STAFF, COLUMN): 1,
        (GRANT, COLUMN): 1,
    }


def test_an_emptied_cell_has_no_amount_and_keeps_counting(plan: Plan, me: User) -> None:
    fill(plan, me, " ")
    assert amounts(plan) == {"Bidrag": 500_000}
    fill(plan, me, "0", edition=2)
    assert amounts(plan) == {"Hyra": 0, "Bidrag": 500_000}


def test_what_is_no_amount_is_kept_as_text_and_counts_as_empty(plan: Plan, me: User) -> None:
    filled = fill(plan, me, " 7oo ")
    assert amounts(plan) == {"Bidrag": 500_000}
    rent = next(line for _, line in filled.sheet.walk() if line.key == RENT)
    assert (rent.unread, rent.amounts) == ({COLUMN: "7oo"}, {})


def test_in_the_negative_style_a_number_on_a_cost_line_is_a_cost(me: User) -> None:
    plan = stored(sheet(cost_sign=CostSign.NEGATIVE, unit=Unit.TKR))
    fill(plan, me, "\u221236")
    assert amounts(plan)["Hyra"] == 36_000
    fill(plan, me, "36,5", edition=2)
    assert amounts(plan)["Hyra"] == 36_500
    fill(plan, me, "-10", line=GRANT)
    assert amounts(plan)["Bidrag"] == -10_000


def test_the_same_again_is_no_change_whatever_the_edition(plan: Plan, me: User) -> None:
    assert fill(plan, me, "35 000", edition=0).change is None
    assert not plan.changes.exists()


def test_a_cell_that_somebody_else_has_filled_in_is_not_overwritten(plan: Plan, me: User) -> None:
    fill(plan, me, "36 000")
    with pytest.raises(StaleCells) as refused:
        fill(plan, factories.person(email="b@berg.se"), "37 000")
    assert list(refused.value.standing) == [
        Cell(line=RENT, column=COLUMN, amount=36_000, edition=2)
    ]
    assert amounts(plan)["Hyra"] == 36_000


def test_one_stale_cell_refuses_them_all(plan: Plan, me: User) -> None:
    typed = [
        TypedCell(line=STAFF, column=COLUMN, text="5", edition=0),
        TypedCell(line=RENT, column=COLUMN, text="6", edition=7),
    ]
    with pytest.raises(StaleCells):
        type_cells(plan, typed, by=me)
    assert amounts(plan) == {"Hyra": 35_000, "Bidrag": 500_000}


@pytest.mark.parametrize(("line", "column"), [(uuid4(), COLUMN), (RENT, "plan-2031")])
def test_a_line_or_column_that_is_gone_says_so(
    plan: Plan, me: User, line: object, column: str
) -> None:
    typed = TypedCell(line=line, column=column, text="1", edition=0)  # type: ignore[arg-type]
    with pytest.raises(Gone):
        type_cells(plan, [typed], by=me)


def test_a_group_holds_no_amount_of_its_own(plan: Plan, me: User) -> None:
    with pytest.raises(Gone):
        fill(plan, me, "1", line=OFFICE, edition=0)


def test_the_change_says_what_was_and_what_is(plan: Plan, me: User) -> None:
    change = fill(plan, me, "36 000").change
    assert change
    assert (change.kind, change.key, change.name) == ("cells", RENT, "Hyra, Budget 2025")
    cell = {"line": str(RENT), "column": COLUMN, "name": "Hyra, Budget 2025", "unread": ""}
    assert change.before == {"cells": [cell | {"amount": 35_000}]}
    assert change.after == {"cells": [cell | {"amount": 36_000}]}


def test_each_commit_is_a_change_of_its_own(plan: Plan, me: User) -> None:
    fill(plan, me, "36 000")
    fill(plan, me, "37 000", edition=2)
    assert plan.changes.count() == 2


def test_a_change_is_brought_back_and_that_again(plan: Plan, me: User) -> None:
    change = fill(plan, me, "36 000").change
    assert change
    back = bring_back(plan, change, by=me).change
    assert (amounts(plan)["Hyra"], editions(plan.budget)[RENT, COLUMN]) == (35_000, 3)  # type: ignore[arg-type]
    assert back
    bring_back(plan, back, by=me)
    assert amounts(plan)["Hyra"] == 36_000


def test_what_somebody_has_changed_since_is_left_alone(plan: Plan, me: User) -> None:
    typed = [
        TypedCell(line=STAFF, column=COLUMN, text="5", edition=0),
        TypedCell(line=RENT, column=COLUMN, text="6", edition=1),
    ]
    change = type_cells(plan, typed, by=me).change
    assert change
    assert change.name == "2 belopp"
    fill(plan, me, "8", edition=2)
    bring_back(plan, change, by=me)
    assert amounts(plan) == {"Hyra": 8, "Bidrag": 500_000}
    with pytest.raises(ChangedSince):
        bring_back(plan, change, by=me)


def test_a_plan_without_a_budget_has_no_cells(me: User) -> None:
    plan = import_plan(replace(factories.content(), budget=None)).plan
    with pytest.raises(Gone):
        fill(plan, me, "1")


def test_one_cell_or_two_hundred_lines_are_as_many_queries(
    me: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    many = tuple(
        Line(key=factories.key(f"line {n}"), label=f"Rad {n}", amounts={COLUMN: n})
        for n in range(200)
    )
    for year, lines in ((2025, ()), (2026, many)):
        content = replace(factories.content(), year=year)
        plan = import_plan(replace(content, budget=replace(sheet(), financial=lines))).plan
        with django_assert_num_queries(QUERIES):
            fill(plan, me, "36 000")


QUERIES = 13


@pytest.mark.django_db(transaction=True)
def test_of_two_who_fill_in_a_cell_at_the_same_moment_one_is_refused() -> None:
    plan, me = stored(sheet()), factories.person()
    start = threading.Barrier(2)
    refused: list[StaleCells] = []

    def write(text: str) -> None:
        start.wait()
        try:
            fill(plan, me, text)
        except StaleCells as stale:
            refused.append(stale)
        finally:
            connection.close()

    threads = [threading.Thread(target=write, args=[text]) for text in ("1", "2")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == 1
    assert BudgetAmount.objects.get(line__key=RENT).edition == 2
    assert Change.objects.count() == 1
