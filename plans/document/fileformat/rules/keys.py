"""One key, one thing: within the plan and kind."""

from collections.abc import Iterator
from uuid import UUID

from budgets.sheet import Line
from finsam.members.profile import MemberProfile
from goals.content import Activity, Goal, Indicator, Intervention, Perspective
from plans.document.content import Picture, Section
from plans.document.fileformat.faults import Fault, pointer
from plans.document.fileformat.rules.places import Place, Places

KEYED = (
    MemberProfile,
    Section,
    Perspective,
    Goal,
    Activity,
    Indicator,
    Intervention,
    Line,
    Picture,
)


def key_faults(places: Places) -> Iterator[Fault]:
    """Keys that stand on two things of the same kind."""
    for kind in KEYED:
        first: dict[UUID, Place] = {}
        for place, found in places.of(kind):
            key: UUID = found.key  # type: ignore[attr-defined]
            if key in first:
                yield _twice(place, key, first[key])
            first.setdefault(key, place)


def _twice(place: Place, key: UUID, first: Place) -> Fault:
    found = f'"{key}", som också står på {pointer(*first, "key")}'
    return Fault(pointer(*place, "key"), "en egen nyckel", found)
