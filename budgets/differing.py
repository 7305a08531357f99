"""What a source printed otherwise than the budget reckons, and what may be done about it."""

from collections.abc import Iterator
from dataclasses import dataclass

from budgets.arithmetic import Figures
from budgets.formatting import amount_text, with_unit
from budgets.labels import (
    COMPUTED_ROWS,
    column_label,
    computed_label,
    line_label,
    total_column_label,
)
from budgets.layout import SUMMED
from budgets.notes import printed_note
from budgets.sheet import TOTAL, ComputedRow, Line, Printed, Sheet, Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A figure of a source beside the budget's, as text.

    `said` is what the source says, `short` the same for the cell, `by` by how much the budget
    differs from that, `missing` how much more it is, in kr. `may_miss_line` says that a line may
    have been forgotten in what the row sums.
    """

    printed: Printed
    row: str
    column: str
    said: str
    short: str
    ours: str
    by: str
    missing: int
    may_miss_line: bool

    @property
    def place(self) -> str:
        """The figure's row, column and source, as one address."""
        return f"{self.printed.row}/{self.printed.column}/{self.printed.source}"


def differences(sheet: Sheet, figures: Figures) -> tuple[Difference, ...]:
    """Every printed figure that nobody has explained and that prints otherwise than ours."""
    lines = {str(line.key): (side, line) for side, line in sheet.walk()}
    found = (printed for printed in sheet.printed if not printed.resolution)
    return tuple(
        _difference(printed, sheet, lines, figures.amount(printed.row, printed.column))
        for printed in found
        if differs(printed, sheet, figures)
    )


def differs(printed: Printed, sheet: Sheet, figures: Figures) -> bool:
    """Whether a printed figure prints otherwise than ours in the sheet's unit."""
    ours = figures.amount(printed.row, printed.column)
    return amount_text(printed.amount, sheet.unit) != amount_text(ours, sheet.unit)


def _difference(
    printed: Printed, sheet: Sheet, lines: dict[str, tuple[Side, Line]], ours: int | None
) -> Difference:
    computed = _computed(printed.row)
    side, line = lines.get(printed.row) or (SUMMED.get(computed) if computed else None, None)
    negate = sheet.negates(side)
    missing = printed.amount - (ours or 0)
    is_sum = line.is_group if line else side is not None
    return Difference(
        printed=printed,
        row=line_label(line) if line else _label(sheet, printed.row),
        column=next(_columns(sheet, printed.column), printed.column),
        said=printed_note(printed, sheet.unit, negate),
        short=f"Källan: {amount_text(printed.amount, sheet.unit, negate)}",
        ours=amount_text(ours, sheet.unit, negate),
        by=f"{with_unit(abs(missing), sheet.unit)} {'mindre' if missing > 0 else 'mer'}",
        missing=missing,
        may_miss_line=is_sum and printed.column != TOTAL,
    )


def _computed(row: str) -> ComputedRow | None:
    return ComputedRow(row) if row in COMPUTED_ROWS else None


def _label(sheet: Sheet, row: str) -> str:
    computed = _computed(row)
    return computed_label(sheet, computed) if computed else "Finansnetto"


def _columns(sheet: Sheet, name: str) -> Iterator[str]:
    yield from (column_label(column) for column in sheet.columns if column.name == name)
    if name == TOTAL:
        yield total_column_label(sheet)
