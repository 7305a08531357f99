"""What points at something must find it."""

from collections.abc import Iterator
from typing import Protocol
from uuid import UUID

from budgets.sheet import Line, ShareEntry
from finsam.members.profile import MemberProfile
from goals.content import Goal, Intervention, Perspective
from plans.document.content import BudgetBlock, GoalsBlock
from plans.document.fileformat.faults import Fault
from plans.document.fileformat.rules.places import Place, Places, fault

Reference = tuple[Place, UUID | None]


def reference_faults(places: Places) -> Iterator[Fault]:
    """References by key to a member, an intervention, a goal, a perspective or a branch."""
    yield from _missing(_to_members(places), _keys(places, MemberProfile), "en medlem")
    yield from _missing(_to_interventions(places), _keys(places, Intervention), "en insats")
    yield from _missing(_to_goals(places), _keys(places, Goal), "ett mål")
    yield from _missing(_to_perspectives(places), _keys(places, Perspective), "ett perspektiv")
    groups = {line.key for _, line in places.of(Line) if line.is_group}
    yield from _missing(_to_branches(places), groups, "en budgetrad med rader under sig")


class _Keyed(Protocol):
    @property
    def key(self) -> UUID: ...


def _keys(places: Places, kind: type[_Keyed]) -> set[UUID]:
    return {found.key for _, found in places.of(kind)}


def _missing(references: Iterator[Reference], keys: set[UUID], kind: str) -> Iterator[Fault]:
    for place, key in references:
        if key is not None and key not in keys:
            yield fault(place, f"nyckeln till {kind} i filen", key)


def _to_members(places: Places) -> Iterator[Reference]:
    for place, line in places.of(Line):
        yield (*place, "member"), line.member
    for place, entry in places.of(ShareEntry):
        yield (*place, "member"), entry.member


def _to_interventions(places: Places) -> Iterator[Reference]:
    for place, line in places.of(Line):
        yield (*place, "intervention"), line.intervention


def _to_goals(places: Places) -> Iterator[Reference]:
    for place, intervention in places.of(Intervention):
        for index, goal in enumerate(intervention.goals):
            yield (*place, "goals", index), goal


def _to_perspectives(places: Places) -> Iterator[Reference]:
    for place, block in places.of(GoalsBlock):
        yield (*place, "perspective"), block.perspective


def _to_branches(places: Places) -> Iterator[Reference]:
    for place, block in places.of(BudgetBlock):
        yield (*place, "branch"), block.branch
