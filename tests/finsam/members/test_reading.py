from datetime import date
from uuid import NAMESPACE_URL, uuid5

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from finsam.federations.models import Federation
from finsam.members.profile import MemberKind, MemberProfile, Seat, SeatKind
from finsam.members.reading import members_of
from finsam.members.writing import write_members

pytestmark = pytest.mark.django_db


def federation(slug: str = "fjall") -> Federation:
    return Federation.objects.create(slug=slug, name=slug, short_name=slug)


def member(name: str, *seats: Seat) -> MemberProfile:
    return MemberProfile(
        key=uuid5(NAMESPACE_URL, name), name=name, kind=MemberKind.MUNICIPALITY, seats=seats
    )


FULL = MemberProfile(
    key=uuid5(NAMESPACE_URL, "Berg"),
    name="Bergs kommun",
    kind=MemberKind.MUNICIPALITY,
    short_name="Berg",
    official_address="kommun@berg.example",
    joined_on=date(2010, 1, 1),
    left_on=date(2030, 12, 31),
    seats=(
        Seat(holder="Bo Dal", starts_on=date(2023, 1, 1), ends_on=date(2026, 12, 31)),
        Seat(kind=SeatKind.DEPUTY),
    ),
)


def test_members_are_read_as_they_were_written_in_their_own_order() -> None:
    members = (member("Öst", Seat()), FULL, member("Ask"))
    own = federation()
    write_members(own, members)
    assert members_of(own) == members


def test_another_federations_members_are_not_read() -> None:
    own, other = federation(), federation("slatt")
    write_members(other, (FULL,))
    assert members_of(own) == ()


@pytest.mark.parametrize("count", [1, 50])
def test_members_are_read_by_two_queries_however_many(count: int) -> None:
    own = federation()
    write_members(own, [member(f"Kommun {number}", Seat(), Seat()) for number in range(count)])
    with CaptureQueriesContext(connection) as captured:
        members_of(own)
    assert len(captured) == 2
