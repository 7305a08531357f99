"""Amounts as people write them, understood as whole kronor, or refused with what to do about it."""

from dataclasses import dataclass

from budgets import unreadable
from budgets.numerals import Twofold, numeral, twofold
from budgets.sheet import MOST_KRONOR, Unit
from budgets.signs import plain, without_sign, without_unit

LONGEST = 200
"""The longest text that is looked at, which is also what a cell keeps of one that is unread."""

POWERS = {Unit.KR: 0, Unit.TKR: 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """An amount in kr, signed relative to the line's side. None is no amount, which is not 0."""

    kr: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """Why a text is no amount, to be shown, and what to choose among where it may be several."""

    why: str
    readings: tuple[str, ...] = ()


def parse(text: str, unit: Unit, negate: bool = False) -> Read | Unread:
    """What a text typed in a cell means. Never raises.

    `unit` is what a number without one is in. `negate` is a cost in the negative style: an
    amount is a cost with or without a minus, and a correction of one with a plus. Fractions of a
    krona and amounts above `MOST_KRONOR` are refused, and "9.999" is asked about.
    """
    if len(text) > LONGEST and len(text.strip()) > LONGEST:
        return Unread(why=unreadable.TOO_LONG)
    written = plain(text)
    number, sign, named = _parted(written)
    power = POWERS[unit] if named is None else named
    if not written or (not number and sign == "-"):
        return Read(kr=None)
    if asked := _asked(number, power):
        return _question(text if number in text else written, number, asked, unit, negate)
    found = numeral(number)
    if found is None:
        return Unread(why=unreadable.no_amount(text, number, unit))
    if len(found.decimals) > power:
        return Unread(why=unreadable.too_fine(text, number, power))
    kr = int(found.whole + found.decimals.ljust(power, "0"))
    if kr > MOST_KRONOR:
        return Unread(why=unreadable.too_large(text))
    return Read(kr=-kr if sign == ("+" if negate else "-") else kr)


def _parted(written: str) -> tuple[str, str, int | None]:
    """The number, the sign and the power of ten of the unit; the two may stand in any order."""
    rest, power = without_unit(written)
    number, sign = without_sign(rest)
    if power is None:
        number, power = without_unit(number)
    return number, sign, power


def _asked(number: str, power: int) -> Twofold | None:
    """Both things that a number may be, where it is not clear which.

    A comma parts decimals, but nobody writes three idle ones of a krona.
    """
    both = twofold(number)
    if both and (both.mark == "." or (power == 0 and not both.fraction.decimals)):
        return both
    return None


def _question(text: str, number: str, both: Twofold, unit: Unit, negate: bool) -> Unread:
    """The readings that are amounts, with what stands about the number as it was typed."""
    typed = [text.strip().replace(number, each.text(3)) for each in (both.thousands, both.fraction)]
    readings = tuple(each for each in typed if isinstance(parse(each, unit, negate), Read))
    return Unread(why=unreadable.unclear(text, readings), readings=readings)
