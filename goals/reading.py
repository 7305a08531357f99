"""A goal map's rows as the content that plans carry."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import UUID

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Q

from goals import content, models


def goal_map_of(goal_map: models.GoalMap) -> content.GoalMap:
    """The whole goal map with its interventions. Five queries."""
    return content.GoalMap(
        vision=goal_map.vision,
        strategy=goal_map.strategy,
        numbering=content.GoalNumbering(goal_map.numbering),
        perspectives=_perspectives(goal_map),
        interventions=_interventions(goal_map),
    )


def part_of(kind: str, row: Any) -> Any:
    """One part of a map with all that is in it. At most three queries."""
    return _PARTS[kind](row)


def goals_served(row: models.Intervention) -> tuple[UUID, ...]:
    """The keys of the goals that an intervention serves, in the map's order."""
    return tuple(row.goals.values_list("key", flat=True))


def served_by(goal_map: models.GoalMap, goals: Iterable[UUID]) -> dict[UUID, tuple[UUID, ...]]:
    """The keys of the interventions that serve each of these goals, by the goals' keys."""
    found: dict[UUID, list[UUID]] = defaultdict(list)
    rows = goal_map.interventions.filter(goals__goal_map=goal_map, goals__key__in=list(goals))
    for goal, intervention in rows.values_list("goals__key", "key"):
        found[goal].append(intervention)
    return {goal: tuple(keys) for goal, keys in found.items()}


def _perspectives(goal_map: models.GoalMap) -> tuple[content.Perspective, ...]:
    goals = _Goals(goal_map)
    return tuple(_perspective(row, goals) for row in goal_map.perspectives.all())


def _perspective(row: models.Perspective, goals: "_Goals") -> content.Perspective:
    return content.Perspective(key=row.key, name=row.name, goals=goals.below(row.pk, None))


class _Goals:
    """The goals of one map, with what hangs on each, grouped by perspective and parent."""

    def __init__(self, goal_map: models.GoalMap) -> None:
        self.activities: Mapping[int, list[content.Activity]] = _activities(goal_map)
        self.indicators: Mapping[int, list[content.Indicator]] = _indicators(goal_map)
        self.rows: dict[tuple[int, int | None], list[models.Goal]] = defaultdict(list)
        for row in goal_map.goals.all():
            self.rows[row.perspective_id, row.parent_id].append(row)

    def below(self, perspective: int, parent: int | None) -> tuple[content.Goal, ...]:
        return tuple(self.goal(row) for row in self.rows[perspective, parent])

    def goal(self, row: models.Goal) -> content.Goal:
        return content.Goal(
            key=row.key,
            heading=row.heading,
            text=row.text,
            responsible=tuple(row.responsible),
            activities=tuple(self.activities[row.pk]),
            indicators=tuple(self.indicators[row.pk]),
            goals=self.below(row.perspective_id, row.pk),
        )


def _activities(goal_map: models.GoalMap) -> Mapping[int, list[content.Activity]]:
    by_goal: dict[int, list[content.Activity]] = defaultdict(list)
    for row in goal_map.activities.all():
        by_goal[row.goal_id].append(_activity(row))
    return by_goal


def _activity(row: models.Activity) -> content.Activity:
    return content.Activity(key=row.key, text=row.text)


def _indicators(goal_map: models.GoalMap) -> Mapping[int, list[content.Indicator]]:
    by_goal: dict[int, list[content.Indicator]] = defaultdict(list)
    for row in goal_map.indicators.all():
        by_goal[row.goal_id].append(_indicator(row))
    return by_goal


def _indicator(row: models.Indicator) -> content.Indicator:
    return content.Indicator(
        key=row.key,
        sentence=row.sentence,
        is_qualitative=row.is_qualitative,
        comparator=content.Comparator(row.comparator) if row.comparator else None,
        target=row.target,
        unit=row.unit,
        method=row.method,
        frequency=row.frequency,
        volumes_of=content.Level(row.volumes_of) if row.volumes_of else None,
    )


def _interventions(goal_map: models.GoalMap) -> tuple[content.Intervention, ...]:
    # A query that gathers does not keep the model's own order.
    rows = goal_map.interventions.order_by("position", "pk").annotate(
        goal_keys=ArrayAgg(
            "goals__key",
            filter=Q(goals__isnull=False),
            order_by=("goals__position", "goals__pk"),
            default=[],
        )
    )
    return tuple(_intervention(row, row.goal_keys) for row in rows)


def _intervention(row: models.Intervention, goal_keys: list[UUID]) -> content.Intervention:
    return content.Intervention(
        key=row.key,
        name=row.name,
        level=content.Level(row.level),
        owner=row.owner,
        html=row.html,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        volume=row.volume,
        volume_unit=row.volume_unit,
        is_esf=row.is_esf,
        is_decided=row.is_decided,
        goals=tuple(goal_keys),
    )


_PARTS: Mapping[str, Callable[[Any], Any]] = {
    "perspective": lambda row: _perspective(row, _Goals(row.goal_map)),
    "goal": lambda row: _Goals(row.goal_map).goal(row),
    "activity": _activity,
    "indicator": _indicator,
    "intervention": lambda row: _intervention(row, list(goals_served(row))),
}
