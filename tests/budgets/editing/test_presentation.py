"""How a budget is shown: what changes is said, and nothing else."""

import pytest

from budgets.editing.presentation import set_presentation
from budgets.models import Budget
from budgets.reading import sheet_of
from budgets.sheet import ComputedRow, Unit
from finsam.editions import Gone
from tests.budgets.trees import budget

pytestmark = pytest.mark.django_db


def test_only_what_changes_is_said() -> None:
    found = budget(unit=Unit.KR)
    done = set_presentation(found, unit="tkr", has_total_column=False)
    assert (done.before, done.after) == ({"unit": "kr"}, {"unit": "tkr"})
    assert sheet_of(Budget.objects.get(pk=found.pk)).unit is Unit.TKR


def test_an_amount_is_said_in_kronor() -> None:
    found = budget()
    done = set_presentation(found, previous_allocation=1_876_000)
    assert done.after == {"previous_allocation": 1_876_000}
    again = set_presentation(found, previous_allocation=1_876_000)
    assert (again.before, again.after) == ({}, {})
    assert set_presentation(found, previous_allocation=None).before == done.after


def test_computed_rows_are_chosen_with_their_own_labels() -> None:
    found = budget()
    done = set_presentation(found, computed_rows={ComputedRow.RESULT: "Kvar", "total_income": ""})
    assert done.after == {"computed_rows": {"total_income": "", "result": "Kvar"}}
    assert sheet_of(Budget.objects.get(pk=found.pk)).computed_rows == {
        ComputedRow.TOTAL_INCOME: "",
        ComputedRow.RESULT: "Kvar",
    }


def test_what_somebody_else_has_set_meanwhile_stays() -> None:
    found = budget()
    Budget.objects.filter(pk=found.pk).update(subtotals="after")
    set_presentation(found, unit="tkr")
    assert (found.unit, found.subtotals) == ("tkr", "after")


@pytest.mark.parametrize("values", [{"title": "Ny"}, {"computed_rows": {"sum": ""}}])
def test_what_is_no_presentation_is_refused(values: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"title|sum"):
        set_presentation(budget(), **values)


def test_a_budget_that_has_been_removed_is_gone() -> None:
    found = budget()
    Budget.objects.filter(pk=found.pk).delete()
    with pytest.raises(Gone):
        set_presentation(found, unit="tkr")
