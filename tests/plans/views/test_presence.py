"""Who else writes in the plan is shown, and nobody is locked out."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from plans.models import Plan, Presence
from tests import factories
from tests.plans.views.html import body

pytestmark = pytest.mark.django_db

ADDRESS = "/fjallbygden/2025/narvaro/"


def here(plan: Plan, email: str, unit: str = "", seconds: int = 0) -> None:
    person = factories.person("staff", plan.federation, email=email)
    seen = timezone.now() - timedelta(seconds=seconds)
    Presence.objects.create(plan=plan, user=person, unit=unit, seen_at=seen)


def asked(client: Client, plan: Plan, unit: str = "") -> str:
    factories.signed_in(client, "chief", plan.federation)
    return " ".join(body(client.post(ADDRESS, {"unit": unit})).split())


def test_alone_one_sees_nobody(client: Client) -> None:
    plan = factories.draft_plan()
    assert asked(client, plan) == ""
    assert plan.presences.count() == 1


def test_others_are_named_with_what_they_write_in(client: Client) -> None:
    plan = factories.draft_plan()
    here(plan, "bo@berg.se", f"text/{factories.key('aim')}")
    here(plan, "cia@berg.se")
    said = asked(client, plan)
    assert "bo@berg.se skriver texten i Syfte" in said
    assert "cia@berg.se har planen öppen" in said


@pytest.mark.parametrize("unit", ["x/y", "text/<script>", "text/" + "9" * 200, "/"])
def test_nonsense_is_nobodys_place(client: Client, unit: str) -> None:
    plan = factories.draft_plan()
    here(plan, "bo@berg.se", unit[:80])
    said = asked(client, plan, unit)
    assert "<script>" not in said
    assert "bo@berg.se" in said


def test_who_has_not_been_heard_of_has_gone(client: Client) -> None:
    plan = factories.draft_plan()
    here(plan, "bo@berg.se", seconds=60)
    assert asked(client, plan) == ""


def test_those_in_another_plan_are_not_here(client: Client) -> None:
    plan = factories.draft_plan()
    here(factories.draft_plan(year=2026), "bo@berg.se")
    assert asked(client, plan) == ""


@pytest.mark.parametrize("count", [1, 20])
def test_the_queries_are_as_many_however_many_there_are(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    plan = factories.draft_plan()
    for number in range(count):
        here(plan, f"bo{number}@berg.se", f"text/{factories.key('aim')}")
    asked(client, plan)
    with django_assert_num_queries(11):
        client.post(ADDRESS)


def test_it_is_the_offices(client: Client) -> None:
    plan = factories.draft_plan()
    factories.signed_in(client, "board", plan.federation)
    assert client.post(ADDRESS).status_code == 403
    factories.signed_in(client, "chief", factories.federation("slatt"))
    assert client.post(ADDRESS).status_code == 404
    assert client.get(ADDRESS).status_code == 405
