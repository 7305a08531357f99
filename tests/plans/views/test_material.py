"""The page of working material, and clearing what is past its time."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from finsam.federations.models import Federation
from finsam.members.models import Role
from finsam.traces.models import Trace
from plans.models import Change, Plan
from tests import factories
from tests.plans.views.html import body, forbidden, text

pytestmark = pytest.mark.django_db

MATERIAL = "/fjallbygden/arbetsmaterial/"
LONG_AGO = datetime(2010, 1, 1, 12, tzinfo=UTC)


def chief(client: Client) -> Plan:
    plan = factories.draft_plan()
    factories.signed_in(client, "chief", plan.federation)
    return plan


def changes(plan: Plan, count: int, at: datetime = LONG_AGO) -> None:
    Change.objects.bulk_create(
        Change(
            plan=plan,
            kind="section",
            key=factories.key("aim"),
            action="removed",
            person_name="Anna",
            began_at=at,
            changed_at=at,
        )
        for _ in range(count)
    )


def test_no_months_are_until_it_is_cleared(client: Client) -> None:
    plan = chief(client)
    changes(plan, 3)
    Federation.objects.update(keeping_months=0)
    assert "Den sparas tills du rensar den." in text(client.get(MATERIAL))
    client.post(MATERIAL)
    assert not Change.objects.exists()


def test_it_says_what_there_is_and_what_may_go(client: Client) -> None:
    plan = chief(client)
    changes(plan, 3)
    changes(plan, 2, timezone.now())
    page = client.get(MATERIAL)
    assert "2025 5 2010-01-01 3" in text(page)
    assert "Den sparas i 24 månader" in text(page)
    assert "Rensa arbetsmaterial" in text(page)
    assert forbidden(body(page)) == []


def test_where_nothing_is_past_its_time_there_is_nothing_to_press(client: Client) -> None:
    changes(chief(client), 2, timezone.now())
    page = text(client.get(MATERIAL))
    assert "Inget är äldre än gallringstiden." in page
    assert "Rensa arbetsmaterial" not in page


def test_without_plans_it_says_so(client: Client) -> None:
    factories.signed_in(client, "chief", factories.federation())
    assert "Inget arbetsmaterial än." in text(client.get(MATERIAL))


def test_clearing_removes_what_is_past_and_says_so_in_the_traces(client: Client) -> None:
    plan = chief(client)
    changes(plan, 3)
    changes(plan, 1, timezone.now() - timedelta(days=30))
    page = client.post(MATERIAL, follow=True)
    assert page.redirect_chain == [(MATERIAL, 302)]
    assert "3 ändringar är rensade. Det står i spåren." in body(page)
    assert plan.changes.count() == 1
    trace = Trace.objects.of(plan.federation_id)[0]
    assert (trace.kind, trace.actor, trace.via) == ("clearing", "chief@fjallbygden.se", "web")
    assert "Arbetsmaterialet för planen 2025 rensades: 3 ändringar" in text(
        client.get("/fjallbygden/spar/")
    )


def test_clearing_twice_is_no_harm(client: Client) -> None:
    chief(client)
    page = client.post(MATERIAL, follow=True)
    assert "Inget arbetsmaterial var äldre än gallringstiden." in body(page)


def test_one_and_many_are_read_by_the_same_queries(client: Client) -> None:
    plan = chief(client)
    counts = []
    for year in (2026, 2027):
        with CaptureQueriesContext(connection) as queries:
            client.get(MATERIAL)
        counts.append(len(queries))
        changes(factories.draft_plan(year=year), 30)
    assert (counts[0], counts[1]) == (6, 6), plan


@pytest.mark.parametrize("role", Role.Kind.values)
@pytest.mark.parametrize("method", ["get", "post"])
def test_who_may_clear(client: Client, role: str, method: str) -> None:
    plan = factories.draft_plan()
    changes(plan, 1)
    factories.signed_in(client, role, plan.federation)
    allowed = {"get": 200, "post": 302}[method] if role == "chief" else 403
    assert getattr(client, method)(MATERIAL).status_code == allowed
    assert plan.changes.count() == (0 if allowed == 302 else 1)


def test_an_auditor_who_is_also_the_chief_clears_nothing(client: Client) -> None:
    plan = chief(client)
    Role.objects.create(
        user=factories.person(email="chief@fjallbygden.se"),
        federation=plan.federation,
        kind="auditor",
    )
    assert client.post(MATERIAL).status_code == 403


@pytest.mark.parametrize("method", ["get", "post"])
def test_another_federations_material_is_not_there(client: Client, method: str) -> None:
    plan = factories.draft_plan()
    changes(plan, 1)
    factories.signed_in(client, "chief", factories.federation("sorsjo"))
    assert getattr(client, method)(MATERIAL).status_code == 404
    assert plan.changes.count() == 1
