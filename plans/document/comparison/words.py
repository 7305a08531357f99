"""What changed between two texts, as one text with marks.

What was removed stands in <del>, what was added in <ins>, inside their blocks: around words and
pictures, never around list items or cells. Without <del> and its content the words are those of
the text after, without <ins> those of the text before.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, groupby

from lxml.html import HtmlElement, tostring

from plans.document.comparison.blocks import Block, blocks_of
from plans.document.comparison.changes import changes_html, paragraphs_html
from plans.document.comparison.inline import ADDED, END, REMOVED, Piece, inline_html, shown
from plans.document.comparison.likeness import BlockPair, aligned_blocks
from plans.document.comparison.splitting import split_paragraphs
from plans.document.html.tree import parsed

SKIPPED = '<p class="skipped">…</p>'
_FEW = 5


def marked(before: str, after: str) -> str:
    """Two stored texts as one with marks. What is no change stands as it is stored.

    A changed mark, address or alternative text is a change of what carries it. Footnotes and
    figure references are marked as words are, and a footnote's own words within it. Where a
    paragraph was split or joined an empty <ins> or <del> stands at its end. Some seconds for texts
    of a megabyte.
    """
    return "".join(_compared_all(aligned_blocks(blocks_of(before), blocks_of(after))))


def marked_plain(before: str, after: str) -> str:
    """The same for plain text: escaped, with <br> where a line ends."""
    return changes_html(_lines(before), _lines(after))


def abridged(marked_html: str, around: int = 1) -> str:
    """The changed blocks of a marked text with so many neighbours, "…" for what is left out.

    "" where nothing is marked. A list and a table are one block each.
    """
    blocks = list(parsed(marked_html)) if marked_html else []
    changed = [number for number, block in enumerate(blocks) if _is_marked(block)]
    if not changed:
        return ""
    near = {number + step for number in changed for step in range(-around, around + 1)}
    return "".join(
        "".join(map(_written, group)) if is_near else SKIPPED
        for is_near, group in _grouped(blocks, near)
    )


def _compared_all(pairs: Sequence[BlockPair]) -> Iterator[str]:
    for group in split_paragraphs(pairs):
        before, after = ([block for block in side if block] for side in zip(*group, strict=True))
        if len(before) == len(after) or not (before and after):
            yield from map(_compared, group)
        else:
            insides = paragraphs_html(_as_one(before), _as_one(after))
            yield from map(after[0].around, insides)


def _as_one(paragraphs: Sequence[Block]) -> Iterator[Piece]:
    """The pieces of all, with a space and an end between two, as the reader sees one."""
    for number, paragraph in enumerate(paragraphs):
        if number:
            yield from (Piece(text=" "), END)
        yield from paragraph.pieces


def _compared(pair: BlockPair) -> str:
    before, after = pair
    if before is None or after is None:
        return "".join(_whole(block, state) for block, state in _present(before, after))
    if before == after:
        return after.html
    if after.is_text:
        return after.around(changes_html(before.pieces, after.pieces))
    if after.tag == "img":
        return _whole(before, REMOVED) + _whole(after, ADDED)
    return after.around("".join(_compared_inside(before, after)))


def _compared_inside(before: Block, after: Block) -> Iterator[str]:
    """The contents; a cell that became another kind of cell is all removed and added."""
    if before.opening == after.opening:
        yield from _compared_all(_aligned_inside(before, after))
    else:
        removed = ((block, REMOVED) for block in before.blocks)
        added = ((block, ADDED) for block in after.blocks)
        yield from (_whole(block, state) for block, state in chain(removed, added))


def _aligned_inside(before: Block, after: Block) -> list[BlockPair]:
    """A few words or a number alone in a cell or item are the same paragraph, however unlike."""
    both = (*before.blocks, *after.blocks)
    is_alone = len(before.blocks) == len(after.blocks) == 1
    if is_alone and all(block.tag == "p" and len(block.words) <= _FEW for block in both):
        return [(before.blocks[0], after.blocks[0])]
    return aligned_blocks(before.blocks, after.blocks)


def _present(before: Block | None, after: Block | None) -> Iterator[tuple[Block, str]]:
    if before:
        yield before, REMOVED
    if after:
        yield after, ADDED


def _whole(block: Block, state: str) -> str:
    if block.is_text:
        return block.around(inline_html(shown(piece, state) for piece in block.pieces))
    if block.tag == "img":
        return f"<{state}>{block.html}</{state}>"
    return block.around("".join(_whole(inner, state) for inner in block.blocks))


def _lines(text: str) -> Iterator[Piece]:
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n")):
        if number:
            yield Piece()
        if line:
            yield Piece(text=line)


def _is_marked(block: HtmlElement) -> bool:
    return next(block.iter(REMOVED, ADDED), None) is not None


def _grouped(
    blocks: list[HtmlElement], near: set[int]
) -> Iterator[tuple[bool, Iterator[HtmlElement]]]:
    numbered = groupby(enumerate(blocks), key=lambda pair: pair[0] in near)
    for is_near, group in numbered:
        yield is_near, (block for _, block in group)


def _written(block: HtmlElement) -> str:
    return str(tostring(block, encoding="unicode"))
