"""Two edits of the same text made into one, block by block and then word by word."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from plans.document.comparison.blocks import Block, blocks_of
from plans.document.comparison.inline import Piece
from plans.document.comparison.interleaving import Side, both_added, crossed, side_of
from plans.document.comparison.paragraphs import merged_pieces
from plans.document.html.sanitise import sanitise


class Merge(NamedTuple):
    """A merged text, and whether the two edits touched different places."""

    html: str
    is_clean: bool


class _Blocks(NamedTuple):
    blocks: tuple[Block, ...]
    is_clean: bool


def merged(base: str, mine: str, theirs: str) -> Merge:
    """Two stored texts that were both made from a third, as one; stored as it is given.

    What one changed is taken from it, what both changed alike is taken once. Where both changed
    the same words, or one changed what the other removed, everything stays, mine first, and the
    merge is not clean. Whatever one has added is in it.
    """
    if theirs in (base, mine):
        return Merge(mine, is_clean=True)
    if mine == base:
        return Merge(theirs, is_clean=True)
    result = _merged_blocks(*map(blocks_of, (base, mine, theirs)))
    return Merge(sanitise("".join(block.html for block in result.blocks)), result.is_clean)


def _merged_blocks(
    base: Sequence[Block], mine: Sequence[Block], theirs: Sequence[Block]
) -> _Blocks:
    left, right = side_of(base, mine), side_of(base, theirs)
    parts = []
    for place in range(len(base) + 1):
        parts.append(_added(left, right, place))
        if place < len(base):
            parts.append(_kept(base[place], left, right, place))
    blocks = tuple(block for part in parts for block in part.blocks)
    return _Blocks(blocks, all(part.is_clean for part in parts))


def _added(mine: Side, theirs: Side, place: int) -> _Blocks:
    left, right = mine.added[place], theirs.added[place]
    is_clean = not (left and right) or left == right
    return _Blocks(tuple(both_added(left, right)), is_clean and not crossed(mine, theirs, place))


def _kept(base: Block, mine: Side, theirs: Side, place: int) -> _Blocks:
    left, right = mine.kept[place], theirs.kept[place]
    if left and right:
        return _merged_block(base, left, right)
    if left is None and right is None:
        return _Blocks((), mine.replacing(place) == theirs.replacing(place))
    remaining = left or right
    if remaining is None or remaining == base:
        return _Blocks((), is_clean=True)
    return _Blocks((remaining,), is_clean=False)


def _merged_block(base: Block, mine: Block, theirs: Block) -> _Blocks:
    if theirs in (base, mine):
        return _Blocks((mine,), is_clean=True)
    if mine == base:
        return _Blocks((theirs,), is_clean=True)
    if base.is_text:
        return _merged_text(base, mine, theirs)
    if base.tag == "img":
        return _Blocks((mine, theirs), is_clean=False)
    return _merged_inside(base, mine, theirs)


def _merged_text(base: Block, mine: Block, theirs: Block) -> _Blocks:
    pieces = merged_pieces(base.pieces, mine.pieces, theirs.pieces)
    if pieces is None:
        return _Blocks((mine, theirs), is_clean=False)
    return _Blocks((replace(mine, pieces=pieces),), is_clean=True)


def _merged_inside(base: Block, mine: Block, theirs: Block) -> _Blocks:
    inside = _merged_blocks(base.blocks, mine.blocks, theirs.blocks)
    outside, is_clean = _merged_outside(base, mine, theirs)
    blocks = _with_one_caption(sorted(inside.blocks, key=lambda block: block.rank))
    return _Blocks((replace(outside, blocks=blocks),), inside.is_clean and is_clean)


def _merged_outside(base: Block, mine: Block, theirs: Block) -> tuple[Block, bool]:
    """The block whose tag and spans are taken, and whether only one side changed them."""
    if mine.opening == base.opening:
        return theirs, True
    return mine, theirs.opening in (base.opening, mine.opening)


def _with_one_caption(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """A table has one caption: the words of two stand in the first."""
    captions = [block for block in blocks if block.tag == "caption"]
    if len(captions) < 2:
        return tuple(blocks)
    pieces = (piece for caption in captions for piece in (*caption.pieces, Piece(text=" ")))
    return (replace(captions[0], pieces=tuple(pieces)), *blocks[len(captions) :])
