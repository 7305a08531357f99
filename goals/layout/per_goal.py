"""The goal map as one small table for each goal, with a row for each thing said about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from goals.content import GoalLabels, GoalLayout, GoalMap
from goals.layout.pieces import GoalPiece, Paragraph, Part, Reader, paragraphs


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalCard:
    """One goal: its caption ("Mål 1: Individinriktade insatser") and labelled rows."""

    goal: GoalPiece
    caption: str
    rows: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CardGroup:
    """A perspective's goals; its name is a heading where it has one."""

    key: UUID
    name: str
    cards: tuple[GoalCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalCards:
    groups: tuple[CardGroup, ...]
    kind: Literal[GoalLayout.PER_GOAL] = GoalLayout.PER_GOAL


def cards(goal_map: GoalMap, labels: GoalLabels, perspective: UUID | None = None) -> GoalCards:
    """The map, or one perspective of it, goal by goal."""
    reader = Reader(goal_map, GoalLayout.PER_GOAL, labels)
    return GoalCards(
        groups=tuple(
            CardGroup(
                key=group.key,
                name=group.name,
                cards=tuple(_card(goal, reader.words.goal) for goal in group.goals),
            )
            for group in reader.groups(perspective)
        )
    )


def _card(goal: GoalPiece, word: str) -> GoalCard:
    """The text is in the caption where the goal has no heading, otherwise in the first row."""
    text = " ".join(paragraph.text for paragraph in goal.paragraphs)
    words = goal.heading or text
    caption = f"{goal.name}: {words}" if words else goal.name
    own = (Part(label=word, paragraphs=goal.paragraphs),) if goal.heading and text else ()
    return GoalCard(goal=goal, caption=caption, rows=(*own, *_rows(goal)))


def _rows(goal: GoalPiece) -> Iterator[Part]:
    """Each child goal with what is said about it, then what is said about the goal itself."""
    for child in goal.goals:
        yield Part(label=child.name, paragraphs=_with_heading(child))
        yield from _rows(child)
    yield from goal.parts


def _with_heading(goal: GoalPiece) -> tuple[Paragraph, ...]:
    return (*paragraphs([goal.heading]), *goal.paragraphs)
