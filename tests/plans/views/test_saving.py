"""Saving one unit from the browser: JSON to a script, and never half."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from plans.models import Change, Plan
from plans.writing.importing import import_plan
from tests import factories
from tests.plans.views.html import body
from tests.plans.views.test_plan import with_lines

pytestmark = pytest.mark.django_db

AIM = factories.key("aim")
TEXT = f"/fjallbygden/2025/text/{AIM}/spara/"
COMPARE = f"/fjallbygden/2025/text/{AIM}/jamfor/"
JSON = {"Accept": "application/json"}


def chief(client: Client) -> Plan:
    plan = factories.draft_plan()
    factories.signed_in(client, "chief", plan.federation)
    return plan


def test_a_text_is_saved_clean_and_answered_with_its_edition(client: Client) -> None:
    plan = chief(client)
    response = client.post(TEXT, {"edition": 1, "html": "<p onclick=x>Nytt<script>1</script></p>"})
    assert (response.status_code, response.json()["edition"]) == (200, 2)
    assert len(response.json()["at"]) == 5
    assert plan.sections.get(key=AIM).html == "<p>Nytt</p>"


@pytest.mark.parametrize("edition", ["0", "7", "", "x", "²", "-1", "99999999999999999999"])
def test_any_other_edition_than_the_one_that_stands_is_a_conflict(
    client: Client, edition: str
) -> None:
    plan = chief(client)
    response = client.post(TEXT, {"edition": edition, "html": "<p>Nytt</p>"})
    assert response.status_code == 409
    assert plan.sections.get(key=AIM).edition == 1
    assert plan.changes.get().action == Change.Action.SET_ASIDE


def test_what_has_been_removed_is_said_to_be_and_by_whom(client: Client) -> None:
    plan = chief(client)
    plan.sections.get(key=AIM).delete()
    Change.objects.create(
        plan=plan, kind="section", key=AIM, name="Syfte", action="removed",
        person_name="Kansliet", began_at="2024-10-01T12:00Z", changed_at="2024-10-01T12:00Z",
    )  # fmt: skip
    response = client.post(TEXT, {"edition": 1, "html": "<p>Nytt</p>"})
    assert response.status_code == 410
    assert "tagit bort texten av Kansliet" in response.json()["message"]


def test_a_text_that_is_too_long_is_refused_beside_its_field(client: Client) -> None:
    plan = chief(client)
    response = client.post(TEXT, {"edition": 1, "html": "<p>" + "lång " * 1_000_000})
    assert response.status_code == 422
    assert response.json()["errors"]["html"][0].startswith(
        "Texten är för lång, 4,8\u00a0MB med allt."
    )
    assert plan.changes.count() == 0


@pytest.mark.parametrize(
    ("place", "typed", "field", "message"),
    [
        ("titel/", {"title": ""}, "title", "Skriv planens titel."),
        ("titel/", {"title": "x" * 301}, "title", "Titeln får ha högst 300 tecken."),
        (f"text/{AIM}/rubrik/", {"heading": " "}, "heading", "Skriv en rubrik."),
    ],
)
def test_what_is_wrong_is_said_of_its_field(
    client: Client, place: str, typed: dict[str, str], field: str, message: str
) -> None:
    plan = chief(client)
    response = client.post(f"/fjallbygden/2025/{place}spara/", {"edition": 1, **typed})
    assert (response.status_code, response.json()["errors"]) == (422, {field: [message]})
    assert plan.changes.count() == 0


def test_a_page_of_another_person_saves_nothing_in_this_ones_name(client: Client) -> None:
    plan = chief(client)
    stranger = factories.person(email="bo@berg.se")
    typed = {"edition": 1, "html": "<p>Nytt</p>"}
    response = client.post(TEXT, typed, headers={"X-Page-Of": str(stranger.pk)})
    assert response.status_code == 401
    assert (plan.sections.get(key=AIM).edition, plan.changes.count()) == (1, 0)


@pytest.mark.parametrize("address", [TEXT, COMPARE])
@pytest.mark.parametrize("role", ["board", "member", "auditor"])
def test_only_the_office_writes(client: Client, role: str, address: str) -> None:
    plan = factories.draft_plan()
    factories.signed_in(client, role, plan.federation)
    assert client.post(address, {"edition": 1, "html": "<p>Nytt</p>"}).status_code == 403
    assert plan.sections.get(key=AIM).edition == 1


@pytest.mark.parametrize("address", [TEXT, COMPARE])
def test_a_decided_plan_is_locked_and_says_since_when(client: Client, address: str) -> None:
    plan = factories.decided_plan()
    factories.signed_in(client, "chief", plan.federation)
    response = client.post(address, {"edition": 1, "html": "<p>Nytt</p>"}, headers=JSON)
    assert response.status_code == 403
    assert response.json()["reason"].startswith("Planen beslutades 2024-11-28 och är låst.")
    assert plan.sections.get(key=AIM).edition == 1


@pytest.mark.parametrize("address", [TEXT, COMPARE])
def test_another_federations_plan_is_not_there(client: Client, address: str) -> None:
    factories.draft_plan()
    factories.signed_in(client, "chief", factories.federation("slatt"))
    assert client.post(address, {"edition": 1, "html": ""}).status_code == 404


@pytest.mark.parametrize("address", [TEXT, COMPARE])
def test_it_is_not_for_reading(client: Client, address: str) -> None:
    chief(client)
    assert client.get(address).status_code == 405


def test_who_is_signed_out_is_sent_to_sign_in(client: Client) -> None:
    factories.draft_plan()
    assert client.post(TEXT, {"edition": 1, "html": ""}).status_code == 302


@pytest.mark.parametrize("count", [1, 300])
def test_the_queries_are_as_many_however_long_the_plan(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    plan = import_plan(with_lines(count)).plan
    factories.signed_in(client, "chief", plan.federation)
    # Session, person, plan, standing (2) and the save's seven.
    with django_assert_num_queries(12):
        client.post(TEXT, {"edition": 1, "html": "<p>Nytt</p>"})


def test_the_conflict_view_shows_both_and_carries_the_choices(client: Client) -> None:
    chief(client)
    client.post(TEXT, {"edition": 1, "html": "<p>Grunden. Kansliets ord.</p>"})
    typed = {"html": "<p>Chefens ord. Grunden.</p>", "base-html": "<p>Grunden.</p>"}
    page = body(client.post(COMPARE, typed))
    assert 'data-edition="2"' in page
    for said in ("Två har skrivit samtidigt", "Kansliets", "Chefens", "Behåll mitt"):
        assert said in page


def test_a_conflict_about_something_gone_says_so(client: Client) -> None:
    plan = chief(client)
    plan.sections.get(key=AIM).delete()
    assert client.post(COMPARE, {"html": "", "base-html": ""}).status_code == 410


def test_what_is_put_in_the_view_is_never_markup(client: Client) -> None:
    plan = chief(client)
    address = "/fjallbygden/2025/titel/"
    client.post(f"{address}spara/", {"edition": 1, "title": "<script>alert(1)</script>"})
    typed = {"title": "<img src=x onerror=1>", "base-title": "<b>", "base-subtitle": ""}
    page = body(client.post(f"{address}jamfor/", typed))
    assert "<script" not in page
    assert "<img" not in page
    assert plan.changes.count() == 1
