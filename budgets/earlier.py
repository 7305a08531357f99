"""What each column is compared with: the year before it, in the same budget or in last year's."""

from collections.abc import Sequence
from dataclasses import dataclass

from budgets.arithmetic import Figures
from budgets.equity import continued
from budgets.labels import column_label
from budgets.moving import BY_YEAR
from budgets.sheet import Column, Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """The column of the year before: its name in words, and its figures in kr by row."""

    label: str
    figures: Figures
    column: str

    def amount(self, row: str) -> int | None:
        """What the row was in kr, None where it was empty or not there."""
        return self.figures.amount(row, self.column)


def earlier_columns(
    sheet: Sheet, figures: Figures, last: tuple[Sheet, Figures] | None = None
) -> dict[str, Earlier]:
    """By column name what it is compared with; a column without a year before is not there.

    The budget's own column comes first, otherwise the one of last year's plan, `last`.
    """
    found = (
        (column, _own(column, sheet, figures) or _last(column, last)) for column in sheet.columns
    )
    return {column.name: earlier for column, earlier in found if earlier is not None}


def difference(kr: int | None, before: int | None) -> int | None:
    """How much more it is in kr; None where one of them is empty."""
    return None if kr is None or before is None else kr - before


def _own(column: Column, sheet: Sheet, figures: Figures) -> Earlier | None:
    before = [other for other in sheet.columns if other.year == column.year - 1]
    if not before:
        return None
    named = continued(column, sheet)
    chosen = next((one for one in before if one.name == named), None) or _best(before)
    return Earlier(label=column_label(chosen), figures=figures, column=chosen.name)


def _last(column: Column, last: tuple[Sheet, Figures] | None) -> Earlier | None:
    if last is None:
        return None
    sheet, figures = last
    before = [other for other in sheet.columns if other.year == column.year - 1]
    if not before:
        return None
    chosen = _best(before)
    return Earlier(
        label=f"{column_label(chosen)} i förra planen", figures=figures, column=chosen.name
    )


def _best(columns: Sequence[Column]) -> Column:
    return min(columns, key=lambda column: BY_YEAR.index(column.kind))
