"""Which paragraphs of two texts are one that was split, or several that were joined."""

from collections.abc import Iterator, Sequence

from plans.document.comparison.blocks import Block
from plans.document.comparison.likeness import BlockPair

_ENOUGH = 0.6
"""How many of a new paragraph's words must have stood in the one that it was parted from."""


def split_paragraphs(pairs: Sequence[BlockPair]) -> Iterator[Sequence[BlockPair]]:
    """The pairs in groups: a paragraph with what it was split into or joined of, else one each."""
    start = 0
    while start < len(pairs):
        end = _end(pairs, start)
        yield pairs[start:end]
        start = end


def _end(pairs: Sequence[BlockPair], start: int) -> int:
    """The end of the group that begins there: parts before the pair itself, and parts after it."""
    whole = start
    while whole < len(pairs) and _is_alone(pairs[whole]) and whole - start < 3:
        whole += 1
    if whole == len(pairs) or _is_alone(pairs[whole]):
        return start + 1
    if not all(_is_part(pairs[at], pairs[whole]) for at in range(start, whole)):
        return start + 1
    end = whole + 1
    while end < len(pairs) and _is_part(pairs[end], pairs[whole]):
        end += 1
    return end


def _is_alone(pair: BlockPair) -> bool:
    return pair[0] is None or pair[1] is None


def _is_part(part: BlockPair, whole: BlockPair) -> bool:
    """Whether a paragraph of one text is a part of the other text's paragraph in the pair."""
    before, after = whole
    if before is None or after is None or before == after or not _is_alone(part):
        return False
    if part[0] is None:
        return _was_in(part[1], before, after)
    return _was_in(part[0], after, before)


def _was_in(part: Block | None, whole: Block, rest: Block) -> bool:
    """Whether the words of a paragraph stood in another, where the rest of it has them no more."""
    if part is None or {part.tag, whole.tag, rest.tag} != {"p"}:
        return False
    common = part.words & whole.words
    return len(common) >= _ENOUGH * len(part.words) and bool(common - rest.words)
