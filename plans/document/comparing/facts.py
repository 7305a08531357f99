"""What two plans are, beside each other: facts about each, and no changes of what it says."""

from collections.abc import Iterator
from dataclasses import dataclass

from finsam.members.profile import SeatKind
from plans.document.blocks.organisation import members_in
from plans.document.content import PlanContent
from plans.document.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A fact of the earlier plan and of the later, as they are said; either may be empty."""

    label: str
    before: str
    after: str


def facts(before: Document, after: Document) -> tuple[Fact, ...]:
    """The version, year, decisions and members of both; the last two only where they differ."""
    found = (
        Fact(label="Version", before=before.label, after=after.label),
        Fact(label="År", before=str(before.content.year), after=str(after.content.year)),
        Fact(label="Förbund", before=before.cover.federation, after=after.cover.federation),
        *_members(before.content, after.content),
    )
    return tuple(each for each in found if each.label == "Version" or each.before != each.after)


def _members(before: PlanContent, after: PlanContent) -> Iterator[Fact]:
    """A member that is in one of them only, or has another name or other seats."""
    was, now = _seats(before), _seats(after)
    for key in {**was, **now}:
        if was.get(key) != now.get(key):
            yield Fact(label="Medlem", before=was.get(key, ""), after=now.get(key, ""))


def _seats(content: PlanContent) -> dict[object, str]:
    """Each member of the plan's year with its seats: "Malå kommun, 1 ledamot, 1 ersättare"."""
    return {
        member.key: f"{member.name}, platser i styrelsen: "
        f"{sum(seat.kind is SeatKind.REGULAR for seat in member.seats)} + "
        f"{sum(seat.kind is SeatKind.DEPUTY for seat in member.seats)}"
        for member in members_in(content)
    }
