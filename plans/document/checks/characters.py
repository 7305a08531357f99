"""`characters`: a character that the fonts of the printed document lack."""

import unicodedata
from collections.abc import Iterator

from plans.document.checks.basis import Basis
from plans.document.checks.finding import Finding, Severity
from plans.document.checks.texts import Text, texts
from plans.document.document import Document

CODE = "characters"

WITHOUT_SHAPE = {"Zs", "Zl", "Zp", "Cc", "Cf"}
"""Spaces and what only steers the text: no font needs to draw them."""

WITHOUT_FACE = {"Mn", "Me", "Co", "Cn", "Cs"}
"""Accents by themselves and characters without meaning, named by their number alone."""


def check(document: Document, basis: Basis) -> Iterator[Finding]:
    """Each unit of text with the characters in it that some font of the document lacks."""
    for text in texts(document.content):
        lacking = _lacking(text, basis.characters)
        if lacking:
            yield _finding(text, lacking)


def _lacking(text: Text, known: frozenset[str]) -> list[str]:
    """The characters, each once and in the order they come. An accent joins its letter first."""
    words = " ".join(text.words)
    if set(words) <= known:
        return []
    unknown = [sign for sign in unicodedata.normalize("NFC", words) if sign not in known]
    return [sign for sign in dict.fromkeys(unknown) if _is_drawn(sign)]


def _is_drawn(sign: str) -> bool:
    is_variation = "\ufe00" <= sign <= "\ufe0f"
    return not is_variation and unicodedata.category(sign) not in WITHOUT_SHAPE


def _finding(text: Text, lacking: list[str]) -> Finding:
    *first, last = [_named(sign) for sign in lacking]
    named = f"Tecknen {', '.join(first)} och {last}" if first else f"Tecknet {last}"
    them = "Byt ut dem: de syns inte" if first else "Byt ut det: det syns inte"
    return Finding(
        code=CODE,
        severity=Severity.WARN,
        fact=f"{named} finns inte i dokumentets typsnitt.",
        detail=f"{'De' if first else 'Det'} står {text.where}. {them} som du har skrivit i PDF:en.",
        place=text.place,
    )


def _named(sign: str) -> str:
    number = f"U+{ord(sign):04X}"
    return number if unicodedata.category(sign) in WITHOUT_FACE else f"{sign} ({number})"
