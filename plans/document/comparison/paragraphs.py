"""Two edits of the same paragraph made into one, where they changed different words."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from plans.document.comparison.inline import Piece
from plans.document.comparison.sequences import matched
from plans.document.comparison.tokens import tokens

Pieces = Sequence[Piece]


class _Place(NamedTuple):
    base: int
    mine: int
    theirs: int


def merged_pieces(base: Pieces, mine: Pieces, theirs: Pieces) -> tuple[Piece, ...] | None:
    """The paragraph with both edits, or None where they touch: more than spaces must part them."""
    texts = [tuple(tokens(pieces)) for pieces in (base, mine, theirs)]
    merged: list[Piece] = []
    start = _Place(0, 0, 0)
    for place in _firm_places(*texts):
        changed = _merged_change(*_between(texts, start, place))
        if changed is None:
            return None
        merged.extend(changed)
        merged.extend(texts[0][place.base : place.base + 1])
        start = _Place(*(index + 1 for index in place))
    return tuple(merged)


def _firm_places(base: Pieces, mine: Pieces, theirs: Pieces) -> Iterator[_Place]:
    """Where all three have the same token, but for runs of nothing but space; then the ends."""
    in_mine, in_theirs = dict(matched(base, mine)), dict(matched(base, theirs))
    common = [_Place(b, in_mine[b], in_theirs[b]) for b in in_mine if b in in_theirs]
    for _, group in groupby(enumerate(common), key=_offsets):
        run = [place for _, place in group]
        if not all(base[place.base].text.isspace() for place in run):
            yield from run
    yield _Place(len(base), len(mine), len(theirs))


def _offsets(numbered: tuple[int, _Place]) -> tuple[int, ...]:
    """Equal for neighbours of a run."""
    number, place = numbered
    return tuple(index - number for index in place)


def _between(texts: Sequence[Pieces], start: _Place, end: _Place) -> Iterator[Pieces]:
    for text, first, last in zip(texts, start, end, strict=True):
        yield text[first:last]


def _merged_change(base: Pieces, mine: Pieces, theirs: Pieces) -> Pieces | None:
    if theirs in (base, mine):
        return mine
    return theirs if mine == base else None
