"""The cover as it is printed: the title's size, and the band with its colours and its words."""

from collections.abc import Sequence
from dataclasses import dataclass

from finsam.federations.colour import Palette
from finsam.members.profile import MemberKind
from plans.document.cover import Cover
from plans.exports.measures import width

SIZES = (54, 46, 38, 32, 28, 24, 20, 16)
"""The title's sizes in points, largest first; the classes of static/css/pdf-cover.css."""

WIDTH = 462
"""The title's measure in points: the page without its margins (163 mm)."""

MAX_LINES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One member's part of the band, with its colour."""

    x: int
    width: int
    fill: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontPage:
    """A cover, with what print needs besides. `band_text` says the band in words."""

    cover: Cover
    size: int
    bars: tuple[Bar, ...]
    band_text: str


def front_page(cover: Cover, palette: Palette) -> FrontPage:
    """The cover in the colours of a federation."""
    fills = {
        MemberKind.STATE_AGENCY: palette.accent,
        MemberKind.REGION: palette.mid,
        MemberKind.MUNICIPALITY: palette.soft,
    }
    bars = tuple(Bar(x=part.x, width=part.width, fill=fills[part.kind]) for part in cover.band)
    return FrontPage(
        cover=cover, size=title_size(cover.title), bars=bars, band_text=_band_text(cover)
    )


def title_size(title: str) -> int:
    """The largest size in which no word is broken and the title has at most four lines."""
    widths = [width(word) for word in title.split()]
    for points in SIZES:
        room = WIDTH / points
        if max(widths, default=0) <= room and _lines(widths, room) <= MAX_LINES:
            return points
    return SIZES[-1]


def _lines(words: Sequence[float], room: float) -> int:
    lines, left, space = 1, room, width(" ")
    for word in words:
        if word > left:
            lines, left = lines + 1, room
        left -= word + space
    return lines


def _band_text(cover: Cover) -> str:
    parts = ", ".join(f"{part.name} {_percent(part.width, cover)}" for part in cover.band)
    return f"Medlemmarnas andelar av bidragen, ungefär: {parts}."


def _percent(width: int, cover: Cover) -> str:
    whole = sum(part.width for part in cover.band)
    return f"{round(100 * width / whole)}\u00a0%"
