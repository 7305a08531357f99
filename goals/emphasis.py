"""The number of an indicator, in its own sentence so that it can stand out there."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from goals.content import Indicator

VOLUME_PLACE = "{volym}"
"""Where a sentence says the planned volumes that it aims at."""

NONE_PLANNED = "(ingen volym planerad)"

_SPACE = "[ \u00a0\u202f]"
_SYNONYMS = {
    "%": ("%", "procent"),
    "procent": ("%", "procent"),
    "kr": ("kronor", "kr"),
    "kronor": ("kronor", "kr"),
    "tkr": ("tkr", "tusen kronor"),
}


class Segment(NamedTuple):
    """A part of a sentence; `is_number` where it is the number that is aimed at."""

    text: str
    is_number: bool = False


def segments(indicator: Indicator, volumes: str = "") -> tuple[Segment, ...]:
    """The sentence word for word, cut around its target with the unit ("70 %", "70 procent").

    Where the target is not found with its unit, nothing stands out. `volumes` are the planned
    volumes ("1 080 deltagare") of an indicator that aims at them.
    """
    if indicator.volumes_of is not None:
        return _with_volumes(indicator.sentence, volumes)
    found = _find(indicator)
    if found is None:
        return (Segment(indicator.sentence),)
    start, end = found.span()
    parts = (
        Segment(indicator.sentence[:start]),
        Segment(indicator.sentence[start:end], is_number=True),
        Segment(indicator.sentence[end:]),
    )
    return _said(parts)


def _with_volumes(sentence: str, volumes: str) -> tuple[Segment, ...]:
    """The volumes in their place in the sentence; without a place they end it."""
    number = Segment(volumes, is_number=True) if volumes else Segment(NONE_PLANNED)
    if VOLUME_PLACE in sentence:
        before, after = sentence.split(VOLUME_PLACE, 1)
        return _said((Segment(before), number, Segment(after)))
    if not volumes:
        return (Segment(sentence),)
    stem = sentence.rstrip(" .:")
    end = "." if sentence.rstrip().endswith(".") else ""
    return _said((Segment(f"{stem}: "), number, Segment(end)))


def _said(parts: Iterable[Segment]) -> tuple[Segment, ...]:
    return tuple(part for part in parts if part.text)


def _find(indicator: Indicator) -> re.Match[str] | None:
    if indicator.target is None:
        return None
    pattern = rf"(?<![\d.,])(?<!\d{_SPACE}){_number(indicator.target)}{_unit(indicator.unit)}"
    return re.search(pattern, indicator.sentence, re.IGNORECASE)


def _number(target: Decimal) -> str:
    """A pattern for the number as people write it: grouped or not, decimals after a comma."""
    whole, _, decimals = f"{abs(target):,f}".partition(".")
    grouped = whole.replace(",", f"(?:{_SPACE}|[.])?")
    decimals = decimals.rstrip("0")
    sign = "[-−–]" if target < 0 else ""
    return sign + grouped + (f"[.,]{decimals}0*" if decimals else "(?:[.,]0+)?")


def _unit(unit: str) -> str:
    words = unit.split()
    if not words:
        return rf"(?![\d]|[.,]\d|{_SPACE}\d)"
    choices = _SYNONYMS.get(unit.strip().lower(), (" ".join(words),))
    patterns = (f"{_SPACE}+".join(map(re.escape, choice.split())) for choice in choices)
    return rf"{_SPACE}*(?:{'|'.join(patterns)})(?!\w)"
