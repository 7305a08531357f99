"""How people write numbers: what groups thousands, what parts decimals, and what may be either."""

import re
from dataclasses import dataclass

from budgets.formatting import grouped

_DECIMALS = "(?P<decimals>[0-9]+)"
_FORMS = [
    re.compile(form)
    for form in (
        f"(?P<whole>[0-9]+)(?:[.,]{_DECIMALS})?",
        f"(?P<whole>[0-9]{{1,3}}(?: [0-9]{{3}})+)(?:[.,]{_DECIMALS})?",
        rf"(?P<whole>[0-9]{{1,3}}(?:\.[0-9]{{3}})+),{_DECIMALS}",
        rf"(?P<whole>[0-9]{{1,3}}(?:,[0-9]{{3}})+)\.{_DECIMALS}",
        r"(?P<whole>[0-9]{1,3}(?:\.[0-9]{3}){2,})(?P<decimals>)",
        r"(?P<whole>[0-9]{1,3}(?:,[0-9]{3}){2,})(?P<decimals>)",
    )
]
_THREE_AFTER = re.compile("(?P<whole>[1-9][0-9]{0,2})(?P<mark>[.,])(?P<three>[0-9]{3})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A number from 0 as digits: the whole, and the decimals without the zeros at their end."""

    whole: str
    decimals: str = ""

    def text(self, most_decimals: int) -> str:
        """The number as it would be typed, cut to so many decimals: "1 234,5"."""
        decimals = self.decimals[:most_decimals].rstrip("0")
        return f"{grouped(int(self.whole))}{',' if decimals else ''}{decimals}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Twofold:
    """A number with three digits after its only mark, and both things that it may be."""

    mark: str
    thousands: Numeral
    fraction: Numeral


def numeral(text: str) -> Numeral | None:
    """The number that a text writes, None where it is none; only 0 to 9 are digits.

    Thousands are grouped by single spaces, or by points or commas where these can be nothing
    else; a lone point or comma parts decimals.
    """
    for form in _FORMS:
        if found := form.fullmatch(text):
            whole = re.sub("[^0-9]", "", found["whole"])
            return Numeral(whole=whole, decimals=(found["decimals"] or "").rstrip("0"))
    return None


def twofold(text: str) -> Twofold | None:
    """What "9.999" and "9,999" may be; None for a number that can be only one."""
    found = _THREE_AFTER.fullmatch(text)
    if found is None:
        return None
    whole, three = found["whole"], found["three"]
    return Twofold(
        mark=found["mark"],
        thousands=Numeral(whole=whole + three),
        fraction=Numeral(whole=whole, decimals=three.rstrip("0")),
    )
