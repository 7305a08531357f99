"""Swedish alphabetical order, which the database's own order is not, and things in a row."""

from collections.abc import Sequence
from unicodedata import combining, normalize

_LAST = str.maketrans({"å": "\ue000", "ä": "\ue001", "ö": "\ue002", "æ": "\ue001", "ø": "\ue002"})
"""Å, ä and ö, with the neighbours' signs for the last two, come after every other letter."""

_LIKE = str.maketrans({"ü": "y", "ð": "d", "þ": "th", "đ": "d", "ł": "l", "ŋ": "n", "ŧ": "t"})


def alphabetical(text: str) -> tuple[str, str]:
    """A sort key: å ä ö last, capitals as small letters, é as e, ü as y.

    Of two texts that differ in nothing else, the plainer one comes first.
    """
    letters = normalize("NFC", text.casefold()).translate(_LAST).translate(_LIKE)
    plain = "".join(each for each in normalize("NFD", letters) if not combining(each))
    return plain, text


def listed(words: Sequence[str]) -> str:
    """Things one after another: "målen, insatserna och budgeten"."""
    return " och ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
