"""Equity from year to year: how each column opens, and what it closes with, in whole kr."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from budgets.sheet import Column, ComputedRow, Sheet


class OpeningKind(StrEnum):
    TYPED = "typed"
    COMPUTED = "computed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """How a column opens: its equity in kr and where that comes from.

    `column` names the column of the year before that this one continues, also where the opening
    is typed, so that the two can be compared. `source` is a typed opening's own.
    """

    kind: OpeningKind
    amount: int | None = None
    source: str = ""
    column: str = ""


def equity(
    sheet: Sheet, results: Mapping[str, int], incomes: Mapping[str, int]
) -> tuple[dict[str, Opening], dict[str, dict[str, int]]]:
    """How each column opens, and the rows of equity and available funds.

    A column opens from its typed value, otherwise from the closing of the column of the year
    before, otherwise it is unknown: then the column has no figure in any of the three rows.
    """
    openings: dict[str, Opening] = {}
    opened: dict[str, int] = {}
    closed: dict[str, int] = {}
    for column in sorted(sheet.columns, key=lambda column: column.year):
        opening = _opening(column, continued(column, sheet), closed)
        openings[column.name] = opening
        if opening.amount is not None:
            opened[column.name] = opening.amount
            closed[column.name] = opening.amount + results[column.name]
    return openings, {
        ComputedRow.OPENING_EQUITY: opened,
        ComputedRow.AVAILABLE_FUNDS: {name: opened[name] + incomes[name] for name in opened},
        ComputedRow.CLOSING_EQUITY: closed,
    }


def _opening(column: Column, continued: str, closed: Mapping[str, int]) -> Opening:
    if column.opening is not None:
        return Opening(
            kind=OpeningKind.TYPED,
            amount=column.opening,
            source=column.opening_source,
            column=continued,
        )
    if continued in closed:
        return Opening(kind=OpeningKind.COMPUTED, amount=closed[continued], column=continued)
    return Opening(kind=OpeningKind.UNKNOWN, column=continued)


def continued(column: Column, sheet: Sheet) -> str:
    """The column of the year before that this one continues, empty where none or several may be.

    A name in `opens_from` decides, and counts only if it is a column of the year before.
    """
    before = [other.name for other in sheet.columns if other.year == column.year - 1]
    if column.opens_from:
        return column.opens_from if column.opens_from in before else ""
    return before[0] if len(before) == 1 else ""
