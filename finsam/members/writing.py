"""Members and their seats from the profiles that plans carry."""

from collections.abc import Sequence
from itertools import zip_longest

from finsam.federations.models import Federation
from finsam.members.models import BoardSeat, Member
from finsam.members.profile import MemberProfile, Seat
from finsam.rows import upsert

UNIQUE = ("federation", "key")
CARRIED = ("key", "name", "kind", "short_name", "official_address", "joined_on", "left_on")


def write_members(federation: Federation, members: Sequence[MemberProfile]) -> None:
    """Create or update members by their keys, with their seats, in this order.

    A member that is not among them stays, last: its roles and other years' plans stand on it.
    """
    others = Member.objects.filter(federation=federation).exclude(key__in=[m.key for m in members])
    for position, other in enumerate(others, start=len(members)):
        Member.objects.filter(pk=other.pk).update(position=position)
    rows = upsert(
        Member,
        UNIQUE,
        (
            {
                "federation": federation,
                "position": position,
                **{name: getattr(member, name) for name in CARRIED},
            }
            for position, member in enumerate(members)
        ),
    )
    for row, member in zip(rows, members, strict=True):
        _write_seats(row, member.seats)


def _write_seats(member: Member, seats: Sequence[Seat]) -> None:
    """Seats have no key: the first stays the first.

    Its account and office are its holder's, and go where another holds it or it is of another kind.
    Its position is the deputies' order of service, which the profile does not carry: it stays.
    """
    last = 0
    for row, seat in zip_longest(member.seats.all(), seats):
        if seat is None:
            row.delete()
            continue
        row = row or BoardSeat(member=member, position=last)
        if (row.kind, row.holder) != (seat.kind, seat.holder):
            row.user, row.office = None, BoardSeat.Office.NONE
        last, row.kind, row.holder = row.position, seat.kind, seat.holder
        row.starts_on, row.ends_on = seat.starts_on, seat.ends_on
        row.save()
