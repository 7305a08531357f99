"""The history, the bin and the way back, for the office."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from plans.models import Change, Plan
from plans.views.changes import spoken
from plans.writing import outlining
from plans.writing.saving import save_unit
from plans.writing.units import TEXT
from tests import factories
from tests.plans.views.html import body, forbidden, text

pytestmark = pytest.mark.django_db

AIM = factories.key("aim")
HISTORY = "/fjallbygden/2025/historik/"
RAIL = f"{HISTORY}rad/"
BIN = "/fjallbygden/2025/papperskorg/"


def chief(client: Client) -> Plan:
    plan = factories.draft_plan()
    factories.signed_in(client, "chief", plan.federation)
    return plan


def written(plan: Plan, html: str = "<p>Om Gryning.</p>", edition: int = 1) -> Change:
    save_unit(plan, TEXT, AIM, {"html": html}, edition=edition, by=factories.person())
    return plan.changes.latest("pk")


@pytest.mark.parametrize(
    ("address", "said"),
    [(HISTORY, "Inget är ändrat än."), (BIN, "Papperskorgen är tom.")],
)
def test_without_changes_it_says_so(client: Client, address: str, said: str) -> None:
    chief(client)
    page = client.get(address)
    assert said in text(page)
    assert forbidden(body(page)) == []


def test_a_change_says_who_what_and_the_difference(client: Client) -> None:
    written(chief(client))
    page = client.get(HISTORY)
    assert "anna@berg.se ändrade texten i Syfte" in text(page)
    assert "<del>Skymning</del><ins>Gryning</ins>" in body(page).replace("\n", "")
    assert "Ångra ändringen" in text(page)


def test_the_history_of_one_thing_leaves_out_the_rest(client: Client) -> None:
    plan = chief(client)
    written(plan)
    outlining.set_done(plan, factories.key("goals"), True, by=factories.person())
    assert "Mål" in text(client.get(HISTORY))
    only = text(client.get(f"{HISTORY}?enhet={AIM}"))
    assert "Syfte" in only
    assert "ändrade klart" not in only


@pytest.mark.parametrize("query", ["enhet=x", "sida=x", "sida=99999", "sida=-1", "enhet="])
def test_nonsense_in_the_address_is_no_harm(client: Client, query: str) -> None:
    written(chief(client))
    assert client.get(f"{HISTORY}?{query}").status_code == 200


def test_what_was_removed_is_in_the_bin_until_it_comes_back(client: Client) -> None:
    plan = chief(client)
    done = outlining.remove_section(plan, AIM, by=factories.person())
    assert done.change
    assert "tog bort avsnittet Syfte" in text(client.get(BIN))
    response = client.post(f"{HISTORY}{done.change.pk}/angra/")
    assert response["Location"] == f"/fjallbygden/2025/#avsnitt-{AIM}"
    assert plan.sections.filter(key=AIM).exists()
    assert "Papperskorgen är tom." in text(client.get(BIN))


def test_an_earlier_text_is_restored(client: Client) -> None:
    plan = chief(client)
    first = written(plan)
    plan.changes.update(changed_at=datetime(2024, 1, 1, tzinfo=UTC))
    written(plan, "<p>Annat</p>", 2)
    client.post(f"{HISTORY}{first.pk}/aterstall/")
    assert plan.sections.get(key=AIM).html == "<p>Om Gryning.</p>"


def test_what_cannot_be_taken_back_is_told_kindly(client: Client) -> None:
    plan = chief(client)
    change = written(plan)
    plan.sections.get(key=AIM).delete()
    response = client.post(f"{HISTORY}{change.pk}/angra/", follow=True)
    assert "finns inte längre" in body(response)


@pytest.mark.parametrize("address", [HISTORY, RAIL, BIN])
@pytest.mark.parametrize("count", [1, 40])
def test_the_queries_are_as_many_however_long_the_history(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int, address: str
) -> None:
    plan = chief(client)
    # A text with pictures or figures takes the plan besides.
    plan.sections.update(html="<p>Förr</p>")
    for number in range(count):
        written(plan, f"<p>{number}</p>", number + 1)
        plan.changes.update(changed_at=datetime(2024, 1, 1, tzinfo=UTC))
    queries = {HISTORY: 8, RAIL: 7, BIN: 15}
    with django_assert_num_queries(queries[address]):
        client.get(address)


@pytest.mark.parametrize("address", [HISTORY, RAIL, BIN])
@pytest.mark.parametrize("role", ["board", "member", "auditor"])
def test_it_is_the_offices(client: Client, role: str, address: str) -> None:
    plan = factories.decided_plan()
    factories.signed_in(client, role, plan.federation)
    assert client.get(address).status_code == 403


@pytest.mark.parametrize("address", [HISTORY, RAIL, BIN])
def test_another_federations_is_not_there(client: Client, address: str) -> None:
    factories.draft_plan()
    factories.signed_in(client, "chief", factories.federation("slatt"))
    assert client.get(address).status_code == 404
    assert client.post(f"{HISTORY}1/angra/").status_code == 404


@pytest.mark.parametrize("way", ["angra", "aterstall"])
def test_the_way_back_is_for_who_writes_and_is_no_page(client: Client, way: str) -> None:
    plan = chief(client)
    change = written(plan)
    address = f"{HISTORY}{change.pk}/{way}/"
    assert client.get(address).status_code == 405
    assert client.post(f"{HISTORY}999999/{way}/").status_code == 404
    elsewhere = factories.draft_plan("slatt")
    factories.signed_in(client, "chief", elsewhere.federation)
    assert client.post(f"/slatt/2025/historik/{change.pk}/{way}/").status_code == 404
    factories.signed_in(client, "board", plan.federation)
    assert client.post(address).status_code == 403


def test_a_decided_plans_history_is_read_and_not_changed(client: Client) -> None:
    plan = chief(client)
    change = written(plan)
    Plan.objects.update(status="decided")
    page = client.get(HISTORY)
    assert "Planen är beslutad och är låst." in text(page)
    assert "Ångra ändringen" not in text(page)
    assert client.post(f"{HISTORY}{change.pk}/angra/").status_code == 403


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (datetime(2026, 11, 26, 13, 29, tzinfo=UTC), "i dag 14:29"),
        (datetime(2026, 11, 25, 15, 5, tzinfo=UTC), "i går 16:05"),
        (datetime(2026, 9, 4, 10, 0, tzinfo=UTC), "4 september"),
        (datetime(2025, 9, 4, 10, 0, tzinfo=UTC), "4 september 2025"),
    ],
)
def test_a_time_is_said_as_people_say_it(at: datetime, said: str) -> None:
    assert spoken(at, datetime(2026, 11, 26, 16, 0, tzinfo=UTC)) == said
