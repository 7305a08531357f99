"""What is pasted, as the text of a section: clean, with its lists, tables and emphasis."""

from collections.abc import Iterable

from plans.document.html.clipboard import read
from plans.document.html.pieces import Heading, Piece, html_of
from plans.document.html.sanitise import sanitise

OURS = frozenset({2, 3})
"""The levels of headings that our own text has."""


def cleaned(html: str) -> str:
    """A clipboard's HTML or plain text as the canonical HTML of a section; "" for nothing.

    Word's lists become lists, lines beginning with "- ", "•" or "1." too, broken lines are joined,
    headings get the two levels that a section has. Idempotent, and never raises.
    """
    pieces = read(html).pieces
    return sanitise(html_of(pieces, tops(pieces)))


def tops(pieces: Iterable[Piece]) -> frozenset[int]:
    """Which of the pieces' heading levels are the upper one in a section's text."""
    levels = {piece.level for piece in pieces if isinstance(piece, Heading)}
    if levels <= OURS:
        return frozenset({2})
    return frozenset({min(levels), min(levels - {0}, default=0)})
