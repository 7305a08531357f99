"""What the names of a whole pasted budget say: sides, sums and computed rows."""

import re

from budgets.pasting.names import clean, heard, without_code
from budgets.pasting.synonyms import ROWS, SIDES
from budgets.sheet import ComputedRow, Side

_SUM = re.compile(r"(?:delsumma|summa|totalsumma|totalt|totala?|sum)\b[\s,:.]*", re.IGNORECASE)
_FILLING = re.compile(
    r"\b(?:planerade|budgeterade|beräknade|budget|plan|prognos|utfall|förbundets|tilldelning|"
    r"årets|och|totalt?|totala|summa|belopp|kr|tkr|kkr|i|[0-9]+)\b|[^\w\s]",
    re.IGNORECASE,
)
_NO_BALANCE = ("uttag", "använd", "nyttja", "disposition", "förändring", "resultat", "mål")


def side_of(name: str) -> Side | None:
    """The side that a name is the whole of: "Intäkter/tilldelning 2025", "Planerade kostnader"."""
    core = " ".join(_FILLING.sub(" ", clean(name)).split())
    return SIDES.get(heard(name)) or SIDES.get(heard(core))


def summed(name: str) -> str | None:
    """What a sum is of: "kansli" of "Summa kansli"; "" of a bare "Totalt", None of no sum."""
    found = _SUM.match(clean(name))
    return clean(name)[found.end() :] if found else None


def computed_row(name: str, is_after_costs: bool) -> str:
    """The computed row that a name is, "" of none.

    Equity is opening equity until the costs have come, and then closing equity.
    """
    rows = ROWS.get(heard(name), ())
    side, said = side_of(name), heard(name)
    if not rows and side in _TOTALS and summed(name) is not None:
        return str(_TOTALS[side])
    if not rows and "egetkapital" in said and not any(word in said for word in _NO_BALANCE):
        rows = (ComputedRow.OPENING_EQUITY, ComputedRow.CLOSING_EQUITY)
    return str(rows[-1 if is_after_costs else 0]) if rows else ""


def is_alike(name: str, other: str) -> bool:
    """Whether one name is the other or begins it: "kansli" and "Kansli och administration"."""
    one, two = sorted((heard(without_code(name)), heard(without_code(other))), key=len)
    return bool(one) and (one == two or (len(one) > 3 and two.startswith(one)))


_TOTALS = {Side.INCOME: ComputedRow.TOTAL_INCOME, Side.COST: ComputedRow.TOTAL_COSTS}
