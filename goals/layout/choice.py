"""The one way in to a goal map's layouts."""

from collections.abc import Callable, Mapping
from uuid import UUID

from goals.content import GoalLabels, GoalLayout, GoalMap
from goals.layout.listing import Listing, listing
from goals.layout.per_goal import GoalCards, cards
from goals.layout.scorecard import Scorecard, scorecard
from goals.layout.table import GoalTable, table

LaidOut = GoalTable | Scorecard | GoalCards | Listing

_LAYOUTS: Mapping[GoalLayout, Callable[[GoalMap, GoalLabels, UUID | None], LaidOut]] = {
    GoalLayout.TABLE: table,
    GoalLayout.SCORECARD: scorecard,
    GoalLayout.PER_GOAL: cards,
    GoalLayout.LIST: listing,
}


def laid_out(
    goal_map: GoalMap,
    layout: GoalLayout,
    *,
    labels: GoalLabels | None = None,
    perspective: UUID | None = None,
) -> LaidOut:
    """The map in a layout, with the federation's words; only one perspective, if its key is given.

    The answer's `kind` is the layout. Numbers are those of the whole map.
    """
    return _LAYOUTS[layout](goal_map, labels or GoalLabels(), perspective)
