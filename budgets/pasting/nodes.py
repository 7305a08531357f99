"""The lines and groups that pasted rows are thought to be, and their arithmetic."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

Vector = tuple[int, ...]
"""A row's amounts in its pasted columns, with the signs that are written; 0 where it is empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A line, or a group with nodes below it.

    `row` is the number of the pasted row that is the line or opens the group, `closing` of the
    one that closes it, None where there is none.
    """

    name: str
    amounts: Vector
    row: int | None = None
    closing: int | None = None
    total_label: str = ""
    nodes: tuple["Node", ...] = ()

    @property
    def is_group(self) -> bool:
        return bool(self.nodes)

    def walk(self) -> Iterator["Node"]:
        """This node and every node below it, top down."""
        yield self
        for node in self.nodes:
            yield from node.walk()


def added(nodes: Iterable[Node], width: int) -> Vector:
    """The sum of nodes, column by column."""
    total = [0] * width
    for node in nodes:
        for place, kr in enumerate(node.amounts):
            total[place] += kr
    return tuple(total)


def less(whole: Vector, part: Vector) -> Vector:
    """One row less another, column by column."""
    return tuple(a - b for a, b in zip(whole, part, strict=True))
