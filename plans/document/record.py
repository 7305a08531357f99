"""What a record of a decision says: who was there, and what became of each att-sats. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any


class Attended(StrEnum):
    PRESENT = "present"
    REMOTE = "remote"
    ABSENT = "absent"


class Outcome(StrEnum):
    GRANTED = "granted"
    REJECTED = "rejected"
    REFERRED_BACK = "referred_back"


ATTENDED = {
    Attended.PRESENT: "närvarande",
    Attended.REMOTE: "på distans",
    Attended.ABSENT: "frånvarande",
}
OUTCOMES = {
    Outcome.GRANTED: "bifall",
    Outcome.REJECTED: "avslag",
    Outcome.REFERRED_BACK: "återremiss",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """A seat's holder at the meeting. `serves_for` is the seat that a deputy serves for, 0 none.

    `serves_for_name` is who holds it. `has_conflict`: jäv, takes no part in the matter.
    """

    seat: int
    name: str
    member: str
    office: str = ""
    is_deputy: bool = False
    attended: str = Attended.PRESENT
    serves_for: int = 0
    serves_for_name: str = ""
    has_conflict: bool = False

    @property
    def is_there(self) -> bool:
        return self.attended != Attended.ABSENT

    @property
    def decides(self) -> bool:
        """Whether the person takes part in the decision."""
        in_place = not self.is_deputy or bool(self.serves_for)
        return self.is_there and in_place and not self.has_conflict

    @property
    def words(self) -> str:
        """ "Anna Ek, Bergs kommun, på distans, tjänstgör för Bo Al, jäv"."""
        said = [self.name, self.member]
        said += ["på distans"] if self.attended == Attended.REMOTE else []
        said += [f"tjänstgör för {self.serves_for_name}"] if self.serves_for else []
        return ", ".join(said + (["jäv"] if self.has_conflict else []))


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """An att-sats without its "att", and what became of it."""

    text: str
    outcome: str = Outcome.GRANTED

    @property
    def words(self) -> str:
        return f"att {self.text}: {OUTCOMES[Outcome(self.outcome)]}"


def outcome_of(resolutions: Iterable[Resolution]) -> str:
    """What became of the matter: sent back if any of them is, decided if any is granted."""
    found = {one.outcome for one in resolutions}
    for outcome in (Outcome.REFERRED_BACK, Outcome.GRANTED):
        if outcome in found:
            return outcome
    return Outcome.REJECTED


def with_service(attendees: Sequence[Attendee], waiting: Iterable[int]) -> tuple[Attendee, ...]:
    """Deputies who wait for a place get those of the absent: their own member's, else in order.

    `waiting` are their seats. The order is that of the list, which is the federation's (12 §).
    """
    taken = {one.serves_for for one in attendees}
    free = [
        one for one in attendees if not one.is_deputy and not one.is_there and one.seat not in taken
    ]
    found = {one.seat: one for one in attendees}
    left = [one for one in attendees if one.seat in set(waiting) and one.is_there]
    for same_member in (True, False):
        for deputy in list(left):
            seats = [one for one in free if not same_member or one.member == deputy.member]
            if seats:
                found[deputy.seat] = replace(
                    deputy, serves_for=seats[0].seat, serves_for_name=seats[0].name
                )
                free.remove(seats[0])
                left.remove(deputy)
    return tuple(found.values())


def is_quorate(attendees: Iterable[Attendee], *, seats: int, quorum: int | None) -> bool:
    """Whether so many took part as must: the federation's number, else more than half of the
    regular seats."""
    return sum(one.decides for one in attendees) >= needed(seats=seats, quorum=quorum)


def needed(*, seats: int, quorum: int | None) -> int:
    """How many must take part."""
    return quorum or seats // 2 + 1


def attendees_of(rows: Iterable[dict[str, Any]]) -> tuple[Attendee, ...]:
    """Out of what is stored."""
    return tuple(Attendee(**row) for row in rows)


def resolutions_of(rows: Iterable[dict[str, Any]]) -> tuple[Resolution, ...]:
    """Out of what is stored."""
    return tuple(Resolution(**row) for row in rows)


def stored(things: Iterable[Attendee | Resolution]) -> list[dict[str, Any]]:
    """As it is stored."""
    return [asdict(one) for one in things]
