"""The cover as it is printed: the title's size, and the band with its colours and its words."""

from dataclasses import dataclass

from finsam.federations.colour import Palette
from finsam.members.profile import MemberKind
from plans.document.cover import Cover

SIZES = {"xl": 54, "l": 46, "m": 38, "s": 30, "xs": 24, "xxs": 18}
"""The title's sizes in points, largest first; the classes of templates/pdf/_cover.html."""

WIDTH = 462
"""The title's measure in points: the page without its margins (163 mm)."""

LETTER = 0.56
"""The mean width of a letter of the title's font, in parts of its size."""

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
    size: str
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


def title_size(title: str) -> str:
    """The largest size in which no word is broken and the title has at most four lines."""
    for name, points in SIZES.items():
        room = int(WIDTH / (points * LETTER))
        if max(map(len, title.split()), default=0) <= room and _lines(title, room) <= MAX_LINES:
            return name
    return name


def _lines(title: str, room: int) -> int:
    lines, left = 1, room
    for word in title.split():
        if len(word) > left:
            lines, left = lines + 1, room
        left -= len(word) + 1
    return lines


def _band_text(cover: Cover) -> str:
    parts = ", ".join(f"{part.name} {_percent(part.width, cover)}" for part in cover.band)
    return f"Medlemmarnas andelar av bidragen, ungefär: {parts}."


def _percent(width: int, cover: Cover) -> str:
    whole = sum(part.width for part in cover.band)
    return f"{round(100 * width / whole)}\u00a0%"
