"""A budget's lines added, moved and removed. A group is a line with lines below it."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Max, QuerySet

from budgets.editing.printed import Kept, taken
from budgets.models import Budget, BudgetAmount, BudgetLine
from budgets.ordering import Lines, Place, column_name
from budgets.outline import Home
from budgets.reading import line_of
from budgets.sheet import Line, Side
from finsam.editions import Gone


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedLine:
    """A line with where it stood and where it stands."""

    row: BudgetLine
    before: Place
    after: Place

    @property
    def is_elsewhere(self) -> bool:
        return self.before != self.after


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedLine:
    """A line that is gone, with all below it.

    `columns` are the ids of the columns by the names that the tree knows them by, `edition` is
    the highest that anything in the tree had, `printed` what the source printed on its rows.
    """

    tree: Line
    place: Place
    columns: Mapping[str, int]
    edition: int
    printed: tuple[Kept, ...]


def add_line(
    budget: Budget,
    *,
    label: str,
    side: Side | None = None,
    parent: UUID | None = None,
    after: UUID | None = None,
) -> BudgetLine:
    """A line last on a side, last below a line, or right after a line; one of them is said.

    Raises Gone, HasAmounts below a line with amounts, and TooDeep.
    """
    lines = Lines(budget)
    home, index = _spot(lines, side, parent, after)
    return lines.make(BudgetLine(budget=budget, label=label), home, index)


def add_group(
    budget: Budget,
    *,
    label: str,
    line_label: str,
    side: Side | None = None,
    parent: UUID | None = None,
    after: UUID | None = None,
) -> BudgetLine:
    """A line as `add_line` adds it, with one line below it. Returns the upper one."""
    lines = Lines(budget)
    home, index = _spot(lines, side, parent, after)
    group = lines.make(BudgetLine(budget=budget, label=label), home, index)
    lines.make(BudgetLine(budget=budget, label=line_label), group.key)
    return group


def shift_line(budget: Budget, *, key: UUID, steps: int) -> MovedLine:
    """Move a line up (negative) or down among those it stands with, as far as that goes.

    Raises Gone.
    """
    lines = Lines(budget)
    lines.row(key)
    home, index = lines.outline.homes[key], lines.outline.index(key)
    return _moved(lines, key, home, max(0, index + steps))


def indent_line(budget: Budget, *, key: UUID) -> MovedLine:
    """Move a line last below the one before it; the first of its kind stays.

    Raises Gone, HasAmounts where that one has amounts, and TooDeep.
    """
    lines = Lines(budget)
    lines.row(key)
    together, index = lines.outline.siblings(key), lines.outline.index(key)
    if index == 0:
        return _moved(lines, key, lines.outline.homes[key], 0)
    return _moved(lines, key, together[index - 1])


def outdent_line(budget: Budget, *, key: UUID) -> MovedLine:
    """Move a line right after the one that it stands below; a top line stays. Raises Gone."""
    lines = Lines(budget)
    lines.row(key)
    home = lines.outline.homes[key]
    if isinstance(home, Side):
        return _moved(lines, key, home, lines.outline.index(key))
    return _moved(lines, key, lines.outline.homes[home], lines.outline.index(home) + 1)


def move_line(
    budget: Budget,
    *,
    key: UUID,
    side: Side | None = None,
    parent: UUID | None = None,
    position: int | None = None,
) -> MovedLine:
    """Move a line below another or to a side: before the `position`-th there, or last.

    Raises Gone, IntoItself, HasAmounts and TooDeep.
    """
    lines = Lines(budget)
    lines.row(key)
    home, _ = _spot(lines, side, parent, None)
    return _moved(lines, key, home, position)


def remove_line(budget: Budget, *, key: UUID) -> RemovedLine:
    """Remove a line with all below it, and what a source printed on them. Raises Gone."""
    lines = Lines(budget)
    lines.row(key)
    place, keys = lines.place(key), list(lines.outline.walk(key))
    rows = budget.lines.filter(key__in=keys)
    # What is being written in them comes first, so that it is in what is kept of them.
    list(rows.select_for_update().values_list("pk"))
    removed = RemovedLine(
        tree=line_of(budget, key),
        place=place,
        columns={column_name(column): column.pk for column in budget.columns.all()},
        edition=_edition(budget, keys),
        printed=taken(budget.printed.filter(row__in=map(str, keys))),
    )
    lines.outline.take(key)
    _delete(rows)
    lines.arrange()
    return removed


def _spot(
    lines: Lines, side: Side | None, parent: UUID | None, after: UUID | None
) -> tuple[Home, int | None]:
    """What a line shall stand below, and before which. Raises Gone."""
    if after is not None:
        lines.row(after)
        return lines.outline.homes[after], lines.outline.index(after) + 1
    if parent is not None:
        return lines.row(parent).key, None
    if side is None:
        raise Gone
    return side, None


def _moved(lines: Lines, key: UUID, home: Home, index: int | None = None) -> MovedLine:
    before = lines.place(key)
    lines.put(key, home, index)
    return MovedLine(row=lines.row(key), before=before, after=lines.place(key))


def _delete(rows: "QuerySet[BudgetLine]") -> None:
    """Delete lines with all that stands in them. Two queries, however many.

    Nothing else points at a line, and all below these are among them: there is nothing to look for.
    """
    BudgetAmount.objects.filter(line__in=rows).delete()
    rows._raw_delete(rows.db)


def _edition(budget: Budget, keys: list[UUID]) -> int:
    """The highest edition of these lines and their cells. Two queries."""
    rows = budget.lines.filter(key__in=keys)
    named = rows.aggregate(Max("edition"), Max("label_edition"))
    cells = BudgetAmount.objects.filter(line__in=rows).aggregate(Max("edition"))
    return max(number or 0 for number in (*named.values(), *cells.values()))
