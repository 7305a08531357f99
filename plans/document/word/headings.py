"""Headings as people type them: with numbers that the plan makes itself, and "Bilaga 2:"."""

import re
from collections.abc import Iterable
from typing import NamedTuple

LONGEST = 200
"""In characters; a longer "heading" is a paragraph in the wrong style."""

_DOTTED = re.compile(r"(\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}[.)])[ \u00a0]*(?=[^\d\s])")
_BARE = re.compile(r"(\d{1,2})[ \u00a0]+(?=[^\W\d])")
_APPENDIX = re.compile(
    r"bilaga\b[ \u00a0]*(?:(?:\d{1,2}|[A-ZÅÄÖ])\b(?!\w))?[ \u00a0]*[:.–—-]?[ \u00a0]*",
    re.IGNORECASE,
)


class Read(NamedTuple):
    """A heading's words, whether it begins an appendix, and the number that was typed."""

    text: str
    is_appendix: bool = False
    number: str = ""


def read(text: str, *, takes_bare: bool = False) -> Read:
    """The heading without its number. `takes_bare`: a number without a dot is one too."""
    found = _DOTTED.match(text) or (_BARE.match(text) if takes_bare else None)
    number = found[1].strip(".)") if found else ""
    rest = text[found.end() :] if found else text
    appendix = _APPENDIX.match(rest)
    if appendix is None:
        return Read(rest, number=number)
    return Read(_capital(rest[appendix.end() :]), is_appendix=True, number=number)


def are_numbered(texts: Iterable[str]) -> bool:
    """Whether the headings are numbered by hand, so that "6 Mål" is number six and not six goals.

    So they are when two of them or more have a number with a dot.
    """
    return sum(bool(_DOTTED.match(text)) for text in texts) >= 2


def depth(number: str) -> int:
    """1 of "4", 2 of "4.1", 0 of ""."""
    return len(number.split(".")) if number else 0


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
