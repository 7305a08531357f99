"""Which rows are sums of the others beside them, found by the figures alone.

A plan prints a group's sum before its lines or after them, and often by no other name than the
group's. What tells is that the rows then add up to a total that is known.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from budgets.pasting.nodes import Node, Vector, less

MOST_STEPS = 20_000
"""How much is tried before the rows are taken as they stand."""
MOST_ROWS = 200
DEEPEST = 3

_STATE = re.compile(r"försäkringskass|arbetsförmedl|\bstaten\b|\bfk\b", re.IGNORECASE)
"""The state pays as much as the others together, and is no sum of theirs."""

Way = tuple[tuple[Node, ...], int]
"""The nodes of a level, and the place after them."""


def grouped(nodes: Sequence[Node], totals: Iterable[Vector]) -> tuple[Node, ...]:
    """The same nodes, with those below a sum that are its parts.

    With a total that all should add up to, as few rows are sums as it takes. Where no total is
    known or reached, only what is sure is a group: a row that is the sum of those after it, in
    several columns or of three rows or more.
    """
    for total in totals:
        if found := _Search(nodes).found(total):
            return found
    return tuple(_surely(nodes))


def closed(node: Node, nodes: Sequence[Node]) -> Node:
    """A group by the row that closes it."""
    return replace(node, row=None, closing=node.row, total_label=node.name, nodes=tuple(nodes))


def may_be_sum(node: Node) -> bool:
    """Whether a row may be the sum of others, as far as it tells."""
    return any(node.amounts) and not node.is_group and not _STATE.search(node.name)


class _Search:
    def __init__(self, nodes: Sequence[Node]) -> None:
        self.nodes = nodes
        self.steps = 0
        amounts = [kr for node in nodes for kr in node.amounts]
        self.sign = (min(amounts, default=0) >= 0) - (max(amounts, default=0) <= 0)
        """1 where nothing is below 0, -1 where nothing is above: then a sum only grows."""

    def found(self, total: Vector) -> tuple[Node, ...]:
        """The whole as nodes that add up to the total; empty where no such way is found."""
        if not self.nodes or len(self.nodes) > MOST_ROWS:
            return ()
        ways = self.ways(0, (), total, DEEPEST)
        return next((level for level, end in ways if end == len(self.nodes)), ())

    def ways(self, place: int, level: tuple[Node, ...], left: Vector, depth: int) -> Iterator[Way]:
        """The ways of going on from a place until nothing is left of the level's total."""
        self.steps += 1
        if self.steps > MOST_STEPS or (self.sign and any(kr * self.sign < 0 for kr in left)):
            return
        if place < len(self.nodes):
            node = self.nodes[place]
            rest = less(left, node.amounts)
            yield from self.ways(place + 1, (*level, node), rest, depth)
            if may_be_sum(node):
                for kept in _closable(node, level):
                    group = closed(node, level[kept:])
                    yield from self.ways(place + 1, (*level[:kept], group), left, depth)
                for below, end in self._below(place, depth):
                    group = replace(node, nodes=below)
                    yield from self.ways(end, (*level, group), rest, depth)
        if level and not any(left):
            yield level, place

    def _below(self, place: int, depth: int) -> list[Way]:
        """The rows after a row that add up to it; a single one last, as it may cost the same."""
        if not depth:
            return []
        ways = list(self.ways(place + 1, (), self.nodes[place].amounts, depth - 1))
        return sorted(ways, key=lambda way: len(way[0]) == 1)


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
