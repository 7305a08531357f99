"""What stands before the first heading: the cover's lines, and a text that begins at once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plans.document.html.pieces import Heading, Markup, Paragraph, Piece, plain_text
from plans.document.word.remarks import PICTURE, Remarks

MOST_WORDS = 15
"""Of a cover's line; more is running text."""
LONGEST_TITLE = 150
LONGEST_QUOTE = 300
_TITLE = re.compile(r"verksamhetsplan|\bplan\b|budget|inriktning", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Opening:
    """A document's title ("" where none is seen), what opens it, and the rest from a heading on."""

    title: str
    text: list[Piece]
    rest: list[Piece]


def opening(pieces: Sequence[Piece], remarks: Remarks) -> Opening:
    """Parts the cover from the text. A line of the cover that is not the title is remarked on."""
    title, whole = _titled(pieces)
    first = next((n for n, one in enumerate(whole) if isinstance(one, Heading)), len(whole))
    lead, rest = whole[:first], whole[first:]
    start = next((n for n, piece in enumerate(lead) if not _is_cover(piece)), len(lead))
    if not rest and start == len(lead):
        # Nothing but short lines is no cover.
        return Opening(title, lead, rest)
    title, left = _title_among(title, lead[:start])
    _tell(left, remarks)
    return Opening(title, lead[start:], rest)


def _titled(pieces: Sequence[Piece]) -> tuple[str, list[Piece]]:
    """The title that the document's own formats give it, and what is left."""
    places = [n for n, piece in enumerate(pieces) if isinstance(piece, Heading)]
    levels = {n: piece.level for n, piece in enumerate(pieces) if isinstance(piece, Heading)}
    leading = []
    for place in places:
        if levels[place]:
            break
        leading.append(place)
    # The format Title used throughout is a format for headings.
    if not leading or len(leading) < sum(level == 0 for level in levels.values()):
        leading = _lonely_top(places, levels)
    title = " ".join(_text(pieces[place]) for place in leading)
    if len(title) > LONGEST_TITLE * 2:
        return "", list(pieces)
    return title, [piece for place, piece in enumerate(pieces) if place not in leading]


def _lonely_top(places: Sequence[int], levels: dict[int, int]) -> list[int]:
    """The first heading, where it alone has the uppermost level and three or more are below."""
    if len(places) < 3:
        return []
    top = levels[places[0]]
    return [places[0]] if all(levels[place] > top for place in places[1:]) else []


def _title_among(title: str, lines: Sequence[Piece]) -> tuple[str, list[Piece]]:
    left = list(lines)
    if title:
        return title, left
    for piece in lines:
        text = _text(piece)
        if _TITLE.search(text) and len(text) <= LONGEST_TITLE:
            left.remove(piece)
            return text, left
    return "", left


def _tell(lines: Sequence[Piece], remarks: Remarks) -> None:
    """The plan has a cover of its own; its lines are not kept but told."""
    remarks.add(PICTURE, sum(isinstance(piece, Markup) for piece in lines))
    words = ", ".join(text for text in map(_text, lines) if text)
    if len(words) > LONGEST_QUOTE:
        words = words[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
    if words:
        remarks.say(f"Försättsbladets rader togs inte med: ”{words}”.")


def _is_cover(piece: Piece) -> bool:
    if isinstance(piece, Markup):
        return piece.element.tag == "img"
    return isinstance(piece, Paragraph) and len(_text(piece).split()) <= MOST_WORDS


def _text(piece: Piece) -> str:
    return plain_text(piece.inline) if isinstance(piece, Heading | Paragraph) else ""
