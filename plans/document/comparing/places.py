"""What is the same thing in two plans: what came, what went, and what stands elsewhere."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
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


@dataclass(frozen=True)
class Matched(Generic[T]):
    """The things of two plans by key, each in the order of its own plan.

    `moved` are the keys of the fewest things that must have moved for the rest to have stayed.
    """

    old: Mapping[Hashable, Placed[T]]
    new: Mapping[Hashable, Placed[T]]
    moved: frozenset[Hashable]

    @cached_property
    def added(self) -> tuple[Placed[T], ...]:
        return tuple(each for key, each in self.new.items() if key not in self.old)

    @cached_property
    def removed(self) -> tuple[Placed[T], ...]:
        return tuple(each for key, each in self.old.items() if key not in self.new)

    @cached_property
    def kept(self) -> tuple[tuple[Placed[T], Placed[T]], ...]:
        """What both have, in the order of the later."""
        return tuple((self.old[key], each) for key, each in self.new.items() if key in self.old)

    def below(self, home: Hashable) -> list[Hashable]:
        """The keys of what stands in a home in the order of both; what moved away is not there."""
        now = self._now.get(home, [])
        here = set(now)
        was = [key for key in self._was.get(home, []) if key in here or key not in self.new]
        return interleaved(was, now)

    def shown(self, key: Hashable) -> T:
        """The later thing with that key, or the earlier where it is gone."""
        return self.new[key].item if key in self.new else self.old[key].item

    @cached_property
    def _was(self) -> Mapping[Hashable, list[Hashable]]:
        return _by_home(self.old.values())

    @cached_property
    def _now(self) -> Mapping[Hashable, list[Hashable]]:
        return _by_home(self.new.values())


def matched_places(before: Iterable[Placed[T]], after: Iterable[Placed[T]]) -> Matched[T]:
    """Match things by key. Almost linear in their number."""
    old = {each.key: each for each in before}
    new = {each.key: each for each in after}
    kept = [(old[key], each) for key, each in new.items() if key in old]
    order = {key: place for place, key in enumerate(old)}
    return Matched(old=old, new=new, moved=frozenset(_moved(kept, order)))


def _by_home(placed: Iterable[Placed[T]]) -> Mapping[Hashable, list[Hashable]]:
    found: dict[Hashable, list[Hashable]] = defaultdict(list)
    for each in placed:
        found[each.home].append(each.key)
    return found


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
