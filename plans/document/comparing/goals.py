"""Two goal maps against each other: perspectives, goals, activities and indicators by key."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from goals.content import (
    Activity,
    Comparator,
    Goal,
    GoalMap,
    GoalNumbering,
    Indicator,
    Perspective,
)
from goals.layout.pieces import indicator_paragraph
from plans.document.blocks.interventions import LEVELS
from plans.document.comparing import parts
from plans.document.comparing.change import Change, Subject
from plans.document.comparing.places import Matched, matched_places
from plans.document.comparing.placing import place_changes
from plans.document.comparing.words import Field, capital, field_changes, named, text_change

NUMBERINGS = {
    GoalNumbering.NONE: "inga nummer",
    GoalNumbering.BY_PERSPECTIVE: "från 1 i varje perspektiv",
    GoalNumbering.RUNNING: "löpande",
}
COMPARATORS = {
    Comparator.AT_LEAST: "minst",
    Comparator.AT_MOST: "högst",
    Comparator.EXACTLY: "exakt",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalsComparison:
    """The parts of two goal maps, matched, and their changes."""

    perspectives: Matched[Perspective]
    goals: Matched[Goal]
    activities: Matched[Activity]
    indicators: Matched[Indicator]
    changes: tuple[Change, ...]


def compared_goals(before: GoalMap, after: GoalMap) -> GoalsComparison:
    """Compare two goal maps. What came or went with its goal is told with the goal."""
    both = (before, after)
    perspectives = matched_places(*map(parts.perspectives, both))
    goals = matched_places(*map(parts.goals, both))
    activities = matched_places(*(parts.parts(each, parts.activities) for each in both))
    indicators = matched_places(*(parts.parts(each, parts.indicators) for each in both))
    homes = parts.home_names(before) | parts.home_names(after)
    kept = {new.key for _, new in goals.kept}
    changes = (
        *_whole(before, after),
        *place_changes(Subject.PERSPECTIVE, perspectives, _perspective_name, homes),
        *(c for old, new in perspectives.kept for c in _perspective(old.item, new.item)),
        *place_changes(Subject.GOAL, goals, parts.goal_name, homes),
        *(c for old, new in goals.kept for c in _goal(old.item, new.item)),
        *place_changes(Subject.ACTIVITY, activities, _activity_name, homes, kept),
        *(c for old, new in activities.kept for c in _activity(old.item, new.item)),
        *place_changes(Subject.INDICATOR, indicators, _indicator_name, homes, kept),
        *(c for old, new in indicators.kept for c in _indicator(old.item, new.item)),
        *(c for old, new in indicators.kept for c in _volumes(both, old.item, new.item)),
    )
    return GoalsComparison(
        perspectives=perspectives,
        goals=goals,
        activities=activities,
        indicators=indicators,
        changes=changes,
    )


def _whole(before: GoalMap, after: GoalMap) -> Iterator[Change]:
    subject = Subject.GOAL_MAP
    yield from text_change(subject, "", "Visionen är ändrad", before.vision, after.vision)
    yield from text_change(subject, "", "Strategin är ändrad", before.strategy, after.strategy)
    numbered = Field("numrering", NUMBERINGS[before.numbering], NUMBERINGS[after.numbering])
    yield from field_changes(subject, "", "Målen", numbered)


def _perspective_name(perspective: Perspective) -> str:
    return named("perspektivet", perspective.name)


def _activity_name(activity: Activity) -> str:
    return named("aktiviteten", activity.text)


def _indicator_name(indicator: Indicator) -> str:
    return named("måttet", indicator.sentence)


def _perspective(old: Perspective, new: Perspective) -> Iterator[Change]:
    sentence = f"{capital(_perspective_name(old))} har fått ett annat namn"
    yield from text_change(Subject.PERSPECTIVE, new.key, sentence, old.name, new.name)


def _goal(old: Goal, new: Goal) -> Iterator[Change]:
    name = capital(parts.goal_name(old))
    sentence = f"{name} har fått ett annat namn"
    yield from text_change(Subject.GOAL, new.key, sentence, old.heading, new.heading)
    sentence = f"{name} har ändrad text"
    yield from text_change(Subject.GOAL, new.key, sentence, old.text, new.text)
    named_now = ", ".join(new.responsible)
    responsible = Field("ansvarig", ", ".join(old.responsible), named_now)
    yield from field_changes(Subject.GOAL, new.key, capital(parts.goal_name(new)), responsible)


def _activity(old: Activity, new: Activity) -> Iterator[Change]:
    sentence = f"{capital(_activity_name(old))} är ändrad"
    yield from text_change(Subject.ACTIVITY, new.key, sentence, old.text, new.text)


def _indicator(old: Indicator, new: Indicator) -> Iterator[Change]:
    sentence = f"{capital(_indicator_name(old))} är ändrat"
    yield from text_change(Subject.INDICATOR, new.key, sentence, old.sentence, new.sentence)
    both = zip(_terms(old), _terms(new), strict=True)
    fields = (Field(label, before, after) for (label, before), (_, after) in both)
    name = capital(_indicator_name(new))
    yield from field_changes(Subject.INDICATOR, new.key, name, *fields)


def _volumes(maps: tuple[GoalMap, GoalMap], old: Indicator, new: Indicator) -> Iterator[Change]:
    """A measure that says the insatser's volumes says others when they are."""
    if old.volumes_of is not new.volumes_of or old.sentence != new.sentence:
        return
    was, now = (indicator_paragraph(*each).text for each in zip(maps, (old, new), strict=True))
    sentence = f"{capital(_indicator_name(new))} följer insatsernas volym"
    for change in text_change(Subject.INDICATOR, new.key, sentence, was, now):
        yield replace(change, follows=True)


def _terms(indicator: Indicator) -> Iterator[tuple[str, str]]:
    comparator = COMPARATORS[indicator.comparator] if indicator.comparator else ""
    target = "" if indicator.target is None else f"{indicator.target.normalize():f}"
    yield "mäts", "med ord" if indicator.is_qualitative else "i tal"
    yield "jämförs", comparator
    yield "målvärde", target.replace(".", ",")
    yield "enhet", indicator.unit
    yield "metod", indicator.method
    yield "hur ofta", indicator.frequency
    yield "volym från insatser", LEVELS[indicator.volumes_of] if indicator.volumes_of else ""
