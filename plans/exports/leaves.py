"""The sections as they are laid on paper: upright or lying, and their line in the contents."""

from collections.abc import Iterator
from dataclasses import dataclass

from goals.layout.scorecard import Scorecard
from goals.layout.table import GoalTable
from plans.document.blocks.goals import GoalsView
from plans.document.blocks.views import BudgetView
from plans.document.document import Document, ReadSection

UPRIGHT_COLUMNS = 2
"""The most figure columns of a budget that stands on an upright page."""

UPRIGHT_GOAL_COLUMNS = 3
"""The most columns of a goal table, or perspectives of a scorecard, on an upright page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A section on paper. A lying one has its own landscape pages, without its subsections."""

    section: ReadSection
    is_lying: bool
    leaves: tuple["Leaf", ...]

    def walk(self) -> Iterator["Leaf"]:
        """This leaf and those below it, in reading order."""
        yield self
        for leaf in self.leaves:
            yield from leaf.walk()


def leaves(document: Document) -> tuple[Leaf, ...]:
    """All sections of a document."""
    return tuple(map(_leaf, document.sections))


def _leaf(section: ReadSection) -> Leaf:
    return Leaf(
        section=section, is_lying=_is_lying(section), leaves=tuple(map(_leaf, section.sections))
    )


def _is_lying(section: ReadSection) -> bool:
    match section.block.view if section.block else None:
        case BudgetView(table=table) if table is not None:
            return len(table.heads) > UPRIGHT_COLUMNS
        case GoalsView(map=GoalTable(columns=columns) | Scorecard(columns=columns)):
            return len(columns) > UPRIGHT_GOAL_COLUMNS
    return False
