"""Groups by what the rows say: a heading opens one, and "Summa" with its name closes it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from budgets.pasting.grouping import MOST_ROWS, Patience, grouped
from budgets.pasting.headings import is_alike
from budgets.pasting.names import heard
from budgets.pasting.nodes import Node, Vector, added, less

DEEPEST = 4
"""How many groups headings may open in each other."""


@dataclass(slots=True)
class Frame:
    """A group that is open: its heading's name and row, and what has come below it."""

    name: str = ""
    row: int | None = None
    nodes: list[Node] = field(default_factory=list)


class Frames:
    """The groups of one side.

    `sums` are what the sums that are still to come are of, `headings` the heard names that open
    groups: a sum of such a name is of no other group that begins alike.
    """

    def __init__(self, width: int, sums: list[str], headings: frozenset[str]) -> None:
        self.width = width
        self.sums = sums
        self.headings = headings
        self.patience = Patience()
        self.stack = [Frame()]
        self.empty: list[str] = []
        """The headings that nothing came below."""

    @property
    def is_empty(self) -> bool:
        return not any(frame.nodes for frame in self.stack)

    @property
    def whole(self) -> Vector:
        """The sum of all that has come."""
        return added((node for frame in self.stack for node in frame.nodes), self.width)

    def line(self, node: Node) -> None:
        """A row with values: a line, unless the figures tell that it is a sum."""
        self.stack[-1].nodes.append(node)

    def heading(self, name: str, row: int) -> None:
        """A row without values. It closes the groups before it that no sum will close."""
        while len(self.stack) > 1 and not (self._has_sum() and len(self.stack) <= DEEPEST):
            self._close()
        self.stack.append(Frame(name=name, row=row))

    def sum(self, of: str, node: Node) -> bool:
        """A row that is the sum of something; False where there is nothing to be its parts.

        It closes the group of its name, or the one that it is the sum of, or gathers the lines
        before it in a group of its own.
        """
        named = [n for n, frame in enumerate(self.stack) if n and self._is_of(of, frame)]
        if named:
            while len(self.stack) - 1 > named[-1]:
                self._close()
            return self._close(node)
        if len(self.stack) > 1 and self._adds_up(node):
            return self._close(node)
        if self._gather(of, node, self._suffix(node)):
            return True
        if not of:
            return False
        if len(self.stack) > 1 and not self._has_sum():
            return self._close(node)
        return self._gather(of, node, self._lines())

    def done(self, totals: Sequence[Vector]) -> tuple[Node, ...]:
        """The side's nodes; the figures and its known totals tell what the names do not."""
        while len(self.stack) > 1:
            self._close()
        return grouped(self.stack[0].nodes, totals)

    def _has_sum(self) -> bool:
        return any(self._is_of(of, self.stack[-1]) for of in self.sums)

    def _is_of(self, of: str, frame: Frame) -> bool:
        is_same = heard(of) == heard(frame.name)
        return is_same or (heard(of) not in self.headings and is_alike(frame.name, of))

    def _adds_up(self, node: Node) -> bool:
        nodes = grouped(self.stack[-1].nodes, [node.amounts], self.patience)
        return bool(nodes) and added(nodes, self.width) == node.amounts

    def _close(self, node: Node | None = None) -> bool:
        """Close the innermost group, by the row of its sum where it has one."""
        frame = self.stack.pop()
        nodes = grouped(frame.nodes, [node.amounts] if node else [], self.patience)
        if not nodes:
            self.empty.append(frame.name)
            return False
        group = Node(
            name=frame.name,
            amounts=added(nodes, self.width),
            row=frame.row,
            closing=node.row if node else None,
            total_label=node.name if node else "",
            nodes=nodes,
        )
        self.stack[-1].nodes.append(group)
        return True

    def _lines(self) -> int:
        """How many lines have come since the last group."""
        groups = [n for n, node in enumerate(self.stack[-1].nodes, 1) if node.is_group]
        return len(self.stack[-1].nodes) - max(groups, default=0)

    def _suffix(self, node: Node) -> int:
        """How many of the last nodes a row is the sum of: lines if it can be; 0 for none."""
        left, lines = node.amounts, self._lines()
        counts = []
        for count, part in enumerate(reversed(self.stack[-1].nodes[-MOST_ROWS:]), 1):
            left = less(left, part.amounts)
            if not any(left):
                counts.append(count)
        return max((n for n in counts if n <= lines), default=min(counts, default=0))

    def _gather(self, of: str, node: Node, count: int) -> bool:
        """Make a group of the last nodes, called by what its sum is of."""
        if not count:
            return False
        nodes = self.stack[-1].nodes
        group = Node(
            name=of[:1].upper() + of[1:] or node.name or "Grupp",
            amounts=added(nodes[-count:], self.width),
            closing=node.row,
            total_label=node.name,
            nodes=tuple(nodes[-count:]),
        )
        nodes[-count:] = [group]
        return True
