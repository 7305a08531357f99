"""What stands below a printed budget: other figures of the source, openings, and rounding."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from budgets.arithmetic import Figures
from budgets.equity import OpeningKind
from budgets.formatting import in_unit, with_unit
from budgets.labels import COMPUTED_ROWS, column_label, computed_label
from budgets.layout import PlacedRow, RowKind
from budgets.sheet import TOTAL, Column, ComputedRow, Printed, Sheet, Unit

ROUNDING = (
    "Beloppen är avrundade var för sig; summor kan därför avvika från de visade delarnas summa."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note below the table. `number` is the mark of the cells that it is about, if any."""

    text: str
    number: int | None = None


def printed_note(printed: Printed, unit: Unit, negate: bool) -> str:
    """What the source printed instead, where, and how the difference was resolved."""
    source = f" ({printed.source})" if printed.source else ""
    resolution = f" {printed.resolution}" if printed.resolution else ""
    return f"Källan anger {with_unit(printed.amount, unit, negate)}{source}.{resolution}"


def opening_note(sheet: Sheet, figures: Figures, column: str) -> str:
    """Where a column's typed opening equity comes from, empty where nothing is said of it."""
    opening = figures.openings.get(column)
    if opening is None or opening.kind is not OpeningKind.TYPED or not opening.source:
        return ""
    label = computed_label(sheet, ComputedRow.OPENING_EQUITY)
    return f"{label[0].upper()}{label[1:]}: {opening.source.rstrip('.')}."


def hidden_openings(sheet: Sheet, figures: Figures, columns: Iterable[Column]) -> tuple[Note, ...]:
    """The typed openings that printed equity stands on, where they have no row of their own."""
    shown = sheet.computed_rows
    stands_on_it = {ComputedRow.AVAILABLE_FUNDS, ComputedRow.CLOSING_EQUITY} & set(shown)
    if not stands_on_it or ComputedRow.OPENING_EQUITY in shown:
        return ()
    return tuple(
        Note(text=_hidden_opening(sheet, column))
        for column in columns
        if figures.openings[column.name].kind is OpeningKind.TYPED
    )


def rounding_notes(
    rows: Iterable[PlacedRow], figures: Figures, columns: Sequence[str], unit: Unit
) -> tuple[Note, ...]:
    """The note on rounding, only where printed parts do not add up to their printed sum."""
    rows = list(rows)
    is_off = any(_is_off_down(row, figures, columns, unit) for row in rows)
    # A total over columns that are left out is not the sum of the printed ones in any case.
    is_off |= (
        tuple(columns) == figures.columns
        and TOTAL in columns
        and any(_is_off_across(row, figures, columns, unit) for row in rows)
    )
    return (Note(text=ROUNDING),) if is_off else ()


def _hidden_opening(sheet: Sheet, column: Column) -> str:
    label = COMPUTED_ROWS[ComputedRow.OPENING_EQUITY]
    source = f" ({column.opening_source})" if column.opening_source else ""
    amount = with_unit(column.opening, sheet.unit)
    return f"{label} för {column_label(column)} är {amount}{source}."


def _is_off_down(row: PlacedRow, figures: Figures, columns: Sequence[str], unit: Unit) -> bool:
    """Whether a sum differs from its printed parts in some column."""
    parts = [(sign, figures.cells(key)) for sign, key in row.parts]
    for name, amount in figures.cells(row.key).items():
        added = sum(sign * in_unit(cells.get(name, 0), unit) for sign, cells in parts)
        if parts and name in columns and in_unit(amount, unit) != added:
            return True
    return False


def _is_off_across(row: PlacedRow, figures: Figures, columns: Sequence[str], unit: Unit) -> bool:
    """Whether a row's total differs from its printed columns."""
    cells = figures.cells(row.key)
    if row.kind is RowKind.HEADING or TOTAL not in cells:
        return False
    parts = (in_unit(cells.get(name, 0), unit) for name in columns if name != TOTAL)
    return in_unit(cells[TOTAL], unit) != sum(parts)
