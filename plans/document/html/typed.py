"""Lists that somebody typed with "- ", "•" or "1." at the beginning of each line."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from plans.document.html.inline import Inline
from plans.document.html.lines import BULLET, NUMBER, paragraphs_of
from plans.document.html.pieces import Item, Paragraph, Piece, without_start


def arranged(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces with broken lines joined and typed lists as lists.

    Numbers are a list from 1 upwards, at least two of them: "1. Inledning" may be a heading.
    """
    single = list(_single(pieces))
    arranged: list[Piece] = []
    while len(arranged) < len(single):
        start = len(arranged)
        run = _numbered(single, start)
        arranged += run if len(run) > 1 else [_bulleted(single[start])]
    return arranged


def _single(pieces: Iterable[Piece]) -> Iterator[Piece]:
    for piece in pieces:
        if isinstance(piece, Paragraph):
            yield from (replace(piece, inline=inline) for inline in paragraphs_of(piece.inline))
        else:
            yield piece


def _bulleted(piece: Piece) -> Piece:
    found = BULLET.match(_start(piece.inline)) if isinstance(piece, Paragraph) else None
    if found is None or not isinstance(piece, Paragraph):
        return piece
    rest = without_start(piece.inline, found.end())
    return Item(depth=0, is_numbered=False, paragraphs=(rest,)) if rest.runs else piece


def _numbered(pieces: Sequence[Piece], start: int) -> list[Piece]:
    """The items of the typed numbers from a place on: 1, 2, 3 as far as they go."""
    items: list[Piece] = []
    for place in range(start, len(pieces)):
        piece = pieces[place]
        found = NUMBER.match(_start(piece.inline)) if isinstance(piece, Paragraph) else None
        if found is None or int(found[1]) != len(items) + 1 or not isinstance(piece, Paragraph):
            break
        rest = without_start(piece.inline, found.end())
        items.append(Item(0, is_numbered=True, paragraphs=(rest,), series=f"typed {start}"))
    return items


def _start(inline: Inline) -> str:
    """The text that the line begins with, up to the first thing that is no text."""
    words = ""
    for run in inline.runs:
        if not run.text or len(words) > 10:
            break
        words += run.text
    return words
