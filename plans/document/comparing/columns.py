"""Which columns of two budgets are the same: by year and kind, then by year alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from budgets.labels import column_label
from budgets.moving import BY_YEAR
from budgets.sheet import TOTAL, Column, Sheet


@dataclass(frozen=True)
class Columns:
    """The columns of two budgets: the same ones in pairs, in the order of the later."""

    pairs: tuple[tuple[Column, Column], ...]
    added: tuple[Column, ...]
    removed: tuple[Column, ...]
    has_total: bool

    @cached_property
    def names(self) -> dict[str, str]:
        """The name before of each later column, the total's too where both have one."""
        names = {new.name: old.name for old, new in self.pairs}
        return names | ({TOTAL: TOTAL} if self.has_total else {})

    @cached_property
    def followed(self) -> dict[str, str]:
        """The later name of each earlier column."""
        return {old: new for new, old in self.names.items()}


def matched_columns(before: Sheet, after: Sheet) -> Columns:
    """Match by (year, kind); what is left over by year, in the order plan, budget, forecast,
    actual."""
    old = {column.name: column for column in before.columns}
    new = {column.name: column for column in after.columns}
    left = [column for name, column in old.items() if name not in new]
    over = [column for name, column in new.items() if name not in old]
    partner = {name: old[name] for name in new if name in old}
    partner |= {late.name: early for early, late in _by_year(left, over)}
    taken = {column.name for column in partner.values()}
    return Columns(
        pairs=tuple((partner[name], column) for name, column in new.items() if name in partner),
        added=tuple(column for name, column in new.items() if name not in partner),
        removed=tuple(column for name, column in old.items() if name not in taken),
        has_total=before.has_total_column and after.has_total_column,
    )


def column_words(sheet: Sheet, column: Column) -> str:
    """A column inside a sentence: its year, with its kind where the year has several."""
    of_year = [each for each in sheet.columns if each.year == column.year]
    return str(column.year) if len(of_year) == 1 else column_label(column)


def _by_year(left: Sequence[Column], over: Sequence[Column]) -> Iterator[tuple[Column, Column]]:
    for year in sorted({column.year for column in left}):
        yield from zip(_of_year(left, year), _of_year(over, year), strict=False)


def _of_year(columns: Sequence[Column], year: int) -> list[Column]:
    found = [column for column in columns if column.year == year]
    return sorted(found, key=lambda column: BY_YEAR.index(column.kind))
