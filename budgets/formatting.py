"""Amounts and percentages as Swedish text, with U+00A0 between thousands and U+2212 as minus."""

from decimal import Decimal

from budgets.sheet import Unit

EMPTY = "–"
"""How a cell without an amount prints; an amount of 0 prints as 0."""

SPACE = "\u00a0"
MINUS = "\u2212"

_SIZES = {Unit.KR: 1, Unit.TKR: 1000}


def amount_text(kr: int | None, unit: Unit, negate: bool = False) -> str:
    """An amount in kr as it prints in a unit, without the unit's name.

    `negate` is the negative cost sign: a cost prints with minus, a correction of one with plus.
    """
    if kr is None:
        return EMPTY
    shown = in_unit(kr, unit)
    return f"{_sign(shown, negate)}{grouped(abs(shown))}"


def with_unit(kr: int | None, unit: Unit, negate: bool = False) -> str:
    """An amount in kr with its unit: "10 010 000 kr", "736 tkr"."""
    return EMPTY if kr is None else f"{amount_text(kr, unit, negate)}{SPACE}{unit}"


def typed_text(kr: int | None, unit: Unit, negate: bool = False) -> str:
    """An amount in kr exactly as it stands in a cell to be edited, "" where there is none.

    Grouped and signed as it prints; in tkr with as many decimals as it needs: "1 234,5".
    """
    if kr is None:
        return ""
    sign = _sign(kr, negate)
    whole, part = divmod(abs(kr), _SIZES[unit])
    decimals = f"{part:03d}".rstrip("0")
    return f"{sign}{grouped(whole)}{',' if decimals else ''}{decimals}"


def in_unit(kr: int, unit: Unit) -> int:
    """An amount in kr as a whole number of the unit; half a tkr rounds away from zero."""
    if unit is Unit.KR:
        return kr
    thousands = (abs(kr) + 500) // 1000
    return -thousands if kr < 0 else thousands


def percent_text(percent: Decimal) -> str:
    """A percentage with the decimals that it has: "48,4 %"."""
    sign = MINUS if percent < 0 else ""
    whole, _, decimals = f"{abs(percent):f}".partition(".")
    fraction = f",{decimals}" if decimals else ""
    return f"{sign}{grouped(int(whole))}{fraction}{SPACE}%"


def _sign(number: int, negate: bool) -> str:
    """The sign that an amount prints with; in the negative style a correction has a plus."""
    if negate:
        return MINUS if number > 0 else "+" if number < 0 else ""
    return MINUS if number < 0 else ""


def grouped(number: int) -> str:
    """A number from 0 with U+00A0 between thousands."""
    return f"{number:,}".replace(",", SPACE)
