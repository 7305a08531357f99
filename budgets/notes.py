"""What stands below a printed budget: other figures of the source, openings, and rounding."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from budgets.arithmetic import Figures
from budgets.equity import OpeningKind
from budgets.formatting import MINUS, amount_text, in_unit, with_unit
from budgets.labels import COMPUTED_ROWS, column_label, computed_label, inside_sentence
from budgets.layout import PlacedRow, RowKind
from budgets.sheet import TOTAL, Column, ComputedRow, Printed, Sheet, Unit

ROUNDING = (
    "Beloppen är avrundade var för sig; summor kan därför avvika från de visade delarnas summa."
)

MOST_RECKONED = 2
"""How many columns have their result reckoned out below the table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note below the table. `number` is the mark of the cells that it is about, if any."""

    text: str
    number: int | None = None


def printed_note(printed: Printed, unit: Unit, negate: bool) -> str:
    """What the source printed instead, and where."""
    source = inside_sentence(printed.source) if printed.source else "källan"
    return f"I {source} står {with_unit(printed.amount, unit, negate)}."


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


def result_notes(sheet: Sheet, figures: Figures, columns: Iterable[Column]) -> tuple[Note, ...]:
    """That the result leaves equity out, where equity is part of the only sum of income printed.

    It is reckoned out for at most two columns, and not where rounded figures would not add up.
    """
    shown = set(sheet.computed_rows)
    funds = ComputedRow.AVAILABLE_FUNDS
    opened = [column for column in columns if figures.amount(funds, column.name) is not None]
    if not {funds, ComputedRow.RESULT} <= shown or ComputedRow.TOTAL_INCOME in shown or not opened:
        return ()
    label = computed_label(sheet, ComputedRow.RESULT)
    opening = inside_sentence(COMPUTED_ROWS[ComputedRow.OPENING_EQUITY])
    text = f"{label[0].upper()}{label[1:]} räknas utan {opening}"
    sums = [_reckoned(sheet, figures, column.name) for column in opened]
    if len(sums) > MOST_RECKONED or not all(sums):
        return (Note(text=f"{text}."),)
    if len(sums) > 1:
        sums = [f"{column_label(c)}: {said}" for c, said in zip(opened, sums, strict=True)]
    return (Note(text=f"{text}: {'; '.join(sums)}."),)


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


def _reckoned(sheet: Sheet, figures: Figures, column: str) -> str:
    """A column's result from its parts, "" where the printed parts do not add up to it."""
    unit = sheet.unit
    income = figures.amount(ComputedRow.TOTAL_INCOME, column) or 0
    costs = figures.amount(ComputedRow.TOTAL_COSTS, column) or 0
    result = figures.amount(ComputedRow.RESULT, column) or 0
    financial = result - income + costs
    parts = [in_unit(income, unit), -in_unit(costs, unit), in_unit(financial, unit)]
    if sum(parts) != in_unit(result, unit):
        return ""
    said = amount_text(income, unit) + "".join(
        f" {MINUS if kr < 0 else '+'} {amount_text(abs(kr), unit)}"
        for kr in (-costs, financial)
        if kr
    )
    return f"{said} = {with_unit(result, unit)}"


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
