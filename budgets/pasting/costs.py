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

    It is inverted where all that is not 0 is negative. Of lines with both signs the sums tell,
    and without sums the budget's own style.
    """
    lines, sums = _amounts(lines, unit), _amounts(sums, unit)
    amounts = lines or sums
    if not any(kr < 0 for kr in amounts):
        is_inverted = False
    elif all(kr < 0 for kr in amounts):
        is_inverted = True
    elif sums:
        is_inverted = all(kr < 0 for kr in sums)
    else:
        is_inverted = style is CostSign.NEGATIVE
    return Signs(unit=unit, style=style, is_inverted=is_inverted)


def _amounts(texts: Iterable[str], unit: Unit) -> list[int]:
    """The amounts that are not 0, with the sign that is written."""
    read = (parse(text, unit) for text in texts)
    return [found.kr for found in read if isinstance(found, Read) and found.kr]
