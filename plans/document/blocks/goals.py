"""The goal map in the section's own layout."""

from dataclasses import dataclass

from goals.content import GoalMap
from goals.layout.choice import LaidOut, laid_out
from goals.layout.scorecard import Scorecard
from plans.document.content import GoalsBlock


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalsView:
    """The map laid out. `level` is the level of its headings.

    `names_perspectives` is false where the section shows one perspective and is called by it.
    `is_empty` says that nothing is written, though there may be perspectives.
    """

    map: LaidOut
    level: int
    names_perspectives: bool
    is_empty: bool = False

    @property
    def template(self) -> str:
        """The fragment of the layout."""
        return f"plans/blocks/goals/_{self.map.kind}.html"


def goals_view(goal_map: GoalMap, block: GoalsBlock, level: int) -> GoalsView:
    """The whole map, or the one perspective that the block names."""
    shown = laid_out(goal_map, block.layout, labels=block.labels, perspective=block.perspective)
    wanted = [p for p in goal_map.perspectives if block.perspective in (None, p.key)]
    return GoalsView(
        map=shown,
        level=level,
        names_perspectives=block.perspective is None,
        is_empty=not any(perspective.goals for perspective in wanted) and not _says(shown),
    )


def _says(shown: LaidOut) -> bool:
    """Whether it has a vision or a strategy to show, also without a goal."""
    return isinstance(shown, Scorecard) and bool(shown.vision or shown.strategy)
