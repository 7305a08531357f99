"""Which row of a budget each pasted name is, also where several are called the same."""

from collections import Counter
from collections.abc import Sequence

from budgets.pasting.names import heard
from budgets.pasting.tables import TableRow
from budgets.pasting.targets import Role, Target, Targets


def matched(rows: Sequence[TableRow], targets: Targets) -> list[Target | None]:
    """The budget's row of each pasted one, None where it has none. A line is matched once.

    A name that only one row has is sure; so are names that stand as often in both, where the sure
    ones stand in the same order in both. Of several other rows, the one is taken that stands in
    the same group as the sure ones around it, and otherwise the first that is left.
    """
    return _Matching(rows, targets).done()


class _Matching:
    def __init__(self, rows: Sequence[TableRow], targets: Targets) -> None:
        self.rows = rows
        self.candidates = [targets.called(row.name) if row.name else [] for row in rows]
        self.found: list[Target | None] = [None] * len(rows)
        self.taken: set[tuple[str, Role]] = set()
        self.named = Counter(heard(row.name) for row in rows)

    def done(self) -> list[Target | None]:
        turns = sorted(range(len(self.rows)), key=self._turn)
        alone = [place for place in turns if len(self.candidates[place]) == 1]
        for place in alone:
            self._take(place, self._best(place))
        if self._is_in_order():
            self._take_pairs()
        for place in turns:
            if self.found[place] is None:
                self._take(place, self._best(place))
        return self.found

    def _is_in_order(self) -> bool:
        """Whether the sure lines and groups are; computed rows stand in other places elsewhere."""
        lines = [each for each in self.found if each and each.role is not Role.COMPUTED]
        places = [target.place for target in lines]
        return places == sorted(places)

    def _take_pairs(self) -> None:
        """Pairs rows and targets one by one where as many of both have a name."""
        left = {name: iter(found) for name, found in self._pairs().items()}
        for place, row in enumerate(self.rows):
            if self.found[place] is None and (targets := left.get(heard(row.name))):
                self._take(place, next(targets))

    def _pairs(self) -> dict[str, list[Target]]:
        named = {
            heard(row.name): found for row, found in zip(self.rows, self.candidates, strict=True)
        }
        return {
            name: found
            for name, found in named.items()
            if len(found) > 1 and len(found) == self.named[name]
        }

    def _turn(self, place: int) -> tuple[bool, bool, int]:
        """The sure ones first; where more rows than there are have a name, a heading waits."""
        candidates = self.candidates[place]
        is_crowded = self.named[heard(self.rows[place].name)] > len(candidates)
        return len(candidates) > 1, is_crowded and self.rows[place].is_blank, place

    def _best(self, place: int) -> Target | None:
        left = [each for each in self.candidates[place] if self._is_left(each)]
        if len(left) < 2:
            return left[0] if left else None
        above, below = self._around(place)
        return max(left, key=lambda each: (_nearness(each, above, below), -each.place))

    def _around(self, place: int) -> tuple[Target | None, Target | None]:
        """The nearest rows above and below that are matched."""
        above = next(filter(None, reversed(self.found[:place])), None)
        below = next(filter(None, self.found[place + 1 :]), None)
        return above, below

    def _is_left(self, target: Target) -> bool:
        return (target.key, target.role) not in self.taken

    def _take(self, place: int, target: Target | None) -> None:
        self.found[place] = target
        if target is not None and (target.role is Role.LINE or len(self.candidates[place]) > 1):
            self.taken.add((target.key, target.role))


def _nearness(target: Target, above: Target | None, below: Target | None) -> int:
    """How well a row fits between two others: in their group, and after and before them."""
    nearness = 0
    if above is not None:
        nearness += 2 * (target.parent == above.after) + (target.place > above.place)
    if below is not None:
        nearness += 2 * (target.parent == below.before) + (target.place < below.place)
    return nearness
