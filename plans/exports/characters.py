"""Characters that the fonts of the PDF lack: no font is borrowed, so something else must stand."""

import unicodedata
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

KEPT = "\t\n\r"
JOINERS = "\u200c\u200d\u2060\ufe0e\ufe0f\ufeff"
"""What only tells how its neighbours look."""

SPACES = ("Zs", "Zl", "Zp")


@cache
def covered(folder: Path) -> frozenset[str]:
    """The characters that every font in the folder has."""
    maps = [_mapped(file) for file in sorted(folder.glob("*.ttf"))]
    return frozenset(map(chr, set.intersection(*maps))) | set(KEPT)


def _mapped(file: Path) -> set[int]:
    with TTFont(file, lazy=True) as font:
        return set(font.getBestCmap())


def printable(text: str, known: frozenset[str]) -> str:
    """The text with known characters only, the others replaced so that it shows.

    An accent typed apart joins its letter, an unknown space is a space, what only joins its
    neighbours goes, and the rest is named by its number: "[U+1F600]".
    """
    if set(text) <= known:
        return text
    text = unicodedata.normalize("NFC", text)
    unknown = set(text) - known
    return text.translate({ord(sign): _instead(sign) for sign in unknown})


def _instead(sign: str) -> str:
    if sign in JOINERS:
        return ""
    return " " if unicodedata.category(sign) in SPACES else f"[U+{ord(sign):04X}]"
