"""The numbers that goals are called by."""

from uuid import UUID

from goals.content import Goal, GoalMap, GoalNumbering


def numbers(goal_map: GoalMap) -> dict[UUID, str]:
    """Every goal's own number, "" where the map is not numbered.

    By perspective it begins again at 1 in each, running it goes on. Child goals count from 1
    within their parent, whichever: "Resultatmål 1" of "Mål 3".
    """
    if goal_map.numbering is GoalNumbering.NONE:
        return {goal.key: "" for goal in goal_map.walk()}
    found: dict[UUID, str] = {}
    first = 1
    for perspective in goal_map.perspectives:
        found |= _counted(perspective.goals, first)
        if goal_map.numbering is GoalNumbering.RUNNING:
            first += len(perspective.goals)
    return found


def _counted(goals: tuple[Goal, ...], first: int = 1) -> dict[UUID, str]:
    found: dict[UUID, str] = {}
    for number, goal in enumerate(goals, start=first):
        found[goal.key] = str(number)
        found |= _counted(goal.goals)
    return found
