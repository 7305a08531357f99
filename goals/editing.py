"""Adding, moving, removing and linking the parts of a goal map, one at a time.

Every verb locks the map's row first and needs a transaction around it, so that two people who
move things do it one after the other. What is written in a part has its own edition, and is not
touched by where the part stands.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from goals import content, reading
from goals.models import Activity, Goal, GoalMap, Indicator, Intervention, Perspective
from goals.ordering import HELD, KINDS, find, lock, place, settle, siblings

Place = Mapping[str, str | int | None]
"""A part's place: the keys of what it stands in, and its position among those it stands with."""


class TooDeep(Exception):
    """Goals have child goals, and these have none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A part with where it stood and where it stands."""

    row: Any
    before: Place
    after: Place

    @property
    def is_elsewhere(self) -> bool:
        return self.before != self.after


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """A part that is gone: what it was with all that was in it, and where it stood.

    `links` are the interventions that served each goal that went, by the goals' keys.
    """

    key: UUID
    name: str
    place: Place
    tree: Any
    links: Mapping[UUID, tuple[UUID, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """An intervention with the keys of the goals it served and serves, in the map's order."""

    intervention: Intervention
    before: tuple[UUID, ...]
    after: tuple[UUID, ...]


def add_perspective(goal_map: GoalMap, *, name: str) -> Perspective:
    """A perspective after the others."""
    lock(goal_map)
    return Perspective.objects.create(
        goal_map=goal_map, name=name, position=goal_map.perspectives.count()
    )


def add_goal(
    goal_map: GoalMap, *, text: str, perspective: UUID | None = None, parent: UUID | None = None
) -> Goal:
    """A goal last in a perspective, or last among the child goals of `parent`.

    Without either it stands in the map's first perspective, a nameless one if there is none.
    Raises Gone, and TooDeep below a child goal.
    """
    lock(goal_map)
    home, above = _home(goal_map, perspective, parent)
    row = Goal(goal_map=goal_map, perspective=home, parent=above, text=text)
    row.position = goal_map.goals.count()
    row.save(force_insert=True)
    settle(goal_map, "goal")
    return row


def add_activity(goal_map: GoalMap, *, goal: UUID, text: str = "") -> Activity:
    """An activity after the goal's others. Raises Gone."""
    lock(goal_map)
    return Activity.objects.create(
        goal_map=goal_map,
        goal=find(goal_map, "goal", goal),
        text=text,
        position=goal_map.activities.count(),
    )


def add_indicator(goal_map: GoalMap, *, goal: UUID, sentence: str = "") -> Indicator:
    """An indicator after the goal's others. Raises Gone."""
    lock(goal_map)
    return Indicator.objects.create(
        goal_map=goal_map,
        goal=find(goal_map, "goal", goal),
        sentence=sentence,
        position=goal_map.indicators.count(),
    )


def add_intervention(goal_map: GoalMap, *, name: str, level: content.Level) -> Intervention:
    """An intervention after the others."""
    lock(goal_map)
    return Intervention.objects.create(
        goal_map=goal_map, name=name, level=level, position=goal_map.interventions.count()
    )


def shift(goal_map: GoalMap, *, kind: str, key: UUID, steps: int) -> Moved:
    """Move a part up (negative) or down among those it stands with, as far as that goes.

    A perspective takes its goals along. Raises Gone.
    """
    lock(goal_map)
    row = find(goal_map, kind, key)
    before = place_of(goal_map, kind, row)
    place(goal_map, kind, row, max(0, int(str(before["position"])) + steps))
    if kind == "perspective":
        settle(goal_map, "goal")
    return Moved(row=row, before=before, after=place_of(goal_map, kind, row))


def move_goal(
    goal_map: GoalMap, *, key: UUID, perspective: UUID | None = None, parent: UUID | None = None
) -> Moved:
    """Move a goal with its child goals last into a perspective, or make it a child goal.

    Raises Gone, and TooDeep where a goal that has child goals would become one itself.
    """
    lock(goal_map)
    row = find(goal_map, "goal", key)
    home, above = _home(goal_map, perspective, parent)
    if above is not None and (above.pk == row.pk or row.goals.exists()):
        raise TooDeep
    before = place_of(goal_map, "goal", row)
    goal_map.goals.filter(pk=row.pk).update(perspective=home, parent=above)
    goal_map.goals.filter(parent=row).update(perspective=home)
    place(goal_map, "goal", find(goal_map, "goal", key), goal_map.goals.count())
    row = find(goal_map, "goal", key)
    return Moved(row=row, before=before, after=place_of(goal_map, "goal", row))


def remove(goal_map: GoalMap, *, kind: str, key: UUID) -> Removed:
    """Remove a part with all that is in it. Raises Gone where somebody else has already."""
    lock(goal_map)
    for below in HELD.get(kind, (kind,)):
        # What is being saved in them comes first, so that it is in what is kept of them.
        list(KINDS[below].rows(goal_map).select_for_update().values_list("pk"))
    row = find(goal_map, kind, key)
    tree = reading.part_of(kind, row)
    removed = Removed(
        key=key,
        name=str(row),
        place=place_of(goal_map, kind, row),
        tree=tree,
        links=_links(goal_map, kind, tree),
    )
    row.delete()
    for below in HELD.get(kind, (kind,)):
        settle(goal_map, below)
    return removed


def link(goal_map: GoalMap, *, intervention: UUID, goal: UUID, serves: bool) -> Linked:
    """Say that an intervention serves a goal, or that it does not. Raises Gone."""
    lock(goal_map)
    row = find(goal_map, "intervention", intervention)
    served = find(goal_map, "goal", goal)
    before = reading.goals_served(row)
    change = row.goals.add if serves else row.goals.remove
    change(served)
    return Linked(intervention=row, before=before, after=reading.goals_served(row))


def place_of(goal_map: GoalMap, kind: str, row: Any) -> Place:
    """Where a part stands. A query, and one for each of what it stands in."""
    keys = [one.key for one in siblings(goal_map, kind, row)]
    return {**_home_of(kind, row), "position": keys.index(row.key)}


def _home_of(kind: str, row: Any) -> dict[str, str | None]:
    if kind == "goal":
        parent = None if row.parent is None else str(row.parent.key)
        return {"perspective": str(row.perspective.key), "parent": parent}
    if kind in ("activity", "indicator"):
        return {"goal": str(row.goal.key)}
    return {}


def _home(
    goal_map: GoalMap, perspective: UUID | None, parent: UUID | None
) -> tuple[Perspective, Goal | None]:
    """The perspective and the goal above that a goal shall have. Raises Gone and TooDeep."""
    if parent is not None:
        above = find(goal_map, "goal", parent)
        if above.parent_id is not None:
            raise TooDeep
        return above.perspective, above
    if perspective is not None:
        return find(goal_map, "perspective", perspective), None
    return goal_map.perspectives.first() or add_perspective(goal_map, name=""), None


def _links(goal_map: GoalMap, kind: str, tree: Any) -> dict[UUID, tuple[UUID, ...]]:
    """The interventions that serve the goals of a tree."""
    if kind not in ("perspective", "goal"):
        return {}
    roots = tree.goals if kind == "perspective" else (tree,)
    keys = [goal.key for root in roots for goal in root.walk()]
    return reading.served_by(goal_map, keys)
