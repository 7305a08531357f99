"""Characters that the fonts of the PDF lack: no font is borrowed, so something else must stand."""

import unicodedata
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

KEPT = "\t\n\r"


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

    An accent typed apart joins its letter, an unknown space is a space, what has no shape of its
    own goes, and the rest is named by its number: "[U+1F600]".
    """
    if set(text) <= known:
        return text
    text = unicodedata.normalize("NFC", text)
    unknown = set(text) - known
    return text.translate({ord(sign): _instead(sign) for sign in unknown})


def _instead(sign: str) -> str:
    match unicodedata.category(sign):
        case "Zs" | "Zl" | "Zp":
            return " "
        case "Cc" | "Cf" | "Mn" | "Me":
            return ""
    return f"[U+{ord(sign):04X}]"
