"""What is the same thing in two plans: what came, what went, and what stands elsewhere."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from plans.document.comparison.sequences import longest_increasing

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Placed(Generic[T]):
    """A thing with its key, and the key of what it stands in."""

    key: Hashable
    home: Hashable
    item: T


@dataclass(frozen=True, slots=True)
class Matched(Generic[T]):
    """The things of two plans, each in the order of its own plan, the kept in that of the later.

    `moved` are the keys of the fewest things that must have moved for the rest to have stayed.
    """

    added: tuple[Placed[T], ...]
    removed: tuple[Placed[T], ...]
    kept: tuple[tuple[Placed[T], Placed[T]], ...]
    moved: frozenset[Hashable]


def matched_places(before: Iterable[Placed[T]], after: Iterable[Placed[T]]) -> Matched[T]:
    """Match things by key. Almost linear in their number."""
    old = {each.key: each for each in before}
    new = {each.key: each for each in after}
    kept = tuple((old[key], each) for key, each in new.items() if key in old)
    order = {key: place for place, key in enumerate(old)}
    return Matched(
        added=tuple(each for key, each in new.items() if key not in old),
        removed=tuple(each for key, each in old.items() if key not in new),
        kept=kept,
        moved=frozenset(_moved(kept, order)),
    )


def _moved(
    kept: Sequence[tuple[Placed[T], Placed[T]]], order: dict[Hashable, int]
) -> Iterable[Hashable]:
    by_home: dict[Hashable, list[Hashable]] = defaultdict(list)
    for old, new in kept:
        if old.home == new.home:
            by_home[new.home].append(new.key)
        else:
            yield new.key
    for keys in by_home.values():
        pairs = sorted((order[key], place) for place, key in enumerate(keys))
        stayed = {place for _, place in longest_increasing(pairs)}
        yield from (key for place, key in enumerate(keys) if place not in stayed)


def interleaved(before: Sequence[K], after: Sequence[K]) -> list[K]:
    """All of the later in their order; what only the earlier has stands after what it followed."""
    there = set(after)
    following: dict[K | None, list[K]] = defaultdict(list)
    last: K | None = None
    for key in before:
        if key in there:
            last = key
        else:
            following[last].append(key)
    return [*following[None], *(each for key in after for each in (key, *following[key]))]
