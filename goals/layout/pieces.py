"""What every layout is made of: paragraphs, items and parts, read off a goal map once."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from goals.content import Goal, GoalLabels, GoalLayout, GoalMap, Indicator, Perspective
from goals.emphasis import Segment, segments
from goals.layout.words import words
from goals.numbering import numbers
from goals.volumes import sentence, totals


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph in segments, of which the numbers that are aimed at stand out."""

    segments: tuple[Segment, ...]

    @property
    def text(self) -> str:
        return "".join(segment.text for segment in self.segments)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Paragraphs under one word: all activities of a goal, for instance."""

    label: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalPiece:
    """A goal as printed. `name` is its word and number ("Mål 1", "Resultatmål 2", or "Mål").

    Of `activities`, `indicators` and `responsible` each is printed where it has paragraphs.
    """

    key: UUID
    number: str
    name: str
    heading: str
    paragraphs: tuple[Paragraph, ...]
    activities: Part
    indicators: Part
    responsible: Part
    goals: tuple["GoalPiece", ...]

    @property
    def parts(self) -> tuple[Part, ...]:
        """What is said about the goal, without what is empty."""
        parts = (self.activities, self.indicators, self.responsible)
        return tuple(part for part in parts if part.paragraphs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A perspective; a map without perspectives is one group with an empty name."""

    key: UUID
    name: str
    goals: tuple[GoalPiece, ...]


class Reader:
    """Reads pieces off a goal map with the words of one layout."""

    def __init__(self, goal_map: GoalMap, layout: GoalLayout, labels: GoalLabels) -> None:
        self.words = words(labels, layout)
        self._map = goal_map
        self._numbers = numbers(goal_map)

    def groups(self, perspective: UUID | None = None) -> tuple[Group, ...]:
        """Every perspective, or the one with that key (none, if it is not there)."""
        return tuple(
            self._group(each) for each in self._map.perspectives if perspective in (None, each.key)
        )

    def _group(self, perspective: Perspective) -> Group:
        goals = tuple(self._piece(goal, self.words.goal) for goal in perspective.goals)
        return Group(key=perspective.key, name=perspective.name, goals=goals)

    def _piece(self, goal: Goal, word: str) -> GoalPiece:
        number = self._numbers[goal.key]
        return GoalPiece(
            key=goal.key,
            number=number,
            name=f"{word} {number}".strip(),
            heading=goal.heading,
            paragraphs=paragraphs([goal.text]),
            activities=self._activities(goal),
            indicators=self._indicators(goal),
            responsible=Part(label=self.words.responsible, paragraphs=paragraphs(goal.responsible)),
            goals=tuple(self._piece(child, self.words.child_goals) for child in goal.goals),
        )

    def _activities(self, goal: Goal) -> Part:
        texts = (activity.text for activity in goal.activities)
        return Part(label=self.words.activities, paragraphs=paragraphs(texts))

    def _indicators(self, goal: Goal) -> Part:
        printed = tuple(
            indicator_paragraph(self._map, indicator)
            for indicator in goal.indicators
            if indicator.sentence
        )
        return Part(label=self.words.indicators, paragraphs=printed)


def indicator_paragraph(goal_map: GoalMap, indicator: Indicator) -> Paragraph:
    """An indicator as it is printed in its map.

    Of the planned volumes only those in the indicator's unit, where it has one.
    """
    volumes = ""
    if indicator.volumes_of is not None:
        sums = totals(goal_map.interventions, indicator.volumes_of)
        volumes = sentence({u: n for u, n in sums.items() if indicator.unit in ("", u)})
    return Paragraph(segments=segments(indicator, volumes))


def paragraphs(texts: Iterable[str]) -> tuple[Paragraph, ...]:
    """One paragraph for every line that says something."""
    lines = (line.strip() for text in texts for line in text.splitlines())
    return tuple(Paragraph(segments=(Segment(line),)) for line in lines if line)
