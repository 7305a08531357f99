"""The names of rows as people and programs write them, made comparable."""

import re
from functools import lru_cache
from unicodedata import normalize

from budgets.parsing import Read, parse
from budgets.sheet import Unit

CODE = r"[0-9]{1,2}(?:\.[0-9]{1,2})+"
"""An activity code: "1.0", "2.4.1"."""

_BULLET = re.compile(r"^[\s\-–—•·*▪◦‣]+(?=\S)")
_CODED = re.compile(rf"(?:(?P<before>{CODE})\.?\s+)?(?P<label>.*?)(?:\s+(?P<after>{CODE}))?")
_UNHEARD = re.compile(r"[\s\u00ad\u200b\ufeff]+")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))


def clean(text: str) -> str:
    """A name on one line, without bullets before it."""
    return _BULLET.sub("", " ".join(text.split())).strip()


@lru_cache(maxsize=4_096)
def heard(name: str) -> str:
    """What of a name is compared: not case, spaces, kinds of dash, or the marks at its end."""
    plain = normalize("NFC", clean(name)).translate(_DASHES).casefold()
    return _UNHEARD.sub("", plain).rstrip(":.*-")


def without_code(name: str) -> str:
    """A name without the activity code before or after it."""
    found = _CODED.fullmatch(clean(name))
    return found["label"] if found and found["label"] else name


def code_of(name: str) -> str:
    """The activity code before or after a name, "" where it has none."""
    found = _CODED.fullmatch(clean(name))
    return (found["before"] or found["after"] or "") if found and found["label"] else ""


def is_amount(text: str) -> bool:
    """Whether a cell holds an amount, or what may be two; an empty one and a dash do not."""
    found = parse(text, Unit.TKR)
    return found.kr is not None if isinstance(found, Read) else bool(found.readings)


def is_name(text: str) -> bool:
    """Whether a cell holds words: it begins as one or has more letters than digits.

    An amount, and a fault of Excel's, is no name.
    """
    letters, digits = sum(map(str.isalpha, text)), sum(map(str.isdigit, text))
    has_words = letters > 1 and (letters > digits or clean(text)[:1].isalpha())
    return has_words and not text.startswith("#") and not is_amount(text)
