"""The goal map as one table: a row for each goal, its child goals' rows below it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from goals.content import GoalLabels, GoalLayout, GoalMap
from goals.layout.pieces import GoalPiece, Group, Part, Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A goal with a cell for each column after the first. An empty cell has no paragraphs."""

    goal: GoalPiece
    is_child: bool
    cells: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowGroup:
    """A perspective's rows; without a name it has no row of its own."""

    key: UUID
    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalTable:
    """`columns` are the heads, the goal's first. A column without content is left out."""

    columns: tuple[str, ...]
    groups: tuple[RowGroup, ...]
    kind: Literal[GoalLayout.TABLE] = GoalLayout.TABLE


def table(goal_map: GoalMap, labels: GoalLabels, perspective: UUID | None = None) -> GoalTable:
    """The map, or one perspective of it, as a table."""
    reader = Reader(goal_map, GoalLayout.TABLE, labels)
    groups = reader.groups(perspective)
    labels_in_order = (
        reader.words.activities,
        reader.words.indicators,
        reader.words.responsible,
    )
    used = [
        index
        for index in range(len(labels_in_order))
        if any(_cells(goal)[index].paragraphs for group in groups for goal, _ in _walk(group.goals))
    ]
    return GoalTable(
        columns=(reader.words.goal, *(labels_in_order[index] for index in used)),
        groups=tuple(_row_group(group, used) for group in groups),
    )


def _row_group(group: Group, used: list[int]) -> RowGroup:
    rows = (
        Row(goal=goal, is_child=is_child, cells=tuple(_cells(goal)[index] for index in used))
        for goal, is_child in _walk(group.goals)
    )
    return RowGroup(key=group.key, name=group.name, rows=tuple(rows))


def _cells(goal: GoalPiece) -> tuple[Part, Part, Part]:
    return goal.activities, goal.indicators, goal.responsible


def _walk(
    goals: tuple[GoalPiece, ...], *, is_child: bool = False
) -> Iterator[tuple[GoalPiece, bool]]:
    for goal in goals:
        yield goal, is_child
        yield from _walk(goal.goals, is_child=True)
