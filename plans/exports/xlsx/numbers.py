"""Amounts as Excel holds and shows them: exact in the budget's unit, rounded by their format.

A format has a section for each sign. What rounds to 0 is shown as 0, without a sign.
"""

from collections.abc import Iterable
from decimal import Decimal

from budgets.formatting import MINUS
from budgets.sheet import Unit

SWEDISH = "[$-41D]"
"""Thousands are parted as in Swedish, also where the program is in another language."""

SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

Number = int | Decimal


def in_unit(kr: int, unit: Unit) -> Number:
    """Kronor in a unit, exactly: 24 500 kr is 24.5 tkr."""
    if unit is Unit.KR or kr % 1000 == 0:
        return kr if unit is Unit.KR else kr // 1000
    return Decimal(kr).scaleb(-3)


def number_format(unit: Unit, *, plus: str = "", marks: Iterable[int] = ()) -> str:
    """The format of a cell; `plus` stands before what is above 0, `marks` are its notes."""
    over, under = ("[>=0.5]", "[<=-0.5]") if unit is Unit.TKR else ("", "")
    noted = " ".join(str(mark).translate(SUPERSCRIPT) for mark in marks)
    end = f'"{noted}"' if noted else ""
    sign = f'"{plus}"' if plus else ""
    above, below = f"{over}{SWEDISH}{sign}", f'{under}{SWEDISH}"{MINUS}"'
    return f"{above}#,##0{end};{below}#,##0{end};0{end}"
