"""Headings of a document that has no heading styles: short, bold or large, perhaps numbered."""

from collections import Counter
from collections.abc import Sequence

from plans.document.html.inline import Inline
from plans.document.html.pieces import (
    Heading,
    Item,
    Paragraph,
    Piece,
    is_bold,
    is_break,
    plain_text,
    unbolded,
)
from plans.document.word import headings

LONGEST = 120
FEWEST = 2
LARGER = 1.15
"""How much larger than the text a heading's letters are."""
MOST_SIZES = 3
_NO_END = (".", ",", ";", ":")


def guessed(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with headings where they look so, or else where they count on from 1.

    Unchanged where there are fewer than two.
    """
    body = _body_size(pieces)
    found = [place for place, piece in enumerate(pieces) if _looks_so(piece, body)]
    if len(found) < FEWEST:
        found = _counting(pieces)
    if len(found) < FEWEST:
        return list(pieces)
    levels = _levels([pieces[place] for place in found])
    whole = list(pieces)
    for place, level in zip(found, levels, strict=True):
        whole[place] = Heading(level, unbolded(_line(pieces[place])))
    return whole


def _looks_so(piece: Piece, body: float) -> bool:
    if not isinstance(piece, Paragraph | Item) or (isinstance(piece, Item) and not _alone(piece)):
        return False
    line = _line(piece)
    return _is_short(line) and (is_bold(line) or bool(body and piece.size >= LARGER * body))


def _is_short(line: Inline) -> bool:
    """Whether it is one line that ends as a heading does, with a letter in it."""
    text = plain_text(line)
    if len(text) > LONGEST or any(map(is_break, line.runs)):
        return False
    return any(map(str.isalpha, text)) and not text.endswith(_NO_END)


def _counting(pieces: Sequence[Piece]) -> list[int]:
    """The short paragraphs whose typed numbers go on from each other: 1, 2, 2.1, 2.2, 3."""
    found, last = [], [0]
    for place, piece in enumerate(pieces):
        text = plain_text(_line(piece)) if isinstance(piece, Paragraph) else ""
        typed = headings.read(text).number if _is_short(_line(piece)) else ""
        number = [int(part) for part in typed.split(".") if part]
        if number in ([*last, 1], *([*last[:n], last[n] + 1] for n in range(len(last)))):
            found.append(place)
            last = number
    return found


def _alone(item: Item) -> bool:
    """Whether it is one numbered line: Word numbers headings so as well."""
    return item.is_numbered and len(item.paragraphs) == 1


def _line(piece: Piece) -> Inline:
    if isinstance(piece, Item):
        return piece.paragraphs[0]
    return Inline() if not isinstance(piece, Paragraph) else piece.inline


def _size(piece: Piece) -> float:
    return piece.size if isinstance(piece, Paragraph | Item) else 0


def _body_size(pieces: Sequence[Piece]) -> float:
    """The size that most of the text has."""
    sizes = Counter[float]()
    for piece in pieces:
        sizes[_size(piece)] += len(plain_text(_line(piece)))
    return max(sizes, key=lambda size: sizes[size], default=0)


def _levels(candidates: Sequence[Piece]) -> list[int]:
    depths = [_depth(piece) for piece in candidates]
    return _below_numbers(depths) if any(depths) else _by_size(candidates)


def _depth(piece: Piece) -> int:
    """1 of "4. Mål", 2 of "4.1 Individ" and so on, 1 of an appendix, 0 without number."""
    text = plain_text(_line(piece))
    if isinstance(piece, Item):
        return piece.depth + 1
    read = headings.read(text, takes_bare=True)
    return 1 if read.is_appendix else headings.depth(read.number)


def _below_numbers(depths: Sequence[int]) -> list[int]:
    """What has no number stands below the number before it; before the first it is a title."""
    levels, last = [], -1
    for depth in depths:
        levels.append(depth or last + 1)
        last = depth or last
    return levels


def _by_size(candidates: Sequence[Piece]) -> list[int]:
    sizes = sorted({_size(piece) for piece in candidates}, reverse=True)[:MOST_SIZES]
    return [
        sizes.index(_size(piece)) + 1 if _size(piece) in sizes else MOST_SIZES
        for piece in candidates
    ]
