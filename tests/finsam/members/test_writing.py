from dataclasses import replace

import pytest

from finsam.members.models import BoardSeat
from finsam.members.profile import MemberKind, MemberProfile, Seat
from finsam.members.writing import write_members
from tests import factories

pytestmark = pytest.mark.django_db

MEMBER = MemberProfile(
    key=factories.key("member"),
    name="Bergs kommun",
    kind=MemberKind.MUNICIPALITY,
    seats=(Seat(holder="Anna"), Seat(holder="Bo")),
)


def annas_seat() -> BoardSeat:
    federation = factories.federation()
    write_members(federation, [MEMBER])
    seat = BoardSeat.objects.get(holder="Anna")
    seat.user, seat.office = factories.person(), "chair"
    seat.save()
    return seat


def test_a_seat_keeps_its_holders_account_and_office() -> None:
    seat = annas_seat()
    write_members(seat.member.federation, [MEMBER])
    seat.refresh_from_db()
    assert (seat.user is None, seat.office) == (False, "chair")


def test_nobody_takes_over_anothers_account_with_a_seat() -> None:
    seat = annas_seat()
    seats = (Seat(holder="Cia"), *MEMBER.seats)
    write_members(seat.member.federation, [replace(MEMBER, seats=seats)])
    assert not BoardSeat.objects.filter(user__isnull=False).exists()
    assert not BoardSeat.objects.exclude(office="").exists()


def test_the_deputies_order_of_service_stays_and_what_is_new_comes_last() -> None:
    seat = annas_seat()
    BoardSeat.objects.filter(holder="Bo").update(position=7)
    seats = (*MEMBER.seats, Seat(holder="Cia"))
    write_members(seat.member.federation, [replace(MEMBER, seats=seats)])
    assert [(s.holder, s.position) for s in BoardSeat.objects.all()] == [
        ("Anna", 0),
        ("Bo", 7),
        ("Cia", 7),
    ]
