"""Which blocks of two texts are the same block, edited."""

from collections.abc import Sequence

from plans.document.comparison.blocks import Block
from plans.document.comparison.sequences import aligned

_ENOUGH = {"p": 0.4, "h2": 0.4, "h3": 0.4, "img": 0.4, "blockquote": 0.3, "li": 0.3, "tr": 0.3}
_ENOUGH_OF_MANY = 0.2
_ANYTHING = frozenset({"td", "th", "caption", "thead", "tbody"})
"""Parts with a place of their own in a table: the same part whatever it holds."""
_LEAST = 0.01

BlockPair = tuple[Block | None, Block | None]


def aligned_blocks(before: Sequence[Block], after: Sequence[Block]) -> list[BlockPair]:
    """All blocks in order, a block and what became of it in a pair, the others with None.

    Cells of rows of the same length are paired by their columns.
    """
    if len(before) == len(after) and all(block.is_cell for block in (*before, *after)):
        return list(zip(before, after, strict=True))
    found = aligned(before, after, likeness)
    return sorted(found, key=_rank)


def likeness(before: Block, after: Block) -> float:
    """How much of both is in both, 0 to 1; 0 where it is too little to be the same block."""
    if before.tag != after.tag and not (before.is_cell and after.is_cell):
        return 0
    share = _common_share(before.words, after.words)
    if before.tag in _ANYTHING:
        return max(share, _LEAST)
    if before.tag == "tr" and before.blocks[:1] == after.blocks[:1]:
        return max(share, _ENOUGH["tr"])
    return share if share >= _ENOUGH.get(before.tag, _ENOUGH_OF_MANY) else 0


def _common_share(before: frozenset[str], after: frozenset[str]) -> float:
    total = len(before) + len(after)
    return 2 * len(before & after) / total if total else 0


def _rank(pair: BlockPair) -> int:
    """A table's parts in their order, where one text has a part that the other has not."""
    return max(block.rank for block in pair if block)
