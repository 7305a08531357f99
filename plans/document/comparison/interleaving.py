"""What two edits of the same blocks did at each place of the original."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plans.document.comparison.blocks import Block
from plans.document.comparison.likeness import aligned_blocks
from plans.document.comparison.sequences import laid_out, matched


class Side(NamedTuple):
    """One edit. Places are those of the original's blocks; the last is its end.

    What replaces removed blocks is added where the first of them stood.
    """

    kept: list[Block | None]
    """What became of each block; None where it was removed."""
    added: list[list[Block]]
    """What was added before the block of each place."""
    starts: list[int]
    """The place where what replaces each block is added, if it was removed."""

    def replacing(self, place: int) -> tuple[int, list[Block]] | None:
        """Where a removed block's replacement stands, and what it is."""
        start = self.starts[place]
        return (start, self.added[start]) if self.added[start] else None

    def has_removed_around(self, place: int) -> bool:
        """Whether the blocks on both sides of the place were removed."""
        return self.kept[max(place - 1, 0) : place + 1] == [None, None]


def side_of(original: Sequence[Block], edited: Sequence[Block]) -> Side:
    """What an edit did to the blocks."""
    side = Side([], [[] for _ in range(len(original) + 1)], [])
    start = 0
    for before, after in aligned_blocks(original, edited):
        if before is None and after is not None:
            side.added[start].append(after)
        else:
            side.kept.append(after)
            side.starts.append(start)
        start = len(side.kept) if before and after else start
    return side


def crossed(left: Side, right: Side, place: int) -> bool:
    """Whether one side added something amid what the other removed."""
    return (bool(left.added[place]) and right.has_removed_around(place)) or (
        bool(right.added[place]) and left.has_removed_around(place)
    )


def both_added(mine: Sequence[Block], theirs: Sequence[Block]) -> Iterator[Block]:
    """What either side added at the same place: mine first, what is the same once."""
    for left, right in laid_out(mine, theirs, matched(mine, theirs)):
        if left:
            yield left
        elif right:
            yield right
