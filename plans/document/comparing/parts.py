"""The parts of a goal map with what they stand in, and how they are called in a sentence."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar
from uuid import UUID

from goals.content import Activity, Goal, GoalMap, Indicator, Perspective
from plans.document.comparing.places import Placed
from plans.document.comparing.words import named

MAP = "map"
"""What the perspectives stand in."""

Part = TypeVar("Part", Activity, Indicator)
Home = UUID | str


def perspectives(goal_map: GoalMap) -> Iterator[Placed[Perspective]]:
    return (Placed(each.key, MAP, each) for each in goal_map.perspectives)


def goals(goal_map: GoalMap) -> Iterator[Placed[Goal]]:
    """Every goal and child goal, in order."""
    for perspective in goal_map.perspectives:
        yield from _below(perspective.goals, perspective.key)


def parts(goal_map: GoalMap, of: Callable[[Goal], tuple[Part, ...]]) -> Iterator[Placed[Part]]:
    """The activities or the indicators of every goal."""
    return (Placed(each.key, goal.key, each) for goal in goal_map.walk() for each in of(goal))


def activities(goal: Goal) -> tuple[Activity, ...]:
    return goal.activities


def indicators(goal: Goal) -> tuple[Indicator, ...]:
    return goal.indicators


def goal_name(goal: Goal) -> str:
    return named("målet", goal.heading or goal.text)


def home_names(goal_map: GoalMap) -> dict[object, str]:
    """What each thing is called that a part may stand in."""
    names: dict[object, str] = {MAP: "målkartan"}
    names |= {each.key: named("perspektivet", each.name) for each in goal_map.perspectives}
    return names | {goal.key: goal_name(goal) for goal in goal_map.walk()}


def _below(goals: Iterable[Goal], home: UUID) -> Iterator[Placed[Goal]]:
    for goal in goals:
        yield Placed(goal.key, home, goal)
        yield from _below(goal.goals, goal.key)
