"""A budget moved on to another year: which columns follow, what each starts from, how it opens."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from budgets.arithmetic import Figures, figures
from budgets.equity import continued
from budgets.labels import column_label
from budgets.sheet import Column, ColumnKind, ComputedRow, Line, Sheet

FOLLOWS = frozenset({ColumnKind.BUDGET, ColumnKind.PLAN})
"""What was planned is planned again; an outcome or a forecast speaks of a year gone by."""

BY_YEAR = (ColumnKind.PLAN, ColumnKind.BUDGET, ColumnKind.FORECAST, ColumnKind.ACTUAL)
"""The order in which a year's columns are asked where none is of the same kind."""

YEARS = range(2004, 2101)
"""The years of plans, from the law's (2003:1210); a column beyond them does not follow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A column of the new budget, the old one that it was, and the old one that it starts from.

    `stands_in` says that the old budget had no column for the new year, so that `source` is its
    last one.
    """

    old: Column
    new: Column
    source: Column
    stands_in: bool = False

    def said(self, plan: str) -> str:
        """What the column starts from: "Plan 2026 i verksamhetsplanen för 2025"."""
        if not self.stands_in:
            return f"{column_label(self.source)} i {plan}"
        return f"{column_label(self.source)}, sista kolumnen i {plan} ({self.new.year} saknas där)"


def moves(columns: Sequence[Column], years: int) -> tuple[Move, ...]:
    """Where each budget and plan column comes when it is moved by a number of years."""
    following = [c for c in columns if c.kind in FOLLOWS and c.year + years in YEARS]
    return tuple(_move(column, columns, years) for column in following)


def moved(sheet: Sheet, years: int, plan: str) -> Sheet:
    """The sheet moved by a number of years, with every key, without printed figures.

    Each column holds the amounts of the column that it starts from, and says which. One whose
    year before is no longer there opens with what the old sheet closed that year with. `plan`
    is what the old plan is called: "verksamhetsplanen för 2025".
    """
    found = moves(sheet.columns, years)
    sources = {move.new.name: move.source.name for move in found}
    return replace(
        sheet,
        columns=_opened(sheet, found, plan),
        income=_lines(sheet.income, sources),
        costs=_lines(sheet.costs, sources),
        financial=_lines(sheet.financial, sources),
        printed=(),
    )


def _move(old: Column, columns: Sequence[Column], years: int) -> Move:
    new = Column(year=old.year + years, kind=old.kind, opens_from=_moved(old, columns, years))
    of_year = [column for column in columns if column.year == new.year]
    if of_year:
        return Move(old=old, new=new, source=_best(of_year, new.kind))
    last = max(column.year for column in columns)
    latest = [column for column in columns if column.year == last]
    return Move(old=old, new=new, source=_best(latest, new.kind), stands_in=True)


def _moved(old: Column, columns: Sequence[Column], years: int) -> str:
    """The name that the column opens from, moved like the column itself."""
    named = next((column for column in columns if column.name == old.opens_from), None)
    return "" if named is None else replace(named, year=named.year + years).name


def _best(columns: Iterable[Column], kind: ColumnKind) -> Column:
    """Of one year's columns the one of the kind, otherwise the first in the order of kinds."""
    return min(columns, key=lambda column: (column.kind is not kind, BY_YEAR.index(column.kind)))


def _opened(sheet: Sheet, found: Sequence[Move], plan: str) -> tuple[Column, ...]:
    names = {move.new.name for move in found}
    bare = replace(sheet, columns=tuple(_known(move.new, names) for move in found))
    reckoned = figures(sheet)

    def opened(move: Move, column: Column) -> Column:
        is_first = not continued(column, bare)
        opening, source = _opening(move, is_first, sheet, reckoned, plan)
        said = move.said(plan)
        return replace(column, opening=opening, opening_source=source, copied_from=said)

    return tuple(map(opened, found, bare.columns))


def _known(column: Column, names: set[str]) -> Column:
    return column if column.opens_from in names else replace(column, opens_from="")


def _opening(
    move: Move, is_first: bool, sheet: Sheet, reckoned: Figures, plan: str
) -> tuple[int | None, str]:
    """What is typed of the opening: the old one of the same year, or the closing before it."""
    if not move.stands_in and move.source.opening is not None:
        return move.source.opening, move.source.opening_source
    closing = reckoned.amount(ComputedRow.CLOSING_EQUITY, _before(move, sheet, reckoned))
    if not is_first or closing is None:
        return None, ""
    return closing, f"Utgående eget kapital {move.new.year - 1} enligt {plan}"


def _before(move: Move, sheet: Sheet, reckoned: Figures) -> str:
    """The old column whose closing the new column opens with, empty where several may be."""
    own = "" if move.stands_in else reckoned.openings[move.source.name].column
    return own or continued(move.new, sheet)


def _lines(lines: Iterable[Line], sources: Mapping[str, str]) -> tuple[Line, ...]:
    return tuple(
        replace(
            line,
            amounts={new: line.amounts[old] for new, old in sources.items() if old in line.amounts},
            unread={},
            lines=_lines(line.lines, sources),
        )
        for line in lines
    )
