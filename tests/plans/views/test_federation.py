"""One federation's page."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from finsam.federations.models import Federation
from finsam.members.permissions import REFUSALS, Action
from tests import factories
from tests.plans.views.html import body, text

pytestmark = pytest.mark.django_db

ADDRESS = "/fjallbygden/"


def test_it_shows_plans_and_members(client: Client) -> None:
    plan = factories.decided_plan()
    page = factories.signed_in(client, "chief", plan.federation).get(ADDRESS)
    assert text(page).startswith(
        "Samordningsförbundet Fjallbygden Verksamhetsplan Ny plan "
        "Beslutad Skymningsplanen 2025 Beslutad 2024-11-28. "
        "PDF , Skymningsplanen 2025 Läs planen , Skymningsplanen 2025 Året "
    )
    assert text(page).endswith(
        "Lägg in en tidigare plan som PDF "
        "Medlemmar Kommunen Skymning kommun "
        "Förbundets sidor Förbundets uppgifter Personer och inbjudningar Utkorg Spår Arbetsmaterial"
    )


def test_without_plans_and_members_it_says_so(client: Client) -> None:
    page = factories.signed_in(client, "chief", factories.federation()).get(ADDRESS)
    assert "Ingen plan finns än." in text(page)
    assert "Inga medlemmar är inlagda än." in text(page)


@pytest.mark.parametrize("role", ["board", "member", "auditor"])
def test_others_see_why_they_may_not_open_a_draft(client: Client, role: str) -> None:
    plan = factories.draft_plan()
    page = factories.signed_in(client, role, plan.federation).get(ADDRESS)
    assert REFUSALS[Action.READ_PLAN].reason in text(page)
    assert 'href="/fjallbygden/2025/"' not in body(page)


def test_another_federation_is_not_there(client: Client) -> None:
    factories.decided_plan()
    response = factories.signed_in(client, "chief", factories.federation("slatt")).get(ADDRESS)
    assert response.status_code == 404
    assert factories.SECRET not in body(response)
    assert "Fjallbygden" not in body(response)


def test_a_federation_that_does_not_exist_is_not_there(client: Client) -> None:
    factories.signed_in(client, "chief", factories.federation())
    assert client.get("/kustbygden/").status_code == 404


def test_without_sign_in_one_is_sent_to_sign_in_there_or_not(client: Client) -> None:
    factories.federation()
    for slug in ("fjallbygden", "kustbygden"):
        response = client.get(f"/{slug}/")
        assert (response.status_code, response["Location"]) == (302, f"/logga-in/?next=/{slug}/")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_the_page_is_for_reading(client: Client, method: str) -> None:
    factories.signed_in(client, "chief", factories.federation())
    assert getattr(client, method)(ADDRESS).status_code == 405


@pytest.mark.parametrize("count", [1, 30])
def test_the_queries_are_as_many_for_one_plan_and_member_as_for_30(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for year in range(2030, 2030 + count):
        plan = factories.decided_plan(year=year)
    for number in range(count - 1):
        factories.member(plan.federation, f"Kommun {number}")
    Federation.objects.update(logo=b"png", logo_media_type="image/png")
    factories.signed_in(client, "auditor", plan.federation)
    # Session, person, federation, roles, seats, plans, decisions, filed plans, bars, meetings,
    # national days, members.
    with django_assert_num_queries(15) as queries:
        page = client.get(ADDRESS)
    assert body(page).count('muted small">kommun') == count
    assert not any('"logo"' in query["sql"] or '"data"' in query["sql"] for query in queries)


def test_an_auditor_begins_at_each_plans_case_file(client: Client) -> None:
    plan = factories.decided_plan()
    factories.decided_plan(year=2024)
    page = body(factories.signed_in(client, "auditor", plan.federation).get(ADDRESS))
    assert re.findall(r'href="(/fjallbygden/\d+/akten/)"', page) == [
        "/fjallbygden/2025/akten/",
        "/fjallbygden/2024/akten/",
    ]
    others = body(factories.signed_in(client, "board", plan.federation).get(ADDRESS))
    assert "akten" not in others
