"""The insatser of two plans: begun, ended, and what is another of those that go on."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from budgets.formatting import grouped
from goals.content import GoalMap, Intervention
from plans.document.blocks.interventions import LEVELS, period
from plans.document.comparing import parts
from plans.document.comparing.change import Change, Kind, Subject
from plans.document.comparing.places import Matched, Placed, matched_places
from plans.document.comparing.texts import TextComparison
from plans.document.comparing.words import Field, field_changes, named, text_change

Texts = Callable[[str, str], TextComparison]
"""Two stored texts compared."""

YES_NO = {True: "ja", False: "nej"}


@dataclass(frozen=True, slots=True, kw_only=True)
class InterventionsComparison:
    """The insatser matched, the texts of those that stayed by key, and the changes."""

    matched: Matched[Intervention]
    texts: Mapping[UUID, TextComparison]
    changes: tuple[Change, ...]


def compared_interventions(
    before: GoalMap, after: GoalMap, compare: Texts
) -> InterventionsComparison:
    """Compare the insatser of two plans; `compare` compares their texts."""
    matched = matched_places(_placed(before), _placed(after))
    texts = {new.item.key: compare(old.item.html, new.item.html) for old, new in matched.kept}
    goals = parts.home_names(before) | parts.home_names(after)
    changes = (
        *(_end(each.item) for each in matched.removed),
        *(_begin(each.item) for each in matched.added),
        *(
            change
            for old, new in matched.kept
            for change in _going_on(old.item, new.item, texts[new.item.key], goals)
        ),
        *(_moved(new.item) for old, new in matched.kept if _is_moved(matched, old, new)),
    )
    return InterventionsComparison(matched=matched, texts=texts, changes=changes)


def volume_text(intervention: Intervention) -> str:
    """ "55 deltagare"."""
    if intervention.volume is None:
        return ""
    return f"{grouped(intervention.volume)}\u00a0{intervention.volume_unit}".strip()


def _placed(goal_map: GoalMap) -> Iterator[Placed[Intervention]]:
    return (Placed(each.key, each.level, each) for each in goal_map.interventions)


def _is_moved(
    matched: Matched[Intervention], old: Placed[Intervention], new: Placed[Intervention]
) -> bool:
    """Whether its place is another; another level is told as such."""
    return new.key in matched.moved and old.home == new.home


def _end(one: Intervention) -> Change:
    return Change(
        subject=Subject.INTERVENTION,
        kind=Kind.REMOVED,
        key=str(one.key),
        sentence=f"{named('Insatsen', one.name)} finns inte längre i planen",
        old=one.name,
    )


def _begin(one: Intervention) -> Change:
    volume = volume_text(one)
    sentence = f"Ny insats: {one.name}"
    return Change(
        subject=Subject.INTERVENTION,
        kind=Kind.ADDED,
        key=str(one.key),
        sentence=f"{sentence}, {volume}" if volume else sentence,
        new=one.name,
    )


def _moved(one: Intervention) -> Change:
    return Change(
        subject=Subject.INTERVENTION,
        kind=Kind.MOVED,
        key=str(one.key),
        sentence=f"{named('Insatsen', one.name)} har fått en annan plats",
        old=one.name,
        new=one.name,
    )


def _going_on(
    old: Intervention, new: Intervention, text: TextComparison, goals: Mapping[object, str]
) -> Iterator[Change]:
    sentence = f"{named('Insatsen', old.name)} har fått ett annat namn"
    yield from text_change(Subject.INTERVENTION, new.key, sentence, old.name, new.name)
    name = named("Insatsen", new.name)
    if text.is_changed:
        yield Change(
            subject=Subject.INTERVENTION,
            kind=Kind.CHANGED,
            key=str(new.key),
            sentence=f"{name} har ändrad text",
            passage=text.abridged,
            follows=text.follows,
        )
    both = zip(terms(old, goals), terms(new, goals), strict=True)
    fields = (Field(label, before, after) for (label, before), (_, after) in both)
    yield from field_changes(Subject.INTERVENTION, new.key, name, *fields)


def terms(one: Intervention, goals: Mapping[object, str]) -> Iterator[tuple[str, str]]:
    """What is said of an insats beside its text, word by word."""
    yield "volym", volume_text(one)
    yield "huvudman", one.owner
    yield "tid", period(one.starts_on, one.ends_on)
    yield "nivå", LEVELS[one.level]
    yield "medel från ESF", YES_NO[one.is_esf]
    yield "beslutad", YES_NO[one.is_decided]
    yield "bidrar till", "; ".join(goals.get(key, "") for key in one.goals)
