"""The board's seats as they are read and judged together."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from finsam.federations.models import Federation
from finsam.members.house.board import Term, clashes
from finsam.members.models import BoardSeat


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """The seats of today, those to come, and the earlier ones, the latest first."""

    present: list[BoardSeat]
    coming: list[BoardSeat]
    earlier: list[BoardSeat]


def seats_of(federation: Federation) -> list[BoardSeat]:
    """All the seats there are or were: by the members' order, regular before deputies. One query.

    Deputies of a member stand in their order of service.
    """
    seats = BoardSeat.objects.filter(member__federation=federation)
    return sorted(
        seats.select_related("member", "user"),
        key=lambda seat: (
            seat.member.position,
            seat.member.pk,
            seat.kind == BoardSeat.Kind.DEPUTY,
            seat.position,
            seat.pk,
        ),
    )


def board_on(seats: Iterable[BoardSeat], day: date) -> Board:
    """The seats by whether they are held on a day. A seat ends when its member leaves."""
    board = Board(present=[], coming=[], earlier=[])
    for seat in seats:
        end = last_day(seat)
        if end and end < day:
            board.earlier.append(seat)
        elif seat.starts_on and seat.starts_on > day:
            board.coming.append(seat)
        else:
            board.present.append(seat)
    board.earlier.sort(key=lambda seat: last_day(seat) or day, reverse=True)
    return board


def last_day(seat: BoardSeat) -> date | None:
    """The last day of the seat, None where it goes on."""
    ends = [end for end in (seat.ends_on, seat.member.left_on) if end]
    return min(ends) if ends else None


def clashes_of(seats: Iterable[BoardSeat]) -> list[str]:
    """What cannot be so among the seats, in Swedish."""
    return clashes([_term(seat) for seat in seats])


def marks_of(seats: Iterable[BoardSeat]) -> list[tuple[object, ...]]:
    """What a page shows of the seats, so that a change of any of them is seen."""
    return [
        (s.pk, s.member_id, s.kind, s.office, s.holder, s.user_id, s.starts_on, s.ends_on)
        for s in seats
    ]


def _term(seat: BoardSeat) -> Term:
    return Term(
        holder=seat.holder,
        is_regular=seat.kind == BoardSeat.Kind.REGULAR,
        is_chair=seat.office == BoardSeat.Office.CHAIR,
        account=seat.user_id,
        starts_on=seat.starts_on,
        ends_on=last_day(seat),
    )
