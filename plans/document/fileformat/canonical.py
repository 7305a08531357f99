"""The one way in which a plan is written: the same plan is always the same bytes."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from goals.content import GoalMap, Intervention
from plans.document.content import PlanContent
from plans.document.fileformat.computed import computed
from plans.document.fileformat.schema import PlanFile
from plans.document.fileformat.upgraders import FORMAT


def plan_bytes(content: PlanContent) -> bytes:
    """The plan as a file, with its computed part: sorted names, UTF-8, one final newline."""
    values = {part.name: getattr(canonical(content), part.name) for part in fields(PlanContent)}
    file = PlanFile(**values, format=FORMAT, computed=computed(content))
    text = json.dumps(plain(file), ensure_ascii=False, indent=2, sort_keys=True)
    return (text + "\n").encode()


def canonical(content: PlanContent) -> PlanContent:
    """The plan with what has no order of its own in one order: decisions, pictures, links."""
    return replace(
        content,
        decisions=tuple(sorted(content.decisions, key=lambda d: (d.decided_on, d.kind, d.subject))),
        pictures=tuple(sorted(content.pictures, key=lambda picture: picture.key)),
        goal_map=_goal_map(content.goal_map),
    )


def plain(value: Any) -> Any:
    """A value of the content as JSON has it, every field written out."""
    if is_dataclass(value):
        return {part.name: plain(getattr(value, part.name)) for part in fields(value)}
    if isinstance(value, Mapping):
        return {str(name): plain(below) for name, below in value.items()}
    if isinstance(value, tuple):
        return [plain(below) for below in value]
    if isinstance(value, Decimal):
        return decimal_text(value)
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value


def decimal_text(number: Decimal) -> str:
    """A decimal with no more digits than it needs: "70", "0.5"."""
    # Not a quantity with a sign: -0 is 0.
    return format(number.normalize() + 0, "f")


def _goal_map(goal_map: GoalMap) -> GoalMap:
    order = {goal.key: index for index, goal in enumerate(goal_map.walk())}
    interventions = (_linked(found, order) for found in goal_map.interventions)
    return replace(goal_map, interventions=tuple(interventions))


def _linked(intervention: Intervention, order: Mapping[UUID, int]) -> Intervention:
    goals = sorted(set(intervention.goals), key=lambda key: order.get(key, len(order)))
    return replace(intervention, goals=tuple(goals))
