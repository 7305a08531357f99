"""What a person is in a federation, on a day."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from pytest_django import DjangoAssertNumQueries

from finsam.members.access import Standing, standing, standings
from finsam.members.models import Role
from finsam.members.permissions import Verdict
from tests import factories

pytestmark = pytest.mark.django_db

DAY = date(2025, 6, 1)


def test_a_verdict_is_true_where_it_allows() -> None:
    assert Verdict(True)
    assert not Verdict(False, "Planen är ett utkast.")


def test_a_stranger_is_nothing() -> None:
    federation = factories.federation()
    nothing = Standing()
    assert standing(factories.person(), federation) == nothing
    assert standing(AnonymousUser(), federation) == nothing
    assert (nothing.belongs, nothing.words) == (False, "")


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("chief", "Förbundschef"),
        ("staff", "Kansli"),
        ("board", "Styrelsen"),
        ("member", "Medlemsrepresentant"),
        ("auditor", "Revisor"),
        ("economist", "Ekonom"),
        ("preparation", "Beredningsgrupp"),
    ],
)
def test_a_role_says_what_the_person_is(role: str, words: str) -> None:
    federation = factories.federation()
    person = standing(factories.person(role, federation), federation)
    assert (person.belongs, person.words) == (True, words)


def test_several_roles_are_a_union() -> None:
    federation = factories.federation()
    user = factories.person("auditor", federation)
    factories.person("staff", federation)
    person = standing(user, federation)
    assert person.roles == {"auditor", "staff"}
    assert person.words == "Kansli, revisor"


def test_a_role_elsewhere_is_nothing_here() -> None:
    here, there = factories.federation(), factories.federation("slattbygden")
    user = factories.person("chief", there)
    assert not standing(user, here).belongs


@pytest.mark.parametrize("office", ["", "chair", "vice_chair"])
def test_a_seat_makes_a_board_member_with_its_office(office: str) -> None:
    federation, user = factories.federation(), factories.person()
    factories.seat(factories.member(federation), user, office=office)
    person = standing(user, federation)
    assert (person.roles, person.offices) == ({"board"}, {office} - {""})


def test_the_chair_is_called_so() -> None:
    federation, user = factories.federation(), factories.person()
    factories.seat(factories.member(federation), user, office="chair")
    assert standing(user, federation).words == "Styrelsen, ordförande"


def test_a_deputys_seat_counts_too() -> None:
    federation, user = factories.federation(), factories.person()
    factories.seat(factories.member(federation), user, kind="deputy")
    assert standing(user, federation).roles == {"board"}


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "belongs"),
    [
        (None, None, True),
        (DAY, DAY, True),
        (date(2025, 1, 1), None, True),
        (None, date(2025, 12, 31), True),
        (date(2025, 6, 2), None, False),
        (None, date(2025, 5, 31), False),
    ],
)
def test_a_seat_counts_from_its_first_day_to_its_last(
    starts_on: date | None, ends_on: date | None, belongs: bool
) -> None:
    federation, user = factories.federation(), factories.person()
    factories.seat(factories.member(federation), user, starts_on=starts_on, ends_on=ends_on)
    assert standing(user, federation, on=DAY).belongs is belongs
    assert bool(standings(user, on=DAY)) is belongs


def test_an_administrator_belongs_everywhere() -> None:
    person = standing(factories.administrator(), factories.federation())
    assert (person.belongs, person.words) == (True, "Administratör")


def test_standings_are_those_of_each_federation_by_name() -> None:
    slatt, fjall = factories.federation("slattbygden"), factories.federation("fjallbygden")
    factories.federation("kustbygden")
    user = factories.person("chief", slatt)
    factories.seat(factories.member(fjall), user, office="chair")
    assert [(f.slug, s.words) for f, s in standings(user)] == [
        ("fjallbygden", "Styrelsen, ordförande"),
        ("slattbygden", "Förbundschef"),
    ]
    assert all(s == standing(user, f) for f, s in standings(user))


def test_an_administrator_sees_every_federation() -> None:
    for slug in ("slattbygden", "fjallbygden"):
        factories.federation(slug)
    found = [(f.slug, s.words) for f, s in standings(factories.administrator())]
    assert found == [("fjallbygden", "Administratör"), ("slattbygden", "Administratör")]


def test_a_standing_takes_two_queries(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    federation = factories.federation()
    user = factories.person("chief", federation)
    with django_assert_num_queries(2):
        standing(user, federation)


@pytest.mark.parametrize("count", [1, 30])
def test_standings_take_three_queries_however_many(
    django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    user = factories.person()
    for number in range(count):
        federation = factories.federation(f"forbund-{number}")
        Role.objects.create(user=user, federation=federation, kind="chief")
        factories.seat(factories.member(federation), user)
    with django_assert_num_queries(3) as queries:
        assert len(standings(user)) == count
    assert not any('"logo"' in query["sql"] for query in queries)
