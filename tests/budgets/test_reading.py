from dataclasses import replace
from datetime import date

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings

from budgets.models import Budget
from budgets.reading import sheet_of
from budgets.sheet import ShareEntry, ShareKey, Sheet
from budgets.writing import write_sheet
from finsam.federations.models import Federation
from finsam.members.models import Member
from goals.models import GoalMap, Intervention
from tests.budgets import sheets
from tests.budgets import strategies as st

pytestmark = pytest.mark.django_db


def stored(sheet: Sheet) -> Budget:
    """A budget of a federation with one member and a goal map with one intervention."""
    federation = Federation.objects.create(slug="fjall", name="Fjäll", short_name="Fjäll")
    member = Member.objects.create(
        federation=federation, key=sheets.key_of("Berg"), name="Berg", kind="municipality"
    )
    insats = Intervention.objects.create(
        goal_map=GoalMap.objects.create(),
        key=sheets.key_of("Steg"),
        name="Steg",
        level="individual",
    )
    budget = Budget()
    write_sheet(sheet, budget, {member.key: member}, {insats.key: insats})
    return Budget.objects.get(pk=budget.pk)


REAL = [sheets.sodra_lappland, sheets.skelleftea_norsjo, sheets.ange, sheets.vastra_ostergotland]


@pytest.mark.parametrize("sheet", [make() for make in REAL], ids=[make.__name__ for make in REAL])
def test_a_budget_is_read_as_it_was_written(sheet: Sheet) -> None:
    assert sheet_of(stored(sheet)) == sheet


@given(st.sheets())
@settings(max_examples=20, deadline=None)
def test_any_budget_is_read_as_it_was_written(sheet: Sheet) -> None:
    with transaction.atomic():
        assert sheet_of(stored(sheet)).income == sheet.income
        transaction.set_rollback(True)


def test_a_line_keeps_its_member_and_its_intervention() -> None:
    line = replace(
        sheets.ange().costs[1].lines[0],
        member=sheets.key_of("Berg"),
        intervention=sheets.key_of("Steg"),
    )
    sheet = replace(sheets.ange(), costs=(line,))
    assert sheet_of(stored(sheet)).costs == (line,)


def test_a_share_key_keeps_its_figures_source_and_day() -> None:
    share_key = ShareKey(
        basis="Antal invånare",
        source="SCB",
        as_of=date(2024, 11, 1),
        decimals=2,
        entries=(ShareEntry(member=sheets.key_of("Berg"), figure=43_674),),
    )
    assert sheet_of(stored(Sheet(share_key=share_key))).share_key == share_key


def test_an_empty_cell_stays_empty_and_a_nought_stays_a_nought() -> None:
    columns = (sheets.column("budget", 2024), sheets.column("budget", 2025))
    line = sheets.line("line", "Rad", columns, (None, 0))
    sheet = Sheet(columns=columns, costs=(line,))
    assert sheet_of(stored(sheet)).costs[0].amounts == {"budget-2025": 0}


@pytest.mark.parametrize("count", [1, 300])
def test_a_budget_is_read_by_five_queries_however_many_lines(count: int) -> None:
    columns = (sheets.column("budget", 2025),)
    lines = sheets.lines_of("c", columns, {str(number): (number,) for number in range(count)})
    budget = stored(Sheet(columns=columns, costs=lines))
    with CaptureQueriesContext(connection) as captured:
        sheet_of(budget)
    assert len(captured) == 5
