"""Text cut where a reader sees its parts: words, numbers, spaces, punctuation."""

import re
from collections.abc import Iterable, Iterator

from plans.document.comparison.inline import Piece

_DIGITS = r"(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+)"
_NUMBER = rf"{_DIGITS}(?:[.,:/–−-]{_DIGITS})*"
_WORD = r"\w+(?:[-:'’]\w+)*"
_TOKEN = re.compile(rf"{_NUMBER}|{_WORD}|\s+|.")
_IN_WORDS = re.compile(r"\w")


def tokens(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces with their text cut into tokens, "1 400" and "16–64" whole; nothing is lost."""
    for piece in pieces:
        if piece.text:
            for token in _TOKEN.findall(piece.text):
                yield Piece(piece.marks, token)
        else:
            yield piece


def is_word(piece: Piece) -> bool:
    """Whether it says something: a word, a number, a figure or a footnote."""
    return bool(piece.figure or piece.note or _IN_WORDS.search(piece.text))
