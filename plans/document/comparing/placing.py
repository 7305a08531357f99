"""Changes of place, told alike of all parts that have one: new, gone, moved."""

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from typing import TypeVar

from plans.document.comparing.change import Change, Kind, Subject
from plans.document.comparing.places import Matched, Placed
from plans.document.comparing.words import capital

T = TypeVar("T")


def place_changes(
    subject: Subject,
    matched: Matched[T],
    name: Callable[[T], str],
    homes: Mapping[object, str],
    within: Collection[Hashable] | None = None,
) -> Iterator[Change]:
    """What is gone, new, and elsewhere, each as a change.

    `name` calls a thing by its name ("målet ”Struktur”"), `homes` what it stands in. Where
    `within` is given, what came to or went from a home that is not among them is not told: it
    came or went with its home.
    """
    for each in matched.removed:
        if within is None or each.home in within:
            yield _gone(subject, each, name(each.item))
    for each in matched.added:
        if within is None or each.home in within:
            yield _come(subject, each, name(each.item), homes)
    for old, new in matched.kept:
        if new.key in matched.moved:
            yield _moved(subject, old, new, name(new.item), homes)


def _gone(subject: Subject, placed: Placed[T], name: str) -> Change:
    return Change(
        subject=subject,
        kind=Kind.REMOVED,
        key=str(placed.key),
        sentence=f"Borttaget: {name}",
        old=name,
    )


def _come(subject: Subject, placed: Placed[T], name: str, homes: Mapping[object, str]) -> Change:
    return Change(
        subject=subject,
        kind=Kind.ADDED,
        key=str(placed.key),
        sentence=f"Nytt under {homes[placed.home]}: {name}",
        new=name,
    )


def _moved(
    subject: Subject, old: Placed[T], new: Placed[T], name: str, homes: Mapping[object, str]
) -> Change:
    where = f"har fått en annan plats under {homes[new.home]}"
    if old.home != new.home:
        where = f"är flyttat från {homes[old.home]} till {homes[new.home]}"
    return Change(
        subject=subject,
        kind=Kind.MOVED,
        key=str(new.key),
        sentence=f"{capital(name)} {where}",
        old=homes[old.home],
        new=homes[new.home],
    )
