"""Somebody can always appoint, once somebody could."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone

from finsam.federations.models import Federation
from finsam.members.access import standing
from finsam.members.appointing import LastAppointer, appointers, keeping_an_appointer
from finsam.members.models import BoardSeat, Role, User
from finsam.members.permissions import RULES, Action, Cell, Party
from finsam.members.removing import take_account, take_role
from tests import factories

pytestmark = pytest.mark.django_db


def chief(federation: Federation, email: str = "carin@berg.se") -> User:
    return factories.person("chief", federation, email)


def chair(federation: Federation, email: str = "olle@berg.se", **fields: object) -> BoardSeat:
    member = federation.members.first() or factories.member(federation)
    return factories.seat(member, factories.person(email=email), office="chair", **fields)


def role_of(user: User) -> Role:
    return user.roles.get()


def test_those_who_appoint_are_those_of_the_table() -> None:
    allowed = {party for party, cell in RULES[Action.APPOINT, "any"].items() if cell is Cell.YES}
    assert allowed == {Party.ADMINISTRATOR, Party.CHIEF, Party.CHAIR}


def test_chiefs_and_the_chair_of_today_appoint() -> None:
    here, there = factories.federation(), factories.federation("slattbygden")
    yesterday = timezone.localdate() - timedelta(days=1)
    first, seat = chief(here), chair(here)
    chair(here, "forr@berg.se", ends_on=yesterday)
    chief(there, "annan@dal.se")
    factories.person("staff", here, "bo@berg.se")
    User.objects.filter(pk=chief(here, "stangd@berg.se").pk).update(is_active=False)
    assert appointers(here) == {first.pk, seat.user_id}
    for user in User.objects.all():
        may = bool(standing(user, here).may(Action.APPOINT)) and user.is_active
        assert may == (user.pk in appointers(here))


def test_the_last_who_can_appoint_stays() -> None:
    federation = factories.federation()
    role = role_of(chief(federation))
    with pytest.raises(LastAppointer):
        take_role(federation=federation, role=role)
    assert Role.objects.filter(pk=role.pk).exists()


def test_the_last_chair_keeps_the_account() -> None:
    federation = factories.federation()
    seat = chair(federation)
    with pytest.raises(LastAppointer):
        take_account(federation=federation, held=seat)
    seat.refresh_from_db()
    assert seat.user is not None


def test_a_chief_may_go_where_the_chair_is_and_the_other_way_round() -> None:
    federation = factories.federation()
    user, seat = chief(federation), chair(federation)
    take_role(federation=federation, role=role_of(user))
    assert appointers(federation) == {seat.user_id}
    chief(federation)
    take_account(federation=federation, held=seat)
    assert appointers(federation) == {user.pk}


def test_a_chief_who_is_chair_too_may_lay_down_one_of_them() -> None:
    federation = factories.federation()
    user = chief(federation)
    factories.seat(factories.member(federation), user, office="chair")
    take_role(federation=federation, role=role_of(user))
    assert appointers(federation) == {user.pk}


def test_others_may_always_be_taken_away() -> None:
    federation = factories.federation()
    chief(federation)
    take_role(federation=federation, role=role_of(factories.person("staff", federation, "b@b.se")))
    assert Role.objects.count() == 1


def test_where_nobody_could_appoint_before_nobody_needs_to() -> None:
    federation = factories.federation()
    take_role(federation=federation, role=role_of(factories.person("staff", federation)))
    assert not Role.objects.exists()


def test_the_chair_of_a_member_that_leaves_cannot_be_the_last() -> None:
    federation = factories.federation()
    seat = chair(federation)
    with pytest.raises(LastAppointer), keeping_an_appointer(federation):
        seat.member.left_on = timezone.localdate() - timedelta(days=1)
        seat.member.save()
    seat.member.refresh_from_db()
    assert seat.member.left_on is None


def at_once(*deeds: Callable[[], None]) -> list[bool]:
    """Whether each was refused, when all are done at once, each on a connection of its own."""
    together = Barrier(len(deeds))

    def is_refused(deed: Callable[[], None]) -> bool:
        try:
            together.wait()
            deed()
        except LastAppointer:
            return True
        finally:
            connection.close()
        return False

    with ThreadPoolExecutor(len(deeds)) as people:
        return list(people.map(is_refused, deeds))


@pytest.mark.django_db(transaction=True)
def test_of_two_who_take_each_other_away_one_stays() -> None:
    federation = factories.federation()
    role, seat = role_of(chief(federation)), chair(federation)
    refused = at_once(
        lambda: take_role(federation=federation, role=role),
        lambda: take_account(federation=federation, held=seat),
    )
    assert sorted(refused) == [False, True]
    assert len(appointers(federation)) == 1
