"""The goal map as a scorecard: vision and strategy above, one column for each perspective."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from goals.content import GoalLabels, GoalLayout, GoalMap
from goals.layout.pieces import GoalPiece, Group, Paragraph, Part, Reader, paragraphs


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A perspective: its goals, then its measures, activities and who answers, where it has any.

    `goal_label` stands above the goals.
    """

    key: UUID
    name: str
    goal_label: str
    goals: tuple[GoalPiece, ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorecard:
    """Vision and strategy belong to the whole map; one perspective is shown without them."""

    vision: tuple[Paragraph, ...]
    strategy: tuple[Paragraph, ...]
    columns: tuple[Column, ...]
    kind: Literal[GoalLayout.SCORECARD] = GoalLayout.SCORECARD


def scorecard(goal_map: GoalMap, labels: GoalLabels, perspective: UUID | None = None) -> Scorecard:
    """The map, or one perspective of it, as a scorecard."""
    reader = Reader(goal_map, GoalLayout.SCORECARD, labels)
    is_whole = perspective is None
    return Scorecard(
        vision=paragraphs([goal_map.vision] if is_whole else []),
        strategy=paragraphs([goal_map.strategy] if is_whole else []),
        columns=tuple(_column(group, reader.words) for group in reader.groups(perspective)),
    )


def _column(group: Group, words: GoalLabels) -> Column:
    goals = tuple(_walk(group.goals))
    parts = (
        _gathered(words.indicators, (goal.indicators for goal in goals)),
        _gathered(words.activities, (goal.activities for goal in goals)),
        _gathered(words.responsible, (goal.responsible for goal in goals)),
    )
    return Column(
        key=group.key,
        name=group.name,
        goal_label=words.goal,
        goals=group.goals,
        parts=tuple(part for part in parts if part.paragraphs),
    )


def _gathered(label: str, parts: Iterator[Part]) -> Part:
    """What several goals say, each thing once: goals often share what measures them."""
    together = (paragraph for part in parts for paragraph in part.paragraphs)
    return Part(label=label, paragraphs=tuple(dict.fromkeys(together)))


def _walk(goals: tuple[GoalPiece, ...]) -> Iterator[GoalPiece]:
    for goal in goals:
        yield goal
        yield from _walk(goal.goals)
