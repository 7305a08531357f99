from typing import Any

from plans.document.content import BudgetBlock, GoalsBlock
from plans.forms.sections import OptionsForm, chosen
from tests.plans.document.checks.plans import FAIR

BUDGET = {"kind": "budget", "layout": "table", "branch": "", "depth": "", "columns": []}


def form(**data: Any) -> OptionsForm:
    found = OptionsForm(FAIR, BUDGET | data)
    assert found.is_valid()
    return found


def test_a_budget_has_a_picture_where_its_box_is_ticked() -> None:
    assert form(has_chart="on").block() == BudgetBlock(has_chart=True)
    assert form().block() == BudgetBlock(has_chart=False)


def test_the_box_shows_what_is_chosen() -> None:
    assert [chosen(BudgetBlock(has_chart=ticked))["has_chart"] for ticked in (True, False)] == [
        True,
        False,
    ]


def test_what_is_chosen_for_a_budget_is_nothing_to_goals() -> None:
    assert form(kind="goals", has_chart="on").block() == GoalsBlock()


def test_a_block_is_the_same_after_the_form() -> None:
    block = BudgetBlock(depth=1, columns=("budget-2025",), has_chart=True)
    data = {name: value for name, value in chosen(block).items() if value is not None}
    assert form(**data).block() == block
