"""Where a budget's lines stand: a tree on three sides, each line below one other or a side."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from uuid import UUID

from budgets.refusals import IntoItself, TooDeep
from budgets.sheet import Line, Side

DEEPEST_LINES = 8
"""How many levels of lines a budget has at most."""

Home = UUID | Side
"""What a line stands below: another line, or a side where it is a top line."""


class Outline:
    """The lines' keys by what they stand below, in order."""

    def __init__(self, homes: Iterable[tuple[UUID, Home]]) -> None:
        self.homes: dict[UUID, Home] = {}
        self.below: dict[Home, list[UUID]] = defaultdict(list)
        for key, home in homes:
            self.homes[key] = home
            self.below[home].append(key)

    def side(self, home: Home) -> Side:
        """The side that a line stands on, however deep."""
        return home if isinstance(home, Side) else self.side(self.homes[home])

    def index(self, key: UUID) -> int:
        """A line's number among those it stands with, from 0."""
        return self.siblings(key).index(key)

    def siblings(self, key: UUID) -> list[UUID]:
        """Those that stand together with a line, itself among them."""
        return self.below[self.homes[key]]

    def walk(self, key: UUID) -> Iterator[UUID]:
        """A line and every line below it, top down."""
        yield key
        for below in self.below.get(key, ()):
            yield from self.walk(below)

    def __iter__(self) -> Iterator[UUID]:
        """Every line as it is read: income, costs, financial."""
        for side in Side:
            for key in self.below.get(side, ()):
                yield from self.walk(key)

    def put(self, key: UUID, home: Home, index: int | None = None) -> None:
        """Let a line, old or new, stand there with all below it: before the `index`-th, or last.

        Raises IntoItself and TooDeep, and changes nothing then.
        """
        if not isinstance(home, Side) and home in self.walk(key):
            raise IntoItself
        if self._level(home) + self._height(key) > DEEPEST_LINES:
            raise TooDeep
        if key in self.homes:
            self.siblings(key).remove(key)
        together = self.below[home]
        together.insert(len(together) if index is None else index, key)
        self.homes[key] = home

    def hang(self, tree: Line) -> None:
        """Let new lines stand below each other as in a tree; its root is yet to be put."""
        for line in tree.walk():
            self.below[line.key] = [below.key for below in line.lines]
            self.homes |= dict.fromkeys(self.below[line.key], line.key)

    def take(self, key: UUID) -> None:
        """Take a line out with all below it."""
        gone = list(self.walk(key))
        self.siblings(key).remove(key)
        for one in gone:
            del self.homes[one]
            self.below.pop(one, None)

    def _level(self, home: Home) -> int:
        """How many lines stand above what stands there."""
        return 0 if isinstance(home, Side) else 1 + self._level(self.homes[home])

    def _height(self, key: UUID) -> int:
        """How many levels a line is with those below it."""
        return 1 + max(map(self._height, self.below.get(key, ())), default=0)
