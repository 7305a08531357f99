"""The changes as a list: section by section, what follows of others apart."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from plans.document.comparing.change import Change
from plans.document.comparing.marking.pieces import spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A change as it is listed: its sentence, and its words marked where that says more."""

    sentence: str
    html: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The changes of one section; `place` is its address, empty where none shows them."""

    section: str
    place: str
    changes: tuple[Told, ...]
    following: tuple[Told, ...]


def listed(changes: Iterable[Change]) -> tuple[Group, ...]:
    """The changes in their order, in groups."""
    return tuple(_groups(changes))


def _groups(changes: Iterable[Change]) -> Iterator[Group]:
    for (section, place), found in groupby(changes, key=lambda one: (one.section, one.place)):
        together = list(found)
        yield Group(
            section=section,
            place=place,
            changes=tuple(_told(one) for one in together if not one.follows),
            following=tuple(_told(one) for one in together if one.follows),
        )


def _told(change: Change) -> Told:
    return Told(sentence=change.sentence, html=spoken(change.html), kind=change.kind)
