"""Why a text is no amount, in Swedish: what is wrong, and how to write it instead."""

import re
from collections.abc import Sequence

from budgets.numerals import numeral, twofold
from budgets.sheet import Unit

TOO_LONG = (
    "Texten är för lång för att vara ett belopp. Skriv bara beloppet, till exempel 1\u00a0400."
)

_WHOLE = {Unit.KR: "hela kronor", Unit.TKR: "hela tusental"}
_LONGEST_QUOTE = 40


def no_amount(text: str, number: str, unit: Unit) -> str:
    """That a text cannot be read as an amount. `number` is what is left of it without its unit."""
    if number.startswith("##"):
        return (
            f"{quoted(text)} betyder att kolumnen är för smal i Excel. Bredda den och kopiera igen."
        )
    if number.startswith("#"):
        return f"{quoted(text)} är ett fel i Excel. Rätta formeln där eller skriv beloppet här."
    if re.fullmatch("[0-9 ]+", number):
        return (
            f"{quoted(text)} är inte ett belopp. "
            "Mellanslag skiljer grupper om tre siffror, till exempel 1\u00a0400."
        )
    return f"{quoted(text)} är inte ett belopp. Skriv {_WHOLE[unit]}, till exempel 1\u00a0400."


def too_fine(text: str, number: str, power: int) -> str:
    """That a number has fractions of a krona. `power` is the unit's power of ten."""
    how = f"högst {_COUNTS[power]} decimaler" if power else "hela kronor"
    return (
        f"{quoted(text)} har delar av en krona. Skriv {how}, till exempel {_coarse(number, power)}."
    )


def _coarse(number: str, power: int) -> str:
    """The nearest that may be written: in kr "9,999" is likelier 9 999 than 9."""
    both, found = twofold(number), numeral(number)
    if both and power == 0:
        return both.thousands.text(0)
    return found.text(power) if found else ""


def too_large(text: str) -> str:
    """That an amount is above the largest that a cell holds."""
    return f"{quoted(text)} är för stort. Ett belopp får vara högst 1\u00a0000 miljarder kronor."


def unclear(text: str, readings: Sequence[str]) -> str:
    """That a text may be two amounts, or may mean the one that is left of them."""
    if len(readings) == 1:
        return f"{quoted(text)} är inte tydligt. Skriv {readings[0]} om det är vad du menar."
    return f"{quoted(text)} kan vara {' eller '.join(readings)}. Välj vilket du menar."


def quoted(text: str) -> str:
    """A text between Swedish quotation marks, on one line and cut where it is long."""
    words = " ".join(text.split())
    return f"”{words[:_LONGEST_QUOTE]}…”" if len(words) > _LONGEST_QUOTE else f"”{words}”"


_COUNTS = {3: "tre", 6: "sex"}
