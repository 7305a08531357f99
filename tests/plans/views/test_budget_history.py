"""What was done to the budget, in the history and the bin, and the way back from there."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client

from budgets.sheet import ColumnKind, Side
from finsam.members.models import User
from plans.document.content import PlanContent
from plans.document.loading import load_content
from plans.models import Plan
from plans.writing import budget, budget_columns, budget_lines
from plans.writing.saving import save_unit
from plans.writing.units import UNITS, WHOLE
from tests import factories
from tests.plans.views.html import body, text

pytestmark = pytest.mark.django_db

HISTORY = "/fjallbygden/2025/historik/"
BIN = "/fjallbygden/2025/papperskorg/"
PAGE = "/fjallbygden/2025/budget/"
FEE = factories.key("fee")
NOW = "budget-2025"


def chief(client: Client) -> Plan:
    plan = factories.draft_plan()
    factories.signed_in(client, "chief", plan.federation)
    return plan


def stands(plan: Plan) -> PlanContent:
    return load_content(Plan.objects.get(pk=plan.pk))


def save(plan: Plan, by: User, kind: str, key: UUID, **values: object) -> None:
    save_unit(plan, UNITS[kind], key, values, edition=1, by=by)


Verb = Callable[[Plan, User], object]
DONE: dict[str, Verb] = {
    "lade till budgetraden Hyra": lambda plan, by: budget_lines.add_line(
        plan, label="Hyra", side=Side.COST, by=by
    ),
    "flyttade budgetraden Berg": lambda plan, by: budget_lines.move_line(
        plan, key=FEE, side=Side.COST, by=by
    ),
    "tog bort budgetraden Berg": lambda plan, by: budget_lines.remove_line(plan, key=FEE, by=by),
    "ändrade vems bidrag den är: Berg": lambda plan, by: budget_lines.tie_line(
        plan, key=FEE, member=None, by=by
    ),
    "ändrade namnet på budgetraden Kommunen": lambda plan, by: save(
        plan, by, "line_name", FEE, label="Kommunen"
    ),
    "ändrade budgetraden Berg": lambda plan, by: save(
        plan, by, "line", FEE, activity_code="2.1", total_label="", comment="Enligt beslut"
    ),
    "lade till kolumnen Plan 2026": lambda plan, by: budget_columns.add_column(
        plan, year=2026, kind=ColumnKind.PLAN, by=by
    ),
    "tog bort kolumnen Budget 2025": lambda plan, by: budget_columns.remove_column(
        plan, name=NOW, by=by
    ),
    "ändrade kolumnen Utfall 2025": lambda plan, by: budget_columns.edit_column(
        plan, NOW, edition=1, year=2025, kind=ColumnKind.ACTUAL, by=by
    ),
    "ändrade statens tilldelning året före: budgeten": lambda plan, by: budget.set_presentation(
        plan, previous_allocation=7, by=by
    ),
    "ändrade enhet: budgeten": lambda plan, by: budget.set_presentation(plan, unit="tkr", by=by),
    "ändrade budgetens rubrik Budget 2025": lambda plan, by: save(
        plan, by, "budget", WHOLE, title="Budget 2025"
    ),
    "tog bort budgeten": lambda plan, by: budget.remove_budget(plan, by=by),
}


@pytest.mark.parametrize(("words", "verb"), DONE.items())
def test_the_history_says_what_was_done_and_takes_it_back(
    client: Client, words: str, verb: Verb
) -> None:
    plan = chief(client)
    before = stands(plan)
    verb(plan, factories.person())
    assert stands(plan) != before
    assert f"anna@berg.se {words} " in f"{text(client.get(HISTORY))} "
    response = client.post(f"{HISTORY}{plan.changes.get().pk}/angra/")
    assert response["Location"] == PAGE
    assert stands(plan) == before


REMOVED = [words for words in DONE if words.startswith("tog bort")]


@pytest.mark.parametrize("words", REMOVED)
def test_what_was_removed_is_in_the_bin_until_it_comes_back(client: Client, words: str) -> None:
    plan = chief(client)
    DONE[words](plan, factories.person())
    assert words in text(client.get(BIN))
    client.post(f"{HISTORY}{plan.changes.get().pk}/angra/")
    assert "Papperskorgen är tom." in text(client.get(BIN))


def test_what_cannot_be_taken_back_says_why(client: Client) -> None:
    plan = chief(client)
    budget_lines.remove_line(plan, key=FEE, by=factories.person())
    change = plan.changes.get()
    budget.remove_budget(plan, by=factories.person())
    response = client.post(f"{HISTORY}{change.pk}/angra/", follow=True)
    assert "Berg eller det som det stod i finns inte längre." in body(response)
