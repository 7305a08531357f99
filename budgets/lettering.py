"""How wide a text is in a picture, where nothing breaks a line by itself.

Widths are thousandths of the font's size. They are bounds from above for the fonts of page and
print in their regular and semi-bold weights, so that what is laid out by them never overlaps.
"""

import re
from collections.abc import Iterator

NARROW = frozenset("!'(),-./:;I[]fijlrt{|}·¡¦ÌÍÎÏìíîïĨĩĪīĬĭĮįİıĵĺļľłŕŗřţťŧſ")
WIDE = frozenset("%@MmWw©¼½¾ÆæĦŊŒœŴŵ\u0149")
CAPITALS = frozenset("&DGHNOQUÐÑÒÓÔÕÖØÙÚÛÜßĎĐĜĞĠĢĤŃŅŇŌŎŐŨŪŬŮŰŲ")

WORD_SPACES = " \u00a0"
LATIN = "\u017f"
"""The last character of the Latin letters that are measured one by one."""
PUNCTUATION = ("\u2010", "\u2212")
UNKNOWN = 6000
"""Of any other character: print names by its number what its fonts lack ("[U+1F600]")."""

MOST_SIGNS = 60
"""Of a line: print would break a longer one that has no space."""

_BREAKS = re.compile(r"[ \t\n\r\f]+")


def width(text: str) -> int:
    """The most that a text takes on one line, in thousandths of the font's size."""
    return sum(map(_sign, text))


def wrapped(text: str, room: int) -> tuple[str, ...]:
    """The text in lines of at most `room`; a word that no line has room for is cut."""
    lines: list[str] = []
    for word in _BREAKS.split(text.strip()):
        for piece in _pieces(word, room):
            longer = f"{lines[-1]} {piece}" if lines else piece
            lines[-1:] = [longer] if _fits(longer, room) else [*lines[-1:], piece]
    return tuple(lines)


def _pieces(word: str, room: int) -> Iterator[str]:
    piece = ""
    for sign in word:
        if piece and not _fits(piece + sign, room):
            yield piece
            piece = ""
        piece += sign
    yield piece


def _fits(text: str, room: int) -> bool:
    return width(text) <= room and len(text) <= MOST_SIGNS


def _sign(sign: str) -> int:
    if sign in WORD_SPACES:
        return 300
    if sign in NARROW:
        return 400
    if sign in WIDE:
        return 950
    if sign <= LATIN:
        return 700 if sign in CAPITALS else 600
    return 1050 if PUNCTUATION[0] <= sign <= PUNCTUATION[1] else UNKNOWN
