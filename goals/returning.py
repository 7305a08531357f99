"""Putting back what was removed: its rows anew, under their old keys, as near as can be.

Every verb locks the map's row first and needs a transaction around it. What is there already
stays as it is: putting back twice does no harm.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from finsam.rows import upsert, upsert_tree
from goals import content, models
from goals.editing import add_perspective
from goals.ordering import HELD, KINDS, find, lock, place, settle
from goals.writing import UNIQUE, indicator_values, intervention_values

Where = Mapping[str, Any]
Links = Mapping[UUID, Sequence[UUID]]


def put_back(
    goal_map: models.GoalMap, kind: str, tree: Any, where: Where, links: Links | None = None
) -> None:
    """Put a part back where it stood, with all that was in it and what was linked to it.

    `where` is a place as `editing` gives it. A goal whose perspective or goal is gone stands by
    itself in the first perspective. Raises Gone for an activity or indicator without its goal.
    """
    lock(goal_map)
    if KINDS[kind].rows(goal_map).filter(key=tree.key).exists():
        return
    row = _RETURNS[kind](goal_map, tree, where)
    place(goal_map, kind, row, where["position"])
    for below in HELD.get(kind, ()):
        settle(goal_map, below)
    _relink(goal_map, links or {})


def _perspective(
    goal_map: models.GoalMap, tree: content.Perspective, where: Where
) -> models.Perspective:
    position = goal_map.perspectives.count()
    row = models.Perspective.objects.create(
        goal_map=goal_map, key=tree.key, name=tree.name, position=position
    )
    _goals(goal_map, tree.goals, row, None)
    return row


def _goal(goal_map: models.GoalMap, tree: content.Goal, where: Where) -> models.Goal:
    home, above = _home(goal_map, where)
    return _goals(goal_map, (tree,), home, None if tree.goals else above)[tree.key]


def _home(goal_map: models.GoalMap, where: Where) -> tuple[models.Perspective, models.Goal | None]:
    """Where a goal stood, or what is nearest: its parent may have moved, or be a child by now."""
    above = where["parent"] and goal_map.goals.filter(key=where["parent"], parent=None).first()
    if above:
        return above.perspective, above
    home = goal_map.perspectives.filter(key=where["perspective"]).first()
    return home or goal_map.perspectives.first() or add_perspective(goal_map, name=""), None


def _goals(
    goal_map: models.GoalMap,
    roots: Iterable[content.Goal],
    home: models.Perspective,
    above: models.Goal | None,
) -> Mapping[UUID, models.Goal]:
    """The rows of goals with all that hangs on them. At most seven queries."""
    roots = tuple(roots)
    walked = [goal for root in roots for goal in root.walk()]
    first = goal_map.goals.count()
    order = {goal.key: position for position, goal in enumerate(walked, start=first)}

    def values(goal: content.Goal, parent: models.Goal | None) -> dict[str, Any]:
        return {
            "goal_map": goal_map,
            "key": goal.key,
            "position": order[goal.key],
            "heading": goal.heading,
            "text": goal.text,
            "responsible": list(goal.responsible),
            "perspective": home,
            "parent": parent or above,
        }

    rows = upsert_tree(models.Goal, UNIQUE, roots, "goals", values)
    _hang(goal_map, models.Activity, [(rows[g.key], a) for g in walked for a in g.activities])
    _hang(goal_map, models.Indicator, [(rows[g.key], i) for g in walked for i in g.indicators])
    return rows


def _hang(
    goal_map: models.GoalMap,
    model: type[models.Activity] | type[models.Indicator],
    found: Iterable[tuple[models.Goal, Any]],
) -> list[Any]:
    """Activities or indicators of goals, after the map's others."""
    first = model.objects.filter(goal_map=goal_map).count()
    parts = [
        {"goal_map": goal_map, "goal": goal, "key": one.key, "position": position, **_said(one)}
        for position, (goal, one) in enumerate(found, start=first)
    ]
    return upsert(model, UNIQUE, parts)


def _said(part: content.Activity | content.Indicator) -> Mapping[str, Any]:
    if isinstance(part, content.Activity):
        return {"text": part.text}
    return indicator_values(part)


def _activity(goal_map: models.GoalMap, tree: content.Activity, where: Where) -> Any:
    goal = find(goal_map, "goal", where["goal"])
    return _hang(goal_map, models.Activity, [(goal, tree)])[0]


def _indicator(goal_map: models.GoalMap, tree: content.Indicator, where: Where) -> Any:
    goal = find(goal_map, "goal", where["goal"])
    return _hang(goal_map, models.Indicator, [(goal, tree)])[0]


def _intervention(
    goal_map: models.GoalMap, tree: content.Intervention, where: Where
) -> models.Intervention:
    """With those of its goals that are there still."""
    row = models.Intervention.objects.create(
        goal_map=goal_map,
        key=tree.key,
        position=goal_map.interventions.count(),
        **intervention_values(tree),
    )
    row.goals.set(goal_map.goals.filter(key__in=tree.goals))
    return row


def _relink(goal_map: models.GoalMap, links: Links) -> None:
    """Let interventions serve these goals again. Three queries, however many."""
    goals = {row.key: row for row in goal_map.goals.filter(key__in=links)}
    wanted = {key for keys in links.values() for key in keys}
    interventions = {row.key: row for row in goal_map.interventions.filter(key__in=wanted)}
    through = models.Intervention.goals.through
    through.objects.bulk_create(
        through(intervention=interventions[one], goal=goals[goal])
        for goal, keys in links.items()
        for one in keys
        if goal in goals and one in interventions
    )


_RETURNS: Mapping[str, Callable[[models.GoalMap, Any, Where], Any]] = {
    "perspective": _perspective,
    "goal": _goal,
    "activity": _activity,
    "indicator": _indicator,
    "intervention": _intervention,
}
