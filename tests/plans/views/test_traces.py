"""The page of traces, for the chief, the auditor and the administrator."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from finsam.federations.models import Federation, Meeting
from finsam.members.models import Role
from finsam.traces.models import Trace
from tests import factories
from tests.plans.views.html import body, forbidden, text

pytestmark = pytest.mark.django_db

TRACES = "/fjallbygden/spar/"


def chief(client: Client) -> Federation:
    federation = factories.federation()
    factories.signed_in(client, "chief", federation)
    return federation


def meetings(federation: Federation, count: int) -> None:
    days = (date(2025, 1, 1) + timedelta(days=number) for number in range(count))
    Meeting.objects.bulk_create(Meeting(federation=federation, held_on=day) for day in days)


def test_a_trace_says_who_did_what_and_by_which_way(client: Client) -> None:
    federation = chief(client)
    Federation.objects.filter(pk=federation.pk).update(decision_day="11-25")
    page = client.get(TRACES)
    assert "Sista beslutsdag ändrades från inget till 11-25." in text(page)
    assert "databasen (finsam_owner) Utanför webben, i databasen" in text(page)
    assert forbidden(body(page)) == []


def test_the_newest_is_first_and_there_are_fifty_on_a_page(client: Client) -> None:
    meetings(chief(client), 60)
    first, second = client.get(TRACES), client.get(f"{TRACES}?sida=2")
    assert [body(page).count('class="change"') for page in (first, second)] == [50, 12]
    assert "Sida 1 av 2" in text(first)
    assert "lades till i tjänsten" in text(second)


def test_one_and_many_are_read_by_the_same_queries(client: Client) -> None:
    federation = chief(client)
    counts = []
    for more in (1, 59):
        with CaptureQueriesContext(connection) as queries:
            client.get(TRACES)
        counts.append(len(queries))
        Meeting.objects.all().delete()
        meetings(federation, more)
    assert counts == [7, 7]


def test_the_filter_shows_one_kind(client: Client) -> None:
    meetings(chief(client), 1)
    page = text(client.get(f"{TRACES}?slag=personer"))
    assert ("Rollen förbundschef gavs till" in page, "Styrelsemötet" in page) == (True, False)


@pytest.mark.parametrize(
    ("days", "count"), [("fran=2001-01-01", 2), ("till=2001-01-01", 0), ("fran=2199-01-01", 0)]
)
def test_the_filter_shows_a_time(client: Client, days: str, count: int) -> None:
    chief(client)
    page = client.get(f"{TRACES}?{days}")
    assert body(page).count('class="change"') == count
    assert ("Inga spår stämmer med det du valde." in text(page)) == (count == 0)


def test_the_next_page_keeps_what_was_asked(client: Client) -> None:
    meetings(chief(client), 60)
    assert "?sida=2&amp;slag=forbund" in body(client.get(f"{TRACES}?slag=forbund"))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("fran=igår", "Skriv datumet som 2023-11-30."),
        ("till=2025-13-01", "Skriv datumet som 2023-11-30."),
        ("slag=annat", "Välj något i listan."),
        ("fran=2025-02-01&till=2025-01-01", "Den sista dagen är före den första."),
    ],
)
def test_what_cannot_be_read_is_said_beside_its_field(
    client: Client, asked: str, said: str
) -> None:
    chief(client)
    page = client.get(f"{TRACES}?{asked}")
    assert (page.status_code, said in text(page)) == (422, True)


def test_without_traces_it_says_so(client: Client) -> None:
    client.force_login(factories.administrator())
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE federations_federation DISABLE TRIGGER USER")
    factories.federation()
    assert "Inga spår än." in text(client.get(TRACES))


@pytest.mark.parametrize("role", Role.Kind.values)
def test_who_may_read(client: Client, role: str) -> None:
    factories.signed_in(client, role, factories.federation())
    allowed = role in ("chief", "auditor")
    assert client.get(TRACES).status_code == (200 if allowed else 403)
    link = f'href="{TRACES}"' in body(client.get("/fjallbygden/"))
    assert link == allowed


def test_another_federations_traces_are_not_there(client: Client) -> None:
    factories.federation()
    factories.signed_in(client, "chief", factories.federation("sorsjo"))
    assert client.get(TRACES).status_code == 404


def test_another_federations_traces_are_not_shown(client: Client) -> None:
    other = factories.federation("sorsjo", name=f"Förbundet {factories.SECRET}")
    chief(client)
    assert Trace.objects.of(other.pk).count() == 1
    assert factories.SECRET not in body(client.get(TRACES))


def test_nothing_is_posted_here(client: Client) -> None:
    chief(client)
    assert client.post(TRACES).status_code == 405
