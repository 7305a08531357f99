"""How wide a text is in the font of the cover's title."""

from collections.abc import Mapping
from functools import cache

from fontTools.ttLib import TTFont

from plans.exports.stylesheets import static_file

FONT = "fonts/pdf/finsam-serif-600.ttf"
UNKNOWN = 1.0
"""The width counted for a character that the font lacks."""


@cache
def _widths() -> Mapping[str, float]:
    """From character to width, in parts of the font's size."""
    with TTFont(static_file(FONT), lazy=True) as font:
        advances, em = font["hmtx"].metrics, font["head"].unitsPerEm
        return {chr(code): advances[glyph][0] / em for code, glyph in font.getBestCmap().items()}


def width(text: str) -> float:
    """The width of a text on one line, in parts of the font's size, without kerning."""
    widths = _widths()
    return sum(widths.get(sign, UNKNOWN) for sign in text)
