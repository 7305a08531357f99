"""The goal map in the section's own layout."""

from dataclasses import dataclass

from goals.content import GoalMap
from goals.layout.choice import LaidOut, laid_out
from plans.document.content import GoalsBlock


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalsView:
    """The map laid out. `level` is the level of its headings.

    `names_perspectives` is false where the section shows one perspective and is called by it.
    """

    map: LaidOut
    level: int
    names_perspectives: bool

    @property
    def template(self) -> str:
        """The fragment of the layout."""
        return f"plans/blocks/goals/_{self.map.kind}.html"


def goals_view(goal_map: GoalMap, block: GoalsBlock, level: int) -> GoalsView:
    """The whole map, or the one perspective that the block names."""
    shown = laid_out(goal_map, block.layout, labels=block.labels, perspective=block.perspective)
    return GoalsView(map=shown, level=level, names_perspectives=block.perspective is None)
