"""With which sign a pasted range writes its costs, told by its costs as a whole."""

from collections.abc import Iterable
from dataclasses import dataclass

from budgets.parsing import Read, Unread, parse
from budgets.sheet import CostSign, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """How a range's values are read, in its unit.

    In an inverted range a cost stands with a minus, and what has none is a correction.
    """

    unit: Unit
    style: CostSign
    is_inverted: bool = False

    def read(self, text: str, is_cost: bool) -> Read | Unread:
        """What a text means, in kr relative to its side."""
        if not is_cost or not self.is_inverted:
            return parse(text, self.unit, is_cost and self.style is CostSign.NEGATIVE)
        found = parse(text, self.unit)
        if isinstance(found, Unread) or found.kr is None:
            return found
        return Read(kr=-found.kr)


def signs(lines: Iterable[str], sums: Iterable[str], unit: Unit, style: CostSign) -> Signs:
    """How to read a range with these texts on its lines and its sums of costs.

    It is inverted where all that is not 0 is negative, and in the negative style where anything
    is. Otherwise, of lines with both signs, the sums tell.
    """
    totals = _amounts(sums, unit)
    amounts = _amounts(lines, unit) or totals
    if not any(kr < 0 for kr in amounts):
        is_inverted = False
    elif style is CostSign.NEGATIVE or all(kr < 0 for kr in amounts):
        is_inverted = True
    else:
        is_inverted = bool(totals) and all(kr < 0 for kr in totals)
    return Signs(unit=unit, style=style, is_inverted=is_inverted)


def _amounts(texts: Iterable[str], unit: Unit) -> list[int]:
    """The amounts that are not 0, with the sign that is written."""
    read = (parse(text, unit) for text in texts)
    return [found.kr for found in read if isinstance(found, Read) and found.kr]
