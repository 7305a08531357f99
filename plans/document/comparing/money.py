"""A figure that is another: old and new, the difference in the budget's unit and in percent."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from budgets.formatting import (
    MINUS,
    amount_text,
    in_unit,
    percent_text,
    typed_text,
)
from budgets.sheet import Unit
from plans.document.comparing.words import arrow

NOTHING = "inget belopp"
SPACE = "\u00a0"


@dataclass(frozen=True)
class FigureChange:
    """A figure of the budget in kr, None where there is none, which is not 0.

    `row` is a line's key as text or a computed row's name; `column` is the later budget's, or the
    earlier's where that column is gone. `negate` is the negative cost sign. `follows`: it is
    computed from other figures. `is_listed` is False for what is told with its line or column.
    """

    row: str
    column: str
    label: str
    old: int | None
    new: int | None
    unit: Unit
    negate: bool = False
    follows: bool = False
    is_listed: bool = True

    @property
    def sentence(self) -> str:
        """ "Förbundschef 2025: 1 400 → 1 000 tkr (−400 tkr, −29 %)"."""
        if self.old is None or self.new is None:
            return f"{self.label}: {arrow(self._with_unit(self.old), self._with_unit(self.new))}"
        change = ", ".join(filter(None, (self.difference, self.percent)))
        values = arrow(self.old_text, self.new_text)
        return f"{self.label}: {values}{SPACE}{self.unit} ({change})"

    @property
    def old_text(self) -> str:
        """As it prints; with what rounding would hide."""
        return self._text(self.old)

    @property
    def new_text(self) -> str:
        return self._text(self.new)

    @property
    def difference(self) -> str:
        """How much more it prints as, with its sign and unit; "" where either is empty."""
        if self.old is None or self.new is None:
            return ""
        return f"{_signed(self._text(self._step, is_bare=True), self._step)}{SPACE}{self.unit}"

    @property
    def percent(self) -> str:
        """The difference as a part of the old; "" where that is 0 or either is empty."""
        if not self.old or self.new is None:
            return ""
        share = Decimal(self._step) * 100 / abs(self.old)
        finest = Decimal(1) if abs(share) >= 1 else Decimal("0.1")
        rounded = share.quantize(finest, ROUND_HALF_UP)
        return _signed(percent_text(abs(rounded)), rounded) if rounded else ""

    @cached_property
    def _step(self) -> int:
        step = (self.new or 0) - (self.old or 0)
        return -step if self.negate else step

    @cached_property
    def _is_fine(self) -> bool:
        """Whether the unit's rounding would make the reader's own subtraction come out wrong."""
        step = (self.new or 0) - (self.old or 0)
        shown = in_unit(self.new or 0, self.unit) - in_unit(self.old or 0, self.unit)
        return shown != in_unit(step, self.unit) or (step != 0 and shown == 0)

    def _text(self, kr: int | None, *, is_bare: bool = False) -> str:
        if kr is None:
            return NOTHING
        write = typed_text if self._is_fine else amount_text
        return write(abs(kr), self.unit) if is_bare else write(kr, self.unit, self.negate)

    def _with_unit(self, kr: int | None) -> str:
        return NOTHING if kr is None else f"{self._text(kr)}{SPACE}{self.unit}"


def _signed(text: str, number: int | Decimal) -> str:
    return f"{MINUS if number < 0 else '+'}{text}"
