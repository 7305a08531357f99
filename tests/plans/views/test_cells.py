"""One cell saved from the browser: JSON with every sum that follows, and what others filled in."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from budgets.reading import sheet_of
from budgets.sheet import Line, Unit
from plans.document.content import Decision, DecisionKind, Status
from plans.models import Plan
from plans.writing.cells import TypedCell, type_cells
from plans.writing.importing import import_plan
from tests import factories
from tests.plans.views.html import tags
from tests.plans.writing.test_cells import COLUMN, OFFICE, RENT, STAFF, sheet

pytestmark = pytest.mark.django_db

BUDGET = "/fjallbygden/2025/budget/"
CELL = f"{BUDGET}{RENT}/{COLUMN}/"
SAVE, COMPARE, NEWS = f"{CELL}spara/", f"{CELL}jamfor/", f"{BUDGET}nytt/"
QUERIES = 23


def office(client: Client, lines: Iterable[Line] = (), **more: Any) -> Plan:
    """A plan with a small budget, and its chief signed in."""
    budget = replace(sheet(**more), financial=tuple(lines))
    plan = import_plan(replace(factories.content(), budget=budget)).plan
    factories.signed_in(client, "chief", plan.federation)
    return plan


def cells(html: str) -> dict[str, str]:
    """What stands in each cell that came, by its id without the end."""
    found: dict[str, str] = {}
    for part in html.split("<td ")[1:]:
        name = part.split('id="', 1)[1].split('"', 1)[0].removesuffix("-cell")
        value = part.split('value="', 1) if "<input" in part else part.split('class="v">', 1)
        found[name] = value[1].split('"' if "<input" in part else "<", 1)[0].replace("\u00a0", " ")
    return found


def elsewhere(plan: Plan, text: str, line: UUID = STAFF) -> None:
    """Somebody else fills in a cell."""
    other = factories.person("staff", plan.federation, "kansli@berg.se")
    typed = TypedCell(line=line, column=COLUMN, text=text, edition=0 if line == STAFF else 1)
    type_cells(plan, [typed], by=other)


def test_a_cell_is_saved_and_answered_with_every_sum_that_follows(client: Client) -> None:
    plan = office(client)
    said = client.post(SAVE, {"edition": 1, "value": "36 000"}).json()
    assert (said["edition"], len(said["at"])) == (2, 5)
    assert cells(said["html"]) == {
        f"c-{RENT}-{COLUMN}": "36 000",
        f"s-{OFFICE}-{COLUMN}": "36 000",
        f"s-total_income-{COLUMN}": "500 000",
        f"s-opening_equity-{COLUMN}": "100 000",
        f"s-available_funds-{COLUMN}": "600 000",
        f"s-total_costs-{COLUMN}": "36 000",
        f"s-result-{COLUMN}": "464 000",
        f"s-closing_equity-{COLUMN}": "564 000",
    }
    assert said["change"] == said["seen"] == plan.changes.get().pk
    assert said["words"].replace("\u00a0", " ") == (
        "Årets resultat 464 000 kr, utgående eget kapital 564 000 kr."
    )


def test_what_was_understood_is_shown_in_the_unit_of_the_sheet(client: Client) -> None:
    office(client, unit=Unit.TKR)
    said = client.post(SAVE, {"edition": 1, "value": "1 234 kr"}).json()
    assert cells(said["html"])[f"c-{RENT}-{COLUMN}"] == "1,234"


def test_what_is_no_amount_is_kept_and_said_beside_it(client: Client) -> None:
    plan = office(client)
    response = client.post(SAVE, {"edition": 1, "value": "7oo <b>"})
    said = response.json()
    assert response.status_code == 200
    assert cells(said["html"])[f"c-{RENT}-{COLUMN}"] == "7oo &lt;b&gt;"
    [field] = [a for tag, a in tags(said["html"]) if tag == "input"]
    assert (field["aria-invalid"], field["aria-describedby"]) == ("true", f"c-{RENT}-{COLUMN}-why")
    assert said["words"].startswith("”7oo <b>” är inte ett belopp.")
    assert plan.budget
    assert sheet_of(plan.budget).costs[0].lines[0].unread == {COLUMN: "7oo <b>"}


def test_what_may_be_two_amounts_is_asked_about(client: Client) -> None:
    office(client, unit=Unit.TKR)
    said = client.post(SAVE, {"edition": 1, "value": "9.999"}).json()
    uses = [a["data-use"] for tag, a in tags(said["html"]) if "data-use" in a]
    assert uses == ["9\u00a0999", "9,999"]


@pytest.mark.parametrize("value", ["1" * 16, "x" * 100_000, "1e9", "#REF!", "1 234,50", "\x00"])
def test_no_text_is_an_error_of_the_server(client: Client, value: str) -> None:
    office(client)
    response = client.post(SAVE, {"edition": 1, "value": value})
    assert response.status_code == 200
    assert 'aria-invalid="true"' in response.json()["html"]


@pytest.mark.parametrize("edition", ["0", "7", "", "x", "-1", "99999999999999999999"])
def test_a_cell_that_stands_on_another_edition_is_a_conflict(client: Client, edition: str) -> None:
    plan = office(client)
    assert client.post(SAVE, {"edition": edition, "value": "1"}).status_code == 409
    assert not plan.changes.exists()


def test_the_conflict_shows_both_and_who_wrote_the_other(client: Client) -> None:
    plan = office(client)
    elsewhere(plan, "36 000", RENT)
    html = str(client.post(COMPARE, {"value": "37 000"}).content, "utf-8")
    [dialog] = [a for tag, a in tags(html) if tag == "dialog"]
    assert dialog["data-edition"] == "2"
    assert dialog["data-theirs"] == '{"value": "36\\u00a0000"}'
    choices = [a["value"] for tag, a in tags(html) if tag == "button"]
    assert choices == ['{"value": "37 000"}', '{"value": "36\\u00a0000"}']
    assert "kansli@berg.se" in html


def test_what_others_filled_in_since_comes_along(client: Client) -> None:
    plan = office(client)
    elsewhere(plan, "5")
    said = client.post(SAVE, {"edition": 1, "value": "6", "seen": "0"}).json()
    assert cells(said["html"])[f"c-{STAFF}-{COLUMN}"] == "5"
    assert not said["renew"]
    again = client.post(SAVE, {"edition": 2, "value": "7", "seen": said["seen"]}).json()
    assert f"c-{STAFF}-{COLUMN}" not in cells(again["html"])


def test_the_news_are_what_others_filled_in_and_every_sum(client: Client) -> None:
    plan = office(client)
    assert client.get(NEWS, {"seen": "0"}).json() == {}
    elsewhere(plan, "5")
    said = client.get(NEWS, {"seen": "0"}).json()
    assert cells(said["html"])[f"c-{STAFF}-{COLUMN}"] == "5"
    assert cells(said["html"])[f"s-{OFFICE}-{COLUMN}"] == "35 005"
    assert client.get(NEWS, {"seen": said["seen"]}).json() == {}


@pytest.mark.parametrize("seen", ["", "x", "-1", "9" * 30])
def test_news_since_nobody_knows_when_are_all_of_them(client: Client, seen: str) -> None:
    plan = office(client)
    elsewhere(plan, "5")
    assert "html" in client.get(NEWS, {"seen": seen}).json()


def test_each_cell_that_came_is_compared_where_the_page_asks(client: Client) -> None:
    office(client)
    said = client.post(SAVE, {"edition": 1, "value": "6", "jamfor": "1"}).json()
    assert "html" in said


def test_a_page_that_never_heard_the_answer_can_ask(client: Client) -> None:
    office(client)
    asked = {"edition": 1, "value": "35\u00a0000", "ask": "1"}
    assert client.post(SAVE, asked).json() == {"is_saved": True}
    assert client.post(SAVE, asked | {"value": "35000"}).json() == {"is_saved": True}
    assert client.post(SAVE, asked | {"value": "1"}).json() == {"is_saved": False}


def test_a_line_that_is_gone_says_so(client: Client) -> None:
    office(client)
    response = client.post(f"{BUDGET}{factories.key('gone')}/{COLUMN}/spara/", {"value": "1"})
    assert response.status_code == 410
    assert response.json()["message"].startswith("Raden eller kolumnen är borttagen.")


def test_another_persons_page_saves_nothing(client: Client) -> None:
    plan = office(client)
    response = client.post(SAVE, {"edition": 1, "value": "1"}, headers={"X-Page-Of": "0"})
    assert response.status_code == 401
    assert not plan.changes.exists()


@pytest.mark.parametrize("address", [SAVE, COMPARE])
def test_it_is_saved_by_post_alone(client: Client, address: str) -> None:
    office(client)
    assert client.get(address).status_code == 405


@pytest.mark.parametrize("role", ["board", "member", "auditor"])
def test_only_the_office_fills_in(client: Client, role: str) -> None:
    plan = office(client)
    factories.signed_in(client, role, plan.federation)
    answers = [client.post(SAVE), client.post(COMPARE), client.get(NEWS)]
    assert [answer.status_code for answer in answers] == [403, 403, 403]


def test_another_federations_cells_are_not_there(client: Client) -> None:
    office(client)
    factories.signed_in(client, "chief", factories.federation("kusten"))
    answers = [client.post(SAVE), client.post(COMPARE), client.get(NEWS)]
    assert [answer.status_code for answer in answers] == [404, 404, 404]


def test_a_decided_budget_is_not_filled_in(client: Client) -> None:
    plan = office(client)
    decided = Decision(kind=DecisionKind.DECIDED, decided_on=date(2023, 11, 28))
    content = replace(factories.content(), budget=sheet(), year=2024)
    import_plan(replace(content, status=Status.DECIDED, decisions=(decided,)))
    response = client.post(SAVE.replace("2025/", "2024/"), {"edition": 1, "value": "1"})
    assert response.status_code == 403
    assert not plan.changes.exists()


def test_a_plan_without_a_budget_has_no_cells(client: Client) -> None:
    plan = import_plan(replace(factories.content(), budget=None)).plan
    factories.signed_in(client, "chief", plan.federation)
    assert client.post(SAVE, {"edition": 1, "value": "1"}).status_code == 410
    assert client.post(COMPARE).status_code == 404


@pytest.mark.parametrize("count", [0, 300])
def test_however_many_lines_a_save_is_as_many_queries(
    client: Client, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    lines = [
        Line(key=factories.key(f"line {n}"), label=f"Rad {n}", amounts={COLUMN: n})
        for n in range(count)
    ]
    office(client, lines)
    client.post(SAVE, {"edition": 1, "value": "1"})
    with django_assert_num_queries(QUERIES):
        client.post(SAVE, {"edition": 2, "value": "2"})


def test_a_number_is_read_in_the_unit_that_the_page_showed(client: Client) -> None:
    plan = office(client)
    said = client.post(f"{SAVE}?enhet=tkr&tecken=positive", {"edition": 1, "value": "36"}).json()
    assert cells(said["html"])[f"c-{RENT}-{COLUMN}"] == "36 000"
    assert said["renew"]
    assert plan.budget
    assert sheet_of(plan.budget).costs[0].lines[0].amounts == {COLUMN: 36_000}


def test_an_emptied_cell_of_a_line_that_is_gone_says_so(client: Client) -> None:
    office(client)
    gone = f"{BUDGET}{STAFF}/plan-2031/spara/"
    assert client.post(gone, {"edition": 0, "value": ""}).status_code == 410
