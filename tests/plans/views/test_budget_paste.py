"""A range pasted into the budget: a dialog, what it would do, and then the sheet anew."""

from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from budgets.arithmetic import figures
from budgets.sheet import Line
from plans.models import Plan
from plans.writing.importing import import_plan
from plans.writing.restoring import undo
from tests import factories
from tests.plans.views.html import body, tags
from tests.plans.views.test_budget import PART, labels, office, stands
from tests.plans.views.test_cells import elsewhere
from tests.plans.writing.test_cells import COLUMN, OFFICE, RENT, STAFF

pytestmark = pytest.mark.django_db

PASTE = "/fjallbygden/2025/budget/klistra-in/"
TABLE = "\tBudget 2025\nBidrag\t600 000\nKansli\t40 000\nHyra\t36 000\nEl\t4 000"
QUERIES = 42


def ask(client: Client, text: str, **more: str) -> Any:
    return client.post(PASTE, {"text": text, **more}, headers=PART)


def accept(client: Client, text: str, **more: str) -> Any:
    """See what it would do, and then accept it."""
    seen = shown(body(ask(client, text, **more)))
    return ask(client, text, accept="1", shown=seen, **more)


def shown(html: str) -> str:
    """Which of the plan's changes the preview was made after."""
    [value] = [a["value"] for tag, a in tags(html) if a.get("name") == "shown"]
    return value


def test_the_dialog_asks_for_a_text(client: Client) -> None:
    office(client)
    html = body(client.get(PASTE, headers=PART))
    assert [a["id"] for tag, a in tags(html) if tag == "textarea"] == ["paste-text"]


def test_nothing_is_written_before_it_is_accepted(client: Client) -> None:
    plan = office(client)
    before = stands(plan)
    html = body(ask(client, TABLE))
    assert "2 belopp klistras in" in html.replace("\u00a0", " ")
    assert stands(plan) == before
    assert not plan.changes.exists()


def test_what_was_seen_is_put_in_and_the_sheet_comes_anew(client: Client) -> None:
    plan = office(client)
    response = accept(client, TABLE)
    assert 'id="grid"' in body(response)
    now = stands(plan)
    assert figures(now).amount(RENT, COLUMN) == 36_000
    assert [(one.row, one.amount) for one in now.printed] == [(str(OFFICE), 40_000)]


def test_rows_that_the_budget_lacks_are_added_where_that_is_chosen(client: Client) -> None:
    plan = office(client)
    accept(client, TABLE, to=str(OFFICE))
    assert labels(plan) == "Bidrag | Kansli(Hyra Lön El) | "
    assert figures(stands(plan)).amount(OFFICE, COLUMN) == 40_000


def test_a_paste_is_one_step_back_and_forth(client: Client) -> None:
    plan = office(client)
    before = stands(plan)
    accept(client, TABLE, to=str(OFFICE))
    after = stands(plan)
    person = factories.person("chief", email="chief@fjallbygden.se")
    for expected in (before, after, before):
        undo(plan, plan.changes.order_by("-pk")[0], by=person)
        assert stands(plan) == expected


def test_a_block_without_names_comes_to_the_focused_cell(client: Client) -> None:
    plan = office(client)
    accept(client, "1\n2", at=f"{RENT}/{COLUMN}/")
    reckoned = figures(stands(plan))
    assert (reckoned.amount(RENT, COLUMN), reckoned.amount(STAFF, COLUMN)) == (1, 2)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "Det finns inget att klistra in."),
        ("1\t2\n3\t4", "Raderna har inga namn."),
        ("1\t2\n" * 3_000, "för stort"),
    ],
)
def test_what_cannot_be_pasted_is_said_and_kept(client: Client, text: str, why: str) -> None:
    plan = office(client)
    response = ask(client, text)
    assert response.status_code == 422
    assert why in body(response)
    assert ask(client, text, accept="1", shown="0").status_code == 422
    assert not plan.changes.exists()


def test_a_budget_that_became_another_is_shown_anew_before_it_is_written_in(
    client: Client,
) -> None:
    plan = office(client)
    seen = shown(body(ask(client, TABLE)))
    elsewhere(plan, "77")
    response = ask(client, TABLE, accept="1", shown=seen)
    assert "Budgeten har ändrats medan du tittade." in body(response)
    assert figures(stands(plan)).amount(RENT, COLUMN) == 35_000
    seen = shown(body(response))
    ask(client, TABLE, accept="1", shown=seen)
    assert figures(stands(plan)).amount(RENT, COLUMN) == 36_000


@pytest.mark.parametrize("at", ["x", "x/y/", f"{RENT}/plan-2031/", "/"])
def test_a_place_that_there_is_not_is_no_error_of_the_server(client: Client, at: str) -> None:
    office(client)
    assert ask(client, "1\n2", at=at).status_code in (200, 422)


def test_the_wrong_people_do_not_paste(client: Client) -> None:
    plan = office(client)
    for role in ("board", "member", "auditor"):
        factories.signed_in(client, role, plan.federation)
        assert ask(client, TABLE).status_code == 403
    factories.signed_in(client, "chief", factories.federation("kusten"))
    assert ask(client, TABLE).status_code == 404


WHOLE = (
    "Tkr\tBudget 2025\tPlan 2026\nIntäkter\nKommunen\t500\t500\nSumma intäkter\t500\t500\n"
    "Kostnader\nKansli\nLön\t300\t310\nHyra\t40\t41\nSumma kansli\t340\t351\n"
    "Summa kostnader\t340\t351\nIngående eget kapital\t100\t260\n"
    "Utgående eget kapital\t260\t409"
)


def test_a_pasted_budget_is_the_plans_where_it_has_none(client: Client) -> None:
    plan: Plan = import_plan(replace(factories.content(), budget=None)).plan
    factories.signed_in(client, "chief", plan.federation)
    assert "Klistra in en från Excel" in body(client.get("/fjallbygden/2025/budget/"))
    response = accept(client, WHOLE)
    assert response.headers["HX-Redirect"] == "/fjallbygden/2025/budget/"
    assert labels(plan) == "Kommunen | Kansli(Lön Hyra) | "
    begun = stands(plan)
    assert (begun.unit, begun.printed) == ("tkr", ())
    assert figures(begun).rows["closing_equity"] == {COLUMN: 260_000, "plan-2026": 409_000}


def test_what_is_no_budget_becomes_none(client: Client) -> None:
    plan: Plan = import_plan(replace(factories.content(), budget=None)).plan
    factories.signed_in(client, "chief", plan.federation)
    assert ask(client, "hej").status_code == 422
    assert ask(client, "hej", accept="1").status_code == 422
    plan.refresh_from_db()
    assert plan.budget is None


def test_without_a_script_the_dialog_is_the_page(client: Client) -> None:
    office(client)
    response: Any = client.get(PASTE)
    assert response.headers["Location"] == "/fjallbygden/2025/budget/"


@pytest.mark.parametrize("count", [2, 200])
def test_however_much_is_pasted_it_is_as_many_queries(
    client: Client, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    lines = tuple(Line(key=factories.key(f"row {n}"), label=f"Insats {n}") for n in range(count))
    plan = office(client, costs=lines)
    text = "\n".join(f"Insats {n}\t{n + 1}" for n in range(count))
    seen = shown(body(ask(client, text)))
    with django_assert_num_queries(QUERIES):
        ask(client, text, accept="1", shown=seen)
    assert figures(stands(plan)).amount("total_costs", COLUMN) == count * (count + 1) // 2
