"""A budget's columns added, moved, renamed and removed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Max

from budgets.editing.printed import Kept, taken
from budgets.models import Budget, BudgetAmount, BudgetColumn
from budgets.moving import YEARS
from budgets.ordering import Columns, column_name
from budgets.reading import column_of
from budgets.refusals import Exists, TooManyColumns, YearOutside
from budgets.sheet import Column, ColumnKind
from finsam import editions
from finsam.federations.money import kronor

MOST_COLUMNS = 12
KINDS = list(ColumnKind)
"""In the order in which a year's columns stand: outcome, forecast, budget, plan."""

EDITED = ("year", "kind", "opening", "opening_source", "opens_from")
Openings = Mapping[int, str]
"""What columns said that they open from, by their ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedColumn:
    """A column with its number from the left before and after, from 0."""

    row: BudgetColumn
    before: int
    after: int

    @property
    def is_elsewhere(self) -> bool:
        return self.before != self.after


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedColumn:
    """A column with what was said of it (the names of `EDITED`), and what is.

    `renamed` is its old and its new name where those differ. `openings` is what other columns
    opened from, that no longer can.
    """

    row: BudgetColumn
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    edition: int
    renamed: tuple[str, str] | None
    openings: Openings

    @property
    def is_changed(self) -> bool:
        return self.before != self.after


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedColumn:
    """A column that is gone: its id, its place, what stood in it by the lines' keys.

    `edition` is the highest that the column or a cell of it had, `openings` what other columns
    opened from, that no longer can.
    """

    pk: int
    column: Column
    position: int
    amounts: Mapping[UUID, int]
    unread: Mapping[UUID, str]
    edition: int
    printed: tuple[Kept, ...]
    openings: Openings


def add_column(
    budget: Budget, *, year: int, kind: ColumnKind, copy: str | None = None
) -> BudgetColumn:
    """A column, with the amounts of the one called `copy`; it stands in the order of the years.

    Raises Gone, Exists, TooManyColumns and YearOutside.
    """
    columns = Columns(budget)
    source = None if copy is None else columns.row(copy)
    if len(columns.rows) >= MOST_COLUMNS:
        raise TooManyColumns
    _refuse_name(columns, year, kind)
    row = BudgetColumn(budget=budget, year=year, kind=str(kind), position=len(columns.rows))
    row.save(force_insert=True)
    columns.place(row, _index(columns, row))
    if source is not None:
        _copy(source, row)
    return row


def shift_column(budget: Budget, *, name: str, steps: int) -> MovedColumn:
    """Move a column left (negative) or right, as far as that goes. Raises Gone."""
    columns = Columns(budget)
    row = columns.row(name)
    before = columns.rows.index(row)
    columns.place(row, max(0, before + steps))
    return MovedColumn(row=row, before=before, after=columns.rows.index(row))


def edit_column(
    budget: Budget,
    name: str,
    *,
    edition: int,
    year: int,
    kind: ColumnKind,
    opening: int | None = None,
    opening_source: str = "",
    opens_from: str = "",
) -> EditedColumn:
    """Say a column's year and kind, and how it opens: `opening` in kr, with its source.

    Where the name changes, printed figures and columns that open from it follow. `opens_from`
    counts only if it is a column of the year before. Raises Gone, Exists, YearOutside, and Stale
    (`finsam.editions`) where somebody else has saved since that edition.
    """
    columns = Columns(budget)
    row, kind = columns.row(name), ColumnKind(kind)
    new = f"{kind}-{year}"
    if new != name:
        _refuse_name(columns, year, kind)
    values = {
        "year": year,
        "kind": str(kind),
        "opening": opening,
        "opening_source": opening_source,
        "opens_from": opens_from if _is_before(opens_from, year, columns, row) else "",
    }
    saved = _save(row, values, edition)
    openings = _rename(columns, row, name, new) if new != name else {}
    return EditedColumn(
        row=row,
        before=saved.before,
        after=saved.after,
        edition=saved.edition,
        renamed=(name, new) if new != name else None,
        openings=openings,
    )


def remove_column(budget: Budget, *, name: str) -> RemovedColumn:
    """Remove a column with what stands in it, and what a source printed there. Raises Gone."""
    columns = Columns(budget)
    row = columns.row(name)
    cells = row.amounts.exclude(amount=None, unread="")
    stood = list(cells.values_list("line__key", "amount", "unread"))
    removed = RemovedColumn(
        pk=row.pk,
        column=column_of(row),
        position=columns.rows.index(row),
        amounts={key: int(amount) for key, amount, _ in stood if amount is not None},
        unread={key: unread for key, _, unread in stood if unread},
        edition=max(row.edition, row.amounts.aggregate(Max("edition"))["edition__max"] or 0),
        printed=taken(budget.printed.filter(column=name)),
        openings=dict(_opening_from(columns, name)),
    )
    _open_from(columns, name, "")
    BudgetColumn.objects.filter(pk=row.pk).delete()
    columns.arrange([one for one in columns.rows if one.pk != removed.pk])
    return removed


def reopen(columns: Columns, openings: Openings) -> None:
    """Let columns open from what they did, where they say nothing else and it can be.

    A query for each of them.
    """
    for row in columns.rows:
        wanted = openings.get(row.pk, "")
        if not row.opens_from and wanted and _is_before(wanted, row.year, columns, row):
            row.opens_from = wanted
            row.save(update_fields=["opens_from"])


def _refuse_name(columns: Columns, year: int, kind: ColumnKind) -> None:
    if year not in YEARS:
        raise YearOutside
    if f"{kind}-{year}" in map(column_name, columns.rows):
        raise Exists


def _index(columns: Columns, row: BudgetColumn) -> int:
    """After the last of those that come before it in time."""
    others = [one for one in columns.rows if one.pk != row.pk]
    earlier = [place for place, one in enumerate(others, 1) if _time(one) < _time(row)]
    return max(earlier, default=0)


def _time(row: BudgetColumn) -> tuple[int, int]:
    return row.year, KINDS.index(ColumnKind(row.kind))


def _copy(source: BudgetColumn, row: BudgetColumn) -> None:
    amounts = source.amounts.exclude(amount=None).values_list("line", "amount")
    BudgetAmount.objects.bulk_create(
        BudgetAmount(line_id=line, column=row, amount=int(amount)) for line, amount in amounts
    )


def _save(row: BudgetColumn, values: Mapping[str, Any], edition: int) -> editions.Saved:
    """Save what is said of a column by its edition, amounts of money as kr."""
    saved = editions.save(BudgetColumn.objects.filter(pk=row.pk), values, edition=edition)
    row.refresh_from_db()
    opening = saved.before["opening"]
    before = {**saved.before, "opening": None if opening is None else int(opening)}
    after = {**values, "opening": kronor(row.opening)}
    return editions.Saved(edition=saved.edition, before=before, after=after)


def _is_before(name: str, year: int, columns: Columns, row: BudgetColumn) -> bool:
    """Whether another column of that name is of the year before."""
    names = {column_name(one) for one in columns.rows if one.pk != row.pk and one.year == year - 1}
    return name in names


def _rename(columns: Columns, row: BudgetColumn, old: str, new: str) -> dict[int, str]:
    """Let everything in the budget call a column by its new name.

    Returns what columns opened from it that are not of the year after it any more.
    """
    columns.budget.printed.filter(column=old).update(column=new)
    later = dict(_opening_from(columns, old))
    lost = {one.pk for one in columns.rows if one.pk in later and one.year != row.year + 1}
    _open_from(columns, old, new, but=lost)
    _open_from(columns, old, "")
    return {pk: name for pk, name in later.items() if pk in lost}


def _opening_from(columns: Columns, name: str) -> Iterator[tuple[int, str]]:
    return ((row.pk, name) for row in columns.rows if row.opens_from == name)


def _open_from(columns: Columns, old: str, new: str, but: set[int] | None = None) -> None:
    """Let the columns that open from one open from another, or from none said. One query."""
    rows = columns.budget.columns.filter(opens_from=old).exclude(pk__in=but or ())
    rows.update(opens_from=new)
