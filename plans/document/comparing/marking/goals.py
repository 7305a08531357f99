"""Two goal maps as one, in a form that is the same whichever layout the section has."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from goals.content import GoalMap
from goals.layout.pieces import indicator_paragraph
from goals.layout.words import words
from goals.numbering import numbers
from plans.document.comparing.marking.pieces import SAME, Text, marked_text, state_of, text_in
from plans.document.comparing.parts import MAP
from plans.document.comparing.whole import Comparison
from plans.document.content import GoalsBlock


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What is said of a goal under one word."""

    label: str
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedGoal:
    number: str
    heading: Text
    text: Text
    state: str
    parts: tuple[Part, ...]
    lead_in: str
    goals: tuple["MarkedGoal", ...]

    @property
    def is_changed(self) -> bool:
        own = [self.heading, self.text, *(text for part in self.parts for text in part.texts)]
        return (
            self.state != SAME
            or any(text.is_changed for text in own)
            or any(goal.is_changed for goal in self.goals)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedPerspective:
    name: Text
    goals: tuple[MarkedGoal, ...]

    @property
    def is_changed(self) -> bool:
        return self.name.is_changed or any(goal.is_changed for goal in self.goals)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedGoals:
    """The map, or one perspective of it. `level` is that of its headings."""

    level: int
    vision: Text
    strategy: Text
    perspectives: tuple[MarkedPerspective, ...]

    @property
    def is_changed(self) -> bool:
        is_told = self.vision.is_changed or self.strategy.is_changed
        return is_told or any(perspective.is_changed for perspective in self.perspectives)


def marked_goals(comparison: Comparison, block: GoalsBlock, level: int) -> MarkedGoals:
    """Both maps as one, under a heading of the level above."""
    return _Marker(comparison, block).map(level)


class _Marker:
    def __init__(self, comparison: Comparison, block: GoalsBlock) -> None:
        self.old: GoalMap = comparison.before.content.goal_map
        self.new: GoalMap = comparison.after.content.goal_map
        self.parts = comparison.goals
        self.words = words(block.labels, block.layout)
        self.only = block.perspective
        self.numbers: Mapping[UUID, str] = numbers(self.old) | numbers(self.new)

    def map(self, level: int) -> MarkedGoals:
        keys = self.parts.perspectives.below(MAP)
        is_whole = self.only is None
        return MarkedGoals(
            level=level,
            vision=marked_text(self.old.vision, self.new.vision) if is_whole else Text(html=""),
            strategy=(
                marked_text(self.old.strategy, self.new.strategy) if is_whole else Text(html="")
            ),
            perspectives=tuple(
                self._perspective(key) for key in keys if is_whole or key == self.only
            ),
        )

    def _perspective(self, key: Hashable) -> MarkedPerspective:
        matched = self.parts.perspectives
        return MarkedPerspective(
            name=text_in(matched, key, lambda one: one.name),
            goals=self._goals(key, self.words.goal),
        )

    def _goals(self, home: Hashable, word: str) -> tuple[MarkedGoal, ...]:
        return tuple(self._goal(key, word) for key in self.parts.goals.below(home))

    def _goal(self, key: Hashable, word: str) -> MarkedGoal:
        matched = self.parts.goals
        number = self.numbers[matched.shown(key).key]
        return MarkedGoal(
            number=f"{word} {number}".strip(),
            heading=text_in(matched, key, lambda goal: goal.heading),
            text=text_in(matched, key, lambda goal: goal.text),
            state=state_of(matched, key),
            parts=tuple(part for part in self._parts(key) if part.texts),
            lead_in=self.words.child_goals,
            goals=self._goals(key, self.words.child_goals),
        )

    def _parts(self, home: Hashable) -> Iterator[Part]:
        activities, indicators = self.parts.activities, self.parts.indicators
        yield Part(
            label=self.words.activities,
            texts=tuple(
                text_in(activities, key, lambda one: one.text) for key in activities.below(home)
            ),
        )
        yield Part(
            label=self.words.indicators,
            texts=tuple(self._indicator(key) for key in indicators.below(home)),
        )
        who = text_in(self.parts.goals, home, lambda goal: ", ".join(goal.responsible))
        yield Part(label=self.words.responsible, texts=(who,) if who.html else ())

    def _indicator(self, key: Hashable) -> Text:
        matched = self.parts.indicators
        was, now = matched.old.get(key), matched.new.get(key)
        return marked_text(
            indicator_paragraph(self.old, was.item).text if was else None,
            indicator_paragraph(self.new, now.item).text if now else None,
            is_moved=key in matched.moved,
        )
