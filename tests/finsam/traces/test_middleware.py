"""Whose name the traces of a request have."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from finsam.federations.models import Federation, Meeting
from finsam.members.models import User
from finsam.traces.middleware import NOBODY, actor_name, sign_traces
from finsam.traces.models import Trace
from tests import factories

pytestmark = pytest.mark.django_db


def asked(user: object, work: Callable[[], Any]) -> None:
    """Do the work within a request of this person."""

    def answer(request: HttpRequest) -> HttpResponse:
        work()
        return HttpResponse()

    request = RequestFactory().get("/")
    request.user = user  # type: ignore[assignment]
    sign_traces(answer)(request)


def test_a_change_on_the_web_has_the_persons_name() -> None:
    federation = factories.federation()
    user = User(email="anna@berg.se", name="Anna Berg")
    asked(user, lambda: Meeting.objects.create(federation=federation, held_on="2025-11-25"))
    trace = Trace.objects.of(federation.pk)[0]
    assert (trace.actor, trace.via) == ("Anna Berg (anna@berg.se)", "web")


@pytest.mark.django_db(transaction=True)
def test_after_the_request_the_name_is_gone() -> None:
    asked(User(email="anna@berg.se"), factories.federation)
    factories.federation("sorsjo")
    found = Trace.objects.filter(kind="federation").order_by("pk")
    assert [one.via for one in found] == ["web", "database"]


@pytest.mark.parametrize(
    ("user", "name"),
    [
        (AnonymousUser(), NOBODY),
        (User(email="anna@berg.se"), "anna@berg.se"),
        (User(email="anna@berg.se", name="Anna"), "Anna (anna@berg.se)"),
        (User(email="a@b.se", name="A", is_superuser=True), "A (a@b.se), administratör"),
    ],
    ids=["nobody", "without a name", "named", "administrator"],
)
def test_who_somebody_is_called(user: object, name: str) -> None:
    assert actor_name(user) == name


def test_who_signs_in_during_the_request_is_whose_work_it_is() -> None:
    request = RequestFactory().get("/")
    request.user = AnonymousUser()

    def answer(request: HttpRequest) -> HttpResponse:
        request.user = User(email="anna@berg.se")
        factories.federation()
        return HttpResponse()

    sign_traces(answer)(request)
    assert Trace.objects.latest("pk").actor == "anna@berg.se"


def test_a_name_costs_no_query() -> None:
    with CaptureQueriesContext(connection) as bare:
        factories.federation("ett")
    with CaptureQueriesContext(connection) as signed:
        asked(User(email="anna@berg.se"), lambda: factories.federation("tva"))
    assert len(signed) == len(bare)


def test_savepoints_and_named_cursors_work_on() -> None:
    def work() -> None:
        with transaction.atomic():
            factories.federation()
        assert [one.slug for one in Federation.objects.all().iterator()] == ["fjallbygden"]
        with connection.cursor() as cursor:
            cursor.execute("UPDATE federations_federation SET seat = %(seat)s", {"seat": "Berg"})
            assert cursor.rowcount == 1

    asked(User(email="anna@berg.se"), work)
    assert Trace.objects.latest("pk").actor == "anna@berg.se"


def test_the_admins_changes_have_the_administrators_name(client: Client) -> None:
    federation = factories.federation()
    client.force_login(factories.administrator())
    address = "/admin/members/member/add/"
    values = {
        "federation": federation.pk,
        "name": "Bergs kommun",
        "kind": "municipality",
        "position": 0,
        "seats-TOTAL_FORMS": 0,
        "seats-INITIAL_FORMS": 0,
    }
    assert client.post(address, values).status_code == 302
    trace = Trace.objects.of(federation.pk)[0]
    assert (trace.kind, trace.actor) == ("member", "admin@berg.se, administratör")


def test_the_admin_reads_traces_and_no_more(client: Client) -> None:
    factories.federation()
    client.force_login(factories.administrator())
    pk = Trace.objects.latest("pk").pk
    answers = [
        client.get(f"/admin/traces/trace/{each}").status_code
        for each in ("", f"{pk}/change/", "add/", f"{pk}/delete/")
    ]
    assert answers == [200, 200, 403, 403]
