"""The accent colour of a federation: what is made of it, and that white text shows on it.

Lightness, chroma and hue are OKLCH (Björn Ottosson, 2020): equal steps look equal in all hues.
Colours are sRGB as "#rrggbb". Contrast is that of WCAG 2.2.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

WHITE = "#ffffff"
DARKEST_SURFACE = "#e7ecea"  # --sunken of static/css/tokens.css
ENOUGH_CONTRAST = 4.5
STEP = 0.02
PRECISION = 20

HEX = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
SLUG = re.compile(r"[a-z0-9-]+")


class Oklch(NamedTuple):
    """Lightness 0 to 1, chroma from 0, hue in radians."""

    lightness: float
    chroma: float
    hue: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """An accent and what goes with it, each "#rrggbb".

    `text` is the accent as text on any surface, `strong` the accent under the pointer, `mid` and
    `soft` the lighter parts of the band, `tint` a surface, `on_accent` text upon the accent.
    """

    accent: str
    text: str
    strong: str
    mid: str
    soft: str
    tint: str
    on_accent: str = WHITE

    def declarations(self) -> str:
        """The palette as CSS custom properties."""
        return (
            f"--accent:{self.accent};--accent-text:{self.text};--accent-strong:{self.strong};"
            f"--accent-mid:{self.mid};--accent-soft:{self.soft};--accent-tint:{self.tint};"
            f"--on-accent:{self.on_accent}"
        )


def accent_palette(accent: str) -> Palette:
    """What is made of an accent, darkened first where white text would not show on it.

    Raises ValueError if it is not "#rrggbb".
    """
    accent, _ = readable_accent(accent)
    lightness, chroma, hue = oklch(accent)
    return Palette(
        accent=accent,
        text=_darkened(accent, DARKEST_SURFACE),
        strong=hex_of(Oklch(max(lightness - 0.07, 0), chroma, hue)),
        mid=hex_of(Oklch(0.62, chroma * 1.15, hue)),
        soft=hex_of(Oklch(0.84, chroma * 0.6, hue)),
        tint=hex_of(Oklch(0.965, chroma * 0.16, hue)),
    )


def readable_accent(accent: str) -> tuple[str, bool]:
    """The accent, darkened until white text on it reaches 4.5:1, and whether it was darkened.

    Raises ValueError if it is not "#rrggbb".
    """
    readable = _darkened(accent, WHITE)
    return readable, readable != accent.lower()


def accent_stylesheet(accent: str) -> str:
    """The style sheet of one federation's pages. Raises ValueError if it is not "#rrggbb"."""
    return f":root{{{accent_palette(accent).declarations()}}}\n"


def accents_stylesheet(accents: Mapping[str, str]) -> str:
    """The style sheet of a page with several federations, from slug to accent.

    Raises ValueError for what is not "#rrggbb" or not a slug: neither may carry CSS of its own.
    """
    return "".join(
        f'[data-federation="{_checked(slug, SLUG)}"]{{{accent_palette(accent).declarations()}}}\n'
        for slug, accent in accents.items()
    )


def contrast(one: str, other: str) -> float:
    """How much two colours stand out from each other, 1 to 21 (WCAG 2.2, contrast ratio)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def oklch(colour: str) -> Oklch:
    """A colour in OKLCH. Raises ValueError if it is not "#rrggbb"."""
    red, green, blue = _linear(colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return Oklch(lightness, math.hypot(a, b), math.atan2(b, a))


def hex_of(colour: Oklch) -> str:
    """The nearest colour that a screen shows: same lightness and hue, chroma lowered if needed."""
    if _is_shown(colour):
        return _hex(colour)
    low, high = 0.0, colour.chroma
    for _ in range(PRECISION):
        middle = (low + high) / 2
        if _is_shown(colour._replace(chroma=middle)):
            low = middle
        else:
            high = middle
    return _hex(colour._replace(chroma=low))


def _darkened(accent: str, beside: str) -> str:
    """The accent, darker in steps until it stands out from the lighter colour beside it."""
    lightness, chroma, hue = oklch(accent)
    darker = accent.lower()
    while contrast(beside, darker) < ENOUGH_CONTRAST:
        lightness -= STEP
        darker = hex_of(Oklch(lightness, chroma, hue))
    return darker


def _is_shown(colour: Oklch) -> bool:
    return all(-1e-4 <= channel <= 1 + 1e-4 for channel in _channels(colour))


def _hex(colour: Oklch) -> str:
    return "#" + "".join(f"{_byte(channel):02x}" for channel in _channels(colour))


def _channels(colour: Oklch) -> tuple[float, float, float]:
    """Linear red, green and blue; outside 0 to 1 where no screen shows the colour."""
    lightness, a, b = (
        colour.lightness,
        colour.chroma * math.cos(colour.hue),
        colour.chroma * math.sin(colour.hue),
    )
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _byte(linear: float) -> int:
    linear = min(max(linear, 0.0), 1.0)
    curved = linear * 12.92 if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055
    return round(curved * 255)


def _linear(colour: str) -> tuple[float, float, float]:
    digits = _checked(colour, HEX)
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _uncurved(red), _uncurved(green), _uncurved(blue)


def _uncurved(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _checked(text: str, pattern: re.Pattern[str]) -> str:
    if not pattern.fullmatch(text):
        raise ValueError(f"{text!r} does not match {pattern.pattern}")
    return text
