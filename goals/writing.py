"""A goal map's rows from the content that plans carry."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from finsam.rows import delete_others, upsert, upsert_tree
from goals import content, models

UNIQUE = ("goal_map", "key")
INDICATOR = ("sentence", "is_qualitative", "target", "unit", "method", "frequency")
INTERVENTION = (
    "name",
    "level",
    "owner",
    "html",
    "starts_on",
    "ends_on",
    "volume",
    "volume_unit",
    "is_esf",
    "is_decided",
)


def write_goal_map(
    source: content.GoalMap, goal_map: models.GoalMap
) -> Mapping[UUID, models.Intervention]:
    """Make a goal map hold what is written, by key. Returns its interventions by their keys."""
    goal_map.vision, goal_map.strategy = source.vision, source.strategy
    goal_map.numbering = source.numbering
    goal_map.save()
    goals = _write_goals(source, goal_map)
    _write_activities(source, goal_map, goals)
    _write_indicators(source, goal_map, goals)
    interventions = _write_interventions(source, goal_map, goals)
    delete_others(goal_map.goals.all(), goals)
    delete_others(goal_map.perspectives.all(), (p.key for p in source.perspectives))
    return interventions


def indicator_values(source: content.Indicator) -> dict[str, Any]:
    """An indicator's own columns."""
    return {
        **_values(source, INDICATOR),
        "comparator": source.comparator or "",
        "volumes_of": source.volumes_of or "",
    }


def intervention_values(source: content.Intervention) -> dict[str, Any]:
    """An intervention's own columns; the goals that it serves are rows of their own."""
    return _values(source, INTERVENTION)


def _part(goal_map: models.GoalMap, position: int, thing: Any) -> dict[str, Any]:
    return {"goal_map": goal_map, "key": thing.key, "position": position}


def _values(thing: Any, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(thing, name) for name in names}


def _write_goals(source: content.GoalMap, goal_map: models.GoalMap) -> Mapping[UUID, models.Goal]:
    """Perspectives and their goals. Positions follow the whole map, in reading order."""
    rows = upsert(
        models.Perspective,
        UNIQUE,
        ({**_part(goal_map, i, p), "name": p.name} for i, p in enumerate(source.perspectives)),
    )
    homes = {
        goal.key: row
        for row, perspective in zip(rows, source.perspectives, strict=True)
        for root in perspective.goals
        for goal in root.walk()
    }
    order = {goal.key: position for position, goal in enumerate(source.walk())}

    def values(goal: content.Goal, parent: models.Goal | None) -> dict[str, Any]:
        return {
            **_part(goal_map, order[goal.key], goal),
            **_values(goal, ("heading", "text")),
            "responsible": list(goal.responsible),
            "perspective": homes[goal.key],
            "parent": parent,
        }

    roots = (goal for perspective in source.perspectives for goal in perspective.goals)
    return upsert_tree(models.Goal, UNIQUE, roots, "goals", values)


def _write_activities(
    source: content.GoalMap, goal_map: models.GoalMap, goals: Mapping[UUID, models.Goal]
) -> None:
    found = [(goals[goal.key], activity) for goal in source.walk() for activity in goal.activities]
    upsert(
        models.Activity,
        UNIQUE,
        (
            {**_part(goal_map, position, activity), "goal": goal, "text": activity.text}
            for position, (goal, activity) in enumerate(found)
        ),
    )
    delete_others(goal_map.activities.all(), (activity.key for _, activity in found))


def _write_indicators(
    source: content.GoalMap, goal_map: models.GoalMap, goals: Mapping[UUID, models.Goal]
) -> None:
    found = [(goals[goal.key], one) for goal in source.walk() for one in goal.indicators]
    upsert(
        models.Indicator,
        UNIQUE,
        (
            {
                **_part(goal_map, position, indicator),
                **indicator_values(indicator),
                "goal": goal,
            }
            for position, (goal, indicator) in enumerate(found)
        ),
    )
    delete_others(goal_map.indicators.all(), (indicator.key for _, indicator in found))


def _write_interventions(
    source: content.GoalMap, goal_map: models.GoalMap, goals: Mapping[UUID, models.Goal]
) -> Mapping[UUID, models.Intervention]:
    rows = upsert(
        models.Intervention,
        UNIQUE,
        (
            {**_part(goal_map, position, one), **intervention_values(one)}
            for position, one in enumerate(source.interventions)
        ),
    )
    by_key = dict(zip((one.key for one in source.interventions), rows, strict=True))
    delete_others(goal_map.interventions.all(), by_key)
    _write_links(source, goal_map, goals, by_key)
    return by_key


def _write_links(
    source: content.GoalMap,
    goal_map: models.GoalMap,
    goals: Mapping[UUID, models.Goal],
    interventions: Mapping[UUID, models.Intervention],
) -> None:
    links = models.Intervention.goals.through
    links.objects.filter(intervention__goal_map=goal_map).delete()
    links.objects.bulk_create(
        links(intervention=interventions[one.key], goal=goals[key])
        for one in source.interventions
        for key in one.goals
    )
