"""Which rows are sums of the others beside them, found by the figures alone.

A plan prints a group's sum before its lines or after them, and often by no other name than the
group's. What tells is that the rows then add up to a total that is known.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from budgets.pasting.nodes import Node, Vector, less

MOST_STEPS = 20_000
MOST_ROWS = 200
DEEPEST = 3

_STATE = re.compile(r"försäkringskass|arbetsförmedl|\bstaten\b|\bfk\b", re.IGNORECASE)
"""The state pays as much as the others together, and is no sum of theirs."""

Ways = dict[int, tuple[Node, ...]]
"""The nodes of a level by the place after them."""


class Patience:
    """How many steps are tried before rows are taken as they stand."""

    def __init__(self) -> None:
        self.left = MOST_STEPS

    def step(self) -> bool:
        """Take a step; False where none is left."""
        self.left -= 1
        return self.left >= 0


def grouped(
    nodes: Sequence[Node], totals: Iterable[Vector], patience: Patience | None = None
) -> tuple[Node, ...]:
    """The same nodes, with those below a sum that are its parts.

    With a total that all should add up to, as few rows are sums as it takes. Where no total is
    known or reached, only what is sure is a group: a row that is the sum of those after it, in
    several columns or of three rows or more. Without patience of its own, each total has as much.
    """
    for total in totals:
        if found := _Search(nodes, patience or Patience()).found(total):
            return found
    return tuple(_surely(nodes))


def closed(node: Node, nodes: Sequence[Node]) -> Node:
    """A group by the row that closes it."""
    return replace(node, row=None, closing=node.row, total_label=node.name, nodes=tuple(nodes))


def may_be_sum(node: Node) -> bool:
    """Whether a row may be the sum of others, as far as it tells."""
    return any(node.amounts) and not node.is_group and not _STATE.search(node.name)


class _Search:
    """Finds a way in which nodes add up to a total: with sums before their lines, else after."""

    def __init__(self, nodes: Sequence[Node], patience: Patience) -> None:
        self.nodes = nodes
        self.patience = patience
        self.known: dict[tuple[int, Vector, int], Ways] = {}
        amounts = [kr for node in nodes for kr in node.amounts]
        self.sign = (min(amounts, default=0) >= 0) - (max(amounts, default=0) <= 0)
        """1 where nothing is below 0, -1 where nothing is above: then a sum only grows."""

    def found(self, total: Vector) -> tuple[Node, ...]:
        """The whole as nodes that add up to the total; empty where no such way is found."""
        if not self.nodes or len(self.nodes) > MOST_ROWS:
            return ()
        whole = self.ways(0, total, DEEPEST).get(len(self.nodes))
        return whole or next(self._closed_ways(0, (), total), ())

    def ways(self, place: int, left: Vector, depth: int) -> Ways:
        """Nodes from a place on that together are what is left of a total, by where they end."""
        key = (place, left, depth)
        if key not in self.known:
            self.known[key] = {} if self._is_past(left) else dict(self._ways(*key))
        return self.known[key]

    def _ways(self, place: int, left: Vector, depth: int) -> Iterator[tuple[int, tuple[Node, ...]]]:
        """As few groups as can be: a way to the same end is given up for one with fewer."""
        if not any(left):
            yield place, ()
        if place == len(self.nodes):
            return
        node, found = self.nodes[place], Ways()
        rest = less(left, node.amounts)
        for below, end in [((), place + 1), *self._below(place, depth)]:
            one = replace(node, nodes=below) if below else node
            for last, others in self.ways(end, rest, depth).items():
                found.setdefault(last, (one, *others))
        yield from found.items()

    def _below(self, place: int, depth: int) -> list[tuple[tuple[Node, ...], int]]:
        """The rows after a row that add up to it; a single one last, as it may cost the same."""
        node = self.nodes[place]
        if not depth or not may_be_sum(node):
            return []
        ends = self.ways(place + 1, node.amounts, depth - 1).items()
        ways = [(nodes, end) for end, nodes in ends if nodes]
        return sorted(ways, key=lambda way: (len(way[0]) == 1, -way[1]))

    def _closed_ways(
        self, place: int, level: tuple[Node, ...], left: Vector
    ) -> Iterator[tuple[Node, ...]]:
        """The ways in which all nodes from a place on are lines, or sums of nodes before them."""
        if self._is_past(left):
            return
        if place == len(self.nodes):
            if not any(left):
                yield level
            return
        node = self.nodes[place]
        yield from self._closed_ways(place + 1, (*level, node), less(left, node.amounts))
        for kept in _closable(node, level) if may_be_sum(node) else ():
            group = closed(node, level[kept:])
            yield from self._closed_ways(place + 1, (*level[:kept], group), left)

    def _is_past(self, left: Vector) -> bool:
        is_past = self.sign and any(kr * self.sign < 0 for kr in left)
        return bool(is_past) or not self.patience.step()


def _closable(node: Node, level: Sequence[Node]) -> Iterator[int]:
    """How much of a level is kept where a row closes two or more of its last nodes."""
    left = node.amounts
    for kept in range(len(level) - 1, -1, -1):
        left = less(left, level[kept].amounts)
        if not any(left) and len(level) - kept > 1:
            yield kept


def _surely(nodes: Sequence[Node]) -> Iterator[Node]:
    place = 0
    while place < len(nodes):
        node = nodes[place]
        below = tuple(_parts(node, nodes[place + 1 :])) if may_be_sum(node) else ()
        yield replace(node, nodes=below) if below else node
        place += 1 + len(below)


def _parts(node: Node, after: Sequence[Node]) -> Sequence[Node]:
    """The rows after a row that are surely its parts."""
    left, width = node.amounts, sum(map(bool, node.amounts))
    for count, part in enumerate(after[:MOST_ROWS], 1):
        left = less(left, part.amounts)
        if not any(left):
            is_sure = count > 2 or (count == 2 and width > 1)
            return after[:count] if is_sure else ()
    return ()
