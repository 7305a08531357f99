"""Hard spaces in printed text: a number stays on the line of what it counts or numbers.

Only the text of elements is touched, and only an ordinary space within one text.
"""

import re

from lxml.html import HtmlElement

NO_BREAK = "\u00a0"

_MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
    "oktober", "november", "december",
)  # fmt: skip
_UNITS = "|".join(("år", "kr", "kronor", "tkr", "mkr", "mnkr", "procent", "st", *_MONTHS))

_AFTER_A_NUMBER = re.compile(rf"(?<=\d) (?=%|[×§]|(?:{_UNITS})\b)", re.IGNORECASE)
_AFTER_A_TIMES_SIGN = re.compile(r"(?<=×) (?=\d)")
_BEFORE_A_NUMBER = re.compile(r"(?:(?<=§)|\b(?:avsnitt|bilaga|kl\.)) (?=\d)", re.IGNORECASE)
_GROUPED = re.compile(r"(?<![\d.,-])\d{1,3}(?: \d{3})+(?!\d)")
"""A number in groups of three. Digits after a hyphen may be a telephone number."""


def hard_spaces(root: HtmlElement) -> None:
    """Makes the ordinary spaces that must not break U+00A0. Doing it again changes nothing."""
    for element in root.iter():
        if isinstance(element.tag, str) and element.text:
            element.text = kept_together(element.text)
        if element.tail:
            element.tail = kept_together(element.tail)


def kept_together(text: str) -> str:
    """The text with U+00A0 between thousands, before units and months, and after § and the like."""
    text = _GROUPED.sub(lambda found: _hard(found[0]), text)
    text = _AFTER_A_NUMBER.sub(NO_BREAK, text)
    text = _AFTER_A_TIMES_SIGN.sub(NO_BREAK, text)
    return _BEFORE_A_NUMBER.sub(lambda found: _hard(found[0]), text)


def _hard(text: str) -> str:
    return text.replace(" ", NO_BREAK)
