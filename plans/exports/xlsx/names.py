"""What the tabs of a workbook are called: short, each its own, without what Excel refuses."""

import re

from plans.exports.plaintext import plain

LONGEST = 31
"""The most that Excel takes, in units of UTF-16."""

SPARE = "Budget"
EDGES = " '"
"""What no name may begin or end with."""

RESERVED = ("history", "historik")
"""What Excel keeps for itself."""

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]+")


class Names:
    """Gives names, no two of them alike to Excel, which sees no difference of case."""

    def __init__(self, *reserved: str) -> None:
        self.taken = {*RESERVED, *map(str.casefold, reserved)}

    def name(self, wanted: str) -> str:
        """The wanted name as far as it goes, with a number after it where it is taken."""
        stem = " ".join(_FORBIDDEN.sub(" ", plain(wanted)).split()).strip(EDGES) or SPARE
        name, number = _cut(stem, ""), 1
        while name.casefold() in self.taken:
            number += 1
            name = _cut(stem, f" ({number})")
        self.taken.add(name.casefold())
        return name


def _cut(stem: str, end: str) -> str:
    """As much of a name as there is room for before its end, in whole characters."""
    room = 2 * (LONGEST - len(end))
    cut = stem.encode("utf-16-le")[:room].decode("utf-16-le", errors="ignore")
    return f"{cut.rstrip(EDGES)}{end}"
