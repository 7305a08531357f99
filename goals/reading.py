"""A goal map's rows as the content that plans carry."""

from collections import defaultdict
from collections.abc import Mapping
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


def _perspectives(goal_map: models.GoalMap) -> tuple[content.Perspective, ...]:
    goals = _Goals(goal_map)
    return tuple(
        content.Perspective(key=row.key, name=row.name, goals=goals.below(row.pk, None))
        for row in goal_map.perspectives.all()
    )


class _Goals:
    """The goals of one map, with what hangs on each, grouped by perspective and parent."""

    def __init__(self, goal_map: models.GoalMap) -> None:
        self.activities: Mapping[int, list[content.Activity]] = _activities(goal_map)
        self.indicators: Mapping[int, list[content.Indicator]] = _indicators(goal_map)
        self.rows: dict[tuple[int, int | None], list[models.Goal]] = defaultdict(list)
        for row in goal_map.goals.all():
            self.rows[row.perspective_id, row.parent_id].append(row)

    def below(self, perspective: int, parent: int | None) -> tuple[content.Goal, ...]:
        return tuple(self._goal(row) for row in self.rows[perspective, parent])

    def _goal(self, row: models.Goal) -> content.Goal:
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
        by_goal[row.goal_id].append(content.Activity(key=row.key, text=row.text))
    return by_goal


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
    rows = goal_map.interventions.annotate(
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
