"""The goal map as headings and lists: goals, and what is expected of each below a lead-in."""

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from goals.content import GoalLabels, GoalLayout, GoalMap
from goals.layout.pieces import Group, Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """`lead_in` stands above a goal's child goals ("Förväntade resultat")."""

    lead_in: str
    groups: tuple[Group, ...]
    kind: Literal[GoalLayout.LIST] = GoalLayout.LIST


def listing(goal_map: GoalMap, labels: GoalLabels, perspective: UUID | None = None) -> Listing:
    """The map, or one perspective of it, as lists."""
    reader = Reader(goal_map, GoalLayout.LIST, labels)
    return Listing(lead_in=reader.words.child_goals, groups=reader.groups(perspective))
