"""The board's seats: a whole period at once, one seat, and the end of one."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from finsam.federations.models import Federation
from finsam.members.house.board import DAY
from finsam.members.house.seats import clashes_of, last_day, seats_of
from finsam.members.house.writing.appointed import Kept
from finsam.members.models import BoardSeat


class Clash(Kept):
    """What cannot be so in the board."""


@transaction.atomic
def begin_period(
    *, federation: Federation, seats: Sequence[BoardSeat], starts_on: date, ends_earlier: bool
) -> int:
    """Save the seats of a mandate period, all or none; returns how many earlier ones ended.

    `ends_earlier` ends those that have begun and would go on, the day before. Who sits for the
    same member as until now keeps the account. Raises Clash.
    """
    earlier = seats_of(federation)
    ended = _ended(earlier, starts_on) if ends_earlier else []
    for seat in seats:
        seat.user_id = _account(seat, earlier)
    BoardSeat.objects.bulk_update(ended, ["ends_on"])
    BoardSeat.objects.bulk_create(seats)
    _refuse_clashes(federation)
    return len(ended)


@transaction.atomic
def save_seat(*, seat: BoardSeat) -> None:
    """Save one seat. Raises Clash, and leaves nothing behind."""
    seat.save()
    _refuse_clashes(seat.member.federation)


@transaction.atomic
def end_seat(*, seat: BoardSeat, ends_on: date, successor: str) -> BoardSeat | None:
    """End a seat on a day. From the day after it is the successor's, vacant without one.

    Returns the new seat, None where the old one would not have gone on. The office stays with
    neither: who is chair is chosen anew. Raises Clash.
    """
    until = seat.ends_on
    seat.ends_on = ends_on
    seat.save(update_fields=["ends_on"])
    if until is not None and until <= ends_on:
        return None
    following = BoardSeat.objects.create(
        member=seat.member,
        kind=seat.kind,
        holder=successor,
        position=seat.position,
        starts_on=ends_on + DAY,
        ends_on=until,
    )
    _refuse_clashes(seat.member.federation)
    return following


def _ended(seats: Sequence[BoardSeat], starts_on: date) -> list[BoardSeat]:
    """Those that had begun before a day and would be held on it, now ending the day before."""
    ended = [
        seat
        for seat in seats
        if (seat.starts_on is None or seat.starts_on < starts_on)
        and (seat.ends_on is None or seat.ends_on >= starts_on)
    ]
    for seat in ended:
        seat.ends_on = starts_on - DAY
    return ended


def _account(seat: BoardSeat, earlier: Sequence[BoardSeat]) -> int | None:
    """The account of the same name's newest seat for the same member, if it goes on until then.

    Whoever has been away is invited anew: a name alone is nobody's right.
    """
    same = [
        other
        for other in earlier
        if other.user_id
        and other.member_id == seat.member_id
        and other.holder
        and other.holder.casefold() == seat.holder.casefold()
        and _goes_on_until(other, seat.starts_on)
    ]
    return max(same, key=lambda other: other.pk).user_id if same else None


def _goes_on_until(seat: BoardSeat, day: date | None) -> bool:
    """Whether a seat is held on the day before, or longer."""
    end = last_day(seat)
    return day is None or end is None or end >= day - DAY


def _refuse_clashes(federation: Federation) -> None:
    reasons = clashes_of(seats_of(federation))
    if reasons:
        raise Clash(*reasons)
