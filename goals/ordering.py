"""Where the parts of a goal map stand: each kind in one order, counted from 0 without gaps."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from finsam.editions import Gone
from goals.models import Goal, GoalMap, Part

GroupOf = Callable[[Any], Hashable]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of part: the map's name for its rows, and what those that stand together share."""

    related: str
    group: GroupOf

    def rows(self, goal_map: GoalMap) -> "QuerySet[Any]":
        """The map's rows of this kind."""
        rows: QuerySet[Any] = getattr(goal_map, self.related).all()
        return rows


KINDS: Mapping[str, Kind] = {
    "perspective": Kind("perspectives", lambda row: ()),
    "goal": Kind("goals", attrgetter("perspective_id", "parent_id")),
    "activity": Kind("activities", attrgetter("goal_id")),
    "indicator": Kind("indicators", attrgetter("goal_id")),
    "intervention": Kind("interventions", attrgetter("level")),
}

HELD: Mapping[str, tuple[str, ...]] = {
    "perspective": ("perspective", "goal", "activity", "indicator"),
    "goal": ("goal", "activity", "indicator"),
}
"""A kind and those that go where it goes; the others go alone."""


def lock(goal_map: GoalMap) -> None:
    """Let nobody else move anything in the map until the transaction ends."""
    GoalMap.objects.select_for_update().get(pk=goal_map.pk)


def find(goal_map: GoalMap, kind: str, key: UUID) -> Any:
    """The part with that key. Raises Gone."""
    row = KINDS[kind].rows(goal_map).filter(key=key).first()
    if row is None:
        raise Gone
    return row


def siblings(goal_map: GoalMap, kind: str, row: Part) -> list[Any]:
    """Those that stand together with a part, itself among them, in order."""
    group = KINDS[kind].group
    return [one for one in KINDS[kind].rows(goal_map) if group(one) == group(row)]


def place(goal_map: GoalMap, kind: str, row: Part, index: int) -> None:
    """Put a row before its siblings' `index`-th, or last of them, and count the kind anew."""
    group = KINDS[kind].group
    others = [one for one in KINDS[kind].rows(goal_map) if one.pk != row.pk]
    together = [one for one in others if group(one) == group(row)]
    at = others.index(together[index]) if index < len(together) else len(others)
    settle(goal_map, kind, [*others[:at], row, *others[at:]])


def settle(goal_map: GoalMap, kind: str, rows: Iterable[Any] | None = None) -> None:
    """Count a kind's rows from 0 in this order, or in the one they have. Goals as they are read."""
    found = KINDS[kind].rows(goal_map) if rows is None else rows
    _count(_as_read(goal_map, found) if kind == "goal" else list(found))


def _as_read(goal_map: GoalMap, goals: Iterable[Goal]) -> list[Goal]:
    """Perspective by perspective, each goal with its child goals after it."""
    below: dict[tuple[int, int | None], list[Goal]] = defaultdict(list)
    for goal in goals:
        below[goal.perspective_id, goal.parent_id].append(goal)
    return [
        goal
        for perspective in goal_map.perspectives.values_list("pk", flat=True)
        for top in below[perspective, None]
        for goal in (top, *below[perspective, top.pk])
    ]


def _count(rows: Sequence[Any]) -> None:
    """Only the place is written: what somebody writes in a row meanwhile stays."""
    moved = [row for position, row in enumerate(rows) if row.position != position]
    for position, row in enumerate(rows):
        row.position = position
    if moved:
        type(moved[0])._base_manager.bulk_update(moved, ["position"])
