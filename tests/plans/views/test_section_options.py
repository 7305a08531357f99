"""What stands under a section's text, chosen in a dialog or on a page of its own."""

import pytest
from django.test import Client

from plans.document.content import BudgetBlock
from plans.document.loading import load_content
from plans.models import Plan
from tests import factories
from tests.plans.views.html import body, tags, text

pytestmark = pytest.mark.django_db

ADDRESS = f"/fjallbygden/2025/avsnitt/{factories.key('money')}/installningar/"
CHOSEN = {"kind": "budget", "layout": "table", "has_chart": "on"}


@pytest.fixture
def plan() -> Plan:
    return factories.draft_plan()


def block(plan: Plan) -> object:
    return next(s.block for s in load_content(plan).walk() if s.key == factories.key("money"))


def test_a_budgets_picture_is_ticked_and_then_shown_in_the_plan(client: Client, plan: Plan) -> None:
    chief = factories.signed_in(client, "chief", plan.federation)
    assert chief.post(ADDRESS, CHOSEN).status_code == 302
    assert block(plan) == BudgetBlock(has_chart=True)
    assert "svg" in [
        tag for tag, a in tags(body(chief.get("/fjallbygden/2025/"))) if a.get("class") == "chart"
    ]
    assert "Summa kostnader är 0 kr i budget 2025." in text(chief.get("/fjallbygden/2025/"))


def test_the_box_has_its_words_and_shows_what_is_chosen(client: Client, plan: Plan) -> None:
    chief = factories.signed_in(client, "chief", plan.federation)
    for is_ticked in (False, True):
        page = chief.get(ADDRESS)
        [box] = [
            a for tag, a in tags(body(page)) if tag == "input" and a.get("name") == "has_chart"
        ]
        assert (box["type"], "checked" in box) == ("checkbox", is_ticked)
        assert "Visa medel, kostnader och eget kapital som diagram" in text(page)
        chief.post(ADDRESS, CHOSEN)


def test_a_kind_that_is_none_is_told(client: Client, plan: Plan) -> None:
    chief = factories.signed_in(client, "chief", plan.federation)
    page = chief.post(ADDRESS, CHOSEN | {"kind": "dikt"})
    assert (page.status_code, "Välj ett av alternativen." in text(page)) == (422, True)


@pytest.mark.parametrize(("role", "status"), [("board", 403), ("member", 403)])
def test_only_the_office_may_choose(client: Client, plan: Plan, role: str, status: int) -> None:
    person = factories.signed_in(client, role, plan.federation)
    assert person.post(ADDRESS, CHOSEN).status_code == status
    assert block(plan) == BudgetBlock()


def test_another_federations_plan_is_not_there(client: Client, plan: Plan) -> None:
    stranger = factories.signed_in(client, "chief", factories.federation("annan"))
    assert stranger.post(ADDRESS, CHOSEN).status_code == 404
    assert block(plan) == BudgetBlock()
