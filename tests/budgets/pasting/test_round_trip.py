"""What is copied from a budget and pasted back is the same budget."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from budgets.pasting import preview
from budgets.pasting.preview import State
from budgets.sheet import CostSign, Line, Sheet
from tests.budgets.pasting.pasted import copied, emptied, states
from tests.budgets.sheets import ange, skelleftea_norsjo, sodra_lappland, vastra_ostergotland
from tests.budgets.strategies import sheets

PLANS = [sodra_lappland, skelleftea_norsjo, ange, vastra_ostergotland]


@pytest.mark.parametrize("plan", PLANS)
def test_a_plan_pasted_into_its_emptied_budget_is_the_plan(plan: Callable[[], Sheet]) -> None:
    sheet = plan()
    found = preview(copied(sheet), emptied(sheet))
    assert found.after == sheet
    assert found.printed == ()
    assert found.remarks == ()
    assert set(states(found.rows)) <= {State.NEW, State.EMPTY, State.AGREES}


@pytest.mark.parametrize("plan", PLANS)
def test_a_plan_pasted_into_itself_changes_nothing(plan: Callable[[], Sheet]) -> None:
    sheet = plan()
    found = preview(copied(sheet), sheet)
    assert (found.writes, found.added, found.openings, found.printed) == ((), (), (), ())
    assert not found.counts.is_change
    assert found.summary.startswith("Inga belopp ändras.")


@pytest.mark.parametrize("plan", PLANS)
def test_a_plan_pasted_into_another_style_and_unit_is_the_plan(plan: Callable[[], Sheet]) -> None:
    sheet = plan()
    other = replace(
        emptied(sheet),
        cost_sign=next(each for each in CostSign if each is not sheet.cost_sign),
        unit=next(each for each in type(sheet.unit) if each is not sheet.unit),
    )
    found = preview(copied(sheet), other)
    assert emptied(found.after) == other
    assert found.after.costs == sheet.costs
    assert found.after.income == sheet.income
    assert found.printed == ()


def told_by_sign(sheet: Sheet) -> Sheet:
    """The sheet with costs above 0 only where its style cannot tell a correction by its sign."""
    if sheet.cost_sign is CostSign.NEGATIVE:
        costs = [line for root in sheet.costs for line in root.walk()]
        assume(any(kr > 0 for line in costs for kr in line.amounts.values()))
        return sheet

    def line(old: Line) -> Line:
        amounts = {name: abs(kr) for name, kr in old.amounts.items()}
        return replace(old, amounts=amounts, lines=tuple(map(line, old.lines)))

    return replace(sheet, costs=tuple(map(line, sheet.costs)))


@given(sheets())
def test_any_budget_pasted_into_itself_emptied_is_itself(drawn: Sheet) -> None:
    sheet = told_by_sign(drawn)
    assume(sheet.columns and any(line.amounts for _, line in sheet.walk()))
    found = preview(copied(sheet), emptied(sheet))
    opened = replace(found.after, columns=sheet.columns)
    assert opened == sheet
    assert found.printed == ()


@given(sheets(), st.data())
def test_names_that_stand_several_times_find_their_own_rows(
    drawn: Sheet, data: st.DataObject
) -> None:
    def line(old: Line) -> Line:
        label = data.draw(st.sampled_from(["Övrigt", "Kansli", "Resor"]))
        return replace(old, label=label, lines=tuple(map(line, old.lines)))

    sheet = told_by_sign(drawn)
    sheet = replace(
        sheet,
        income=tuple(map(line, sheet.income)),
        costs=tuple(map(line, sheet.costs)),
        financial=tuple(map(line, sheet.financial)),
    )
    assume(sheet.columns and any(line.amounts for _, line in sheet.walk()))
    found = preview(copied(sheet), emptied(sheet))
    assert replace(found.after, columns=sheet.columns) == sheet
