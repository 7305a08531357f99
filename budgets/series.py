"""What a picture of the budget compares, column by column, and what it says in a sentence."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from budgets.arithmetic import Figures
from budgets.formatting import SPACE, with_unit
from budgets.labels import COMPUTED_ROWS, column_label, computed_label, inside_sentence
from budgets.sheet import Column, ComputedRow, Sheet

INCOME = "Intäkter"
"""What the first series is called where it leaves equity out."""

LONGEST_LABEL = 200
"""Of a sheet's own label that a picture has room for."""


class Kind(StrEnum):
    FUNDS = "funds"
    COSTS = "costs"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One thing that is compared: its label, and its amounts in kr by column name."""

    kind: Kind
    label: str
    amounts: Mapping[str, int]


def compared(sheet: Sheet, figures: Figures, columns: Sequence[Column]) -> tuple[Series, ...]:
    """Funds to dispose, total costs and closing equity of the columns.

    Where any of them has an unknown opening the funds are not known: all of them then show their
    income instead. Equity that is unknown has no amount, and no series if it is so in all.
    """
    funds = figures.cells(ComputedRow.AVAILABLE_FUNDS)
    is_known = all(column.name in funds for column in columns)

    def of(kind: Kind, row: ComputedRow, label: str = "") -> Series:
        cells = figures.cells(row)
        amounts = {column.name: cells[column.name] for column in columns if column.name in cells}
        return Series(kind=kind, label=label or _label(sheet, row), amounts=amounts)

    first = (
        of(Kind.FUNDS, ComputedRow.AVAILABLE_FUNDS)
        if is_known
        else of(Kind.FUNDS, ComputedRow.TOTAL_INCOME, INCOME)
    )
    costs = of(Kind.COSTS, ComputedRow.TOTAL_COSTS)
    closing = of(Kind.CLOSING, ComputedRow.CLOSING_EQUITY)
    return (first, costs, closing) if closing.amounts else (first, costs)


def sentence(sheet: Sheet, columns: Sequence[Column], series: Sequence[Series]) -> str:
    """The way of the last series: "Utgående eget kapital går från 2 096 tkr 2023 till …".

    That is closing equity, or costs where equity is unknown. Years come in their order, whatever
    the columns' is.
    """
    last = series[-1]
    known = sorted(
        (column for column in columns if column.name in last.amounts), key=lambda one: one.year
    )
    is_one_year = known[0].year == known[-1].year
    told = known if is_one_year else [known[0], known[-1]]
    when = _when(known)
    points = [
        f"{with_unit(last.amounts[column.name], sheet.unit)} {when(column)}" for column in told
    ]
    amounts = {last.amounts[column.name] for column in told}
    subject = last.label[:1].upper() + last.label[1:]
    if is_one_year or len(amounts) == 1:
        return f"{subject} är {_listed(points)}."
    return f"{subject} går från {points[0]} till {points[1]}."


def _label(sheet: Sheet, row: ComputedRow) -> str:
    """The row's own label, where it says which row it is beside the others; else the house's."""
    own = computed_label(sheet, row)
    times = Counter(computed_label(sheet, shown).casefold() for shown in sheet.computed_rows)
    is_plain = times[own.casefold()] <= 1 and len(own) <= LONGEST_LABEL
    return own if is_plain else COMPUTED_ROWS[row]


def _when(columns: Sequence[Column]) -> Callable[[Column], str]:
    """A column by its year, or by kind and year beside another one of that year or none at all."""
    times = Counter(column.year for column in columns)

    def when(column: Column) -> str:
        is_alone = times[column.year] == 1 and len(columns) > 1
        label = inside_sentence(column_label(column)).replace(" ", SPACE)
        return str(column.year) if is_alone else f"i {label}"

    return when


def _listed(points: Sequence[str]) -> str:
    return " och ".join(filter(None, (", ".join(points[:-1]), points[-1])))
