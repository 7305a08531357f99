"""What stands about a number: its unit and its sign, and the marks that mean the same."""

import re

_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f"), " ")
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200e\u200f\u202c\u202d\u2060\ufeff"))
_ALIKE = {**_SPACES, **_DASHES, **_UNSEEN}

_KRONOR = r"kr\.?|kronor|krona|sek"
_WORDS = {
    0: rf"{_KRONOR}|[:,.]-",
    3: rf"tkr\.?|kkr\.?|tsek|ksek|tusen(?: (?:{_KRONOR}))?",
    6: rf"mkr\.?|mnkr\.?|msek|(?:miljon(?:er)?|milj\.?|mn)(?: (?:{_KRONOR}))?",
}
_AFTER = {
    power: re.compile(rf"(?P<rest>.*?) ?(?<![a-z])(?:{words})", re.IGNORECASE | re.ASCII)
    for power, words in _WORDS.items()
}
_BEFORE = re.compile(rf"(?:{_KRONOR}) ?(?P<rest>[^a-z]*)", re.IGNORECASE | re.ASCII)


def plain(text: str) -> str:
    """The text with one kind of space and of dash, single spaces, and nothing that is not seen."""
    return re.sub(" +", " ", text.translate(_ALIKE)).strip()


def without_unit(text: str) -> tuple[str, int | None]:
    """A plain text parted from the unit that it names: which power of ten, None where none is."""
    for power in sorted(_AFTER, reverse=True):
        if found := _AFTER[power].fullmatch(text):
            return found["rest"], power
    if found := _BEFORE.fullmatch(text):
        return found["rest"], 0
    return text, None


def without_sign(text: str) -> tuple[str, str]:
    """A plain text parted from its sign, "-", "+" or ""; "(5)" and "5-" are negative too."""
    if text[:1] in {"-", "+"}:
        return text[1:].strip(), text[0]
    if text.endswith("-"):
        return text[:-1].strip(), "-"
    inside = text[1:-1].strip()
    if inside and text[0] + text[-1] == "()":
        return inside, "-"
    return text, ""
