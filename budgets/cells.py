"""Filling in cells: each with an edition, so that nobody overwrites what they have not seen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from budgets.models import Budget, BudgetAmount
from budgets.ordering import column_name
from budgets.sheet import Line, Sheet
from finsam.editions import Gone
from finsam.rows import upsert

Place = tuple[UUID, str]
"""A cell by its line's key and its column's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What is in a cell: an amount in kr, or text that is none, or nothing.

    `edition` is the one that it was written on, 0 where it had never been filled in.
    """

    line: UUID
    column: str
    amount: int | None = None
    unread: str = ""
    edition: int = 0

    @property
    def place(self) -> Place:
        return self.line, self.column

    def says(self, other: "Cell") -> bool:
        """Whether both hold the same."""
        return (self.amount, self.unread) == (other.amount, other.unread)


class StaleCells(Exception):
    """Somebody else has filled in some of the cells since: what stands in those now."""

    def __init__(self, standing: Sequence[Cell]) -> None:
        super().__init__(f"{len(standing)} cells stand otherwise")
        self.standing = standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """The cells that changed, before and after, and all that were asked for as they stand now."""

    before: tuple[Cell, ...]
    after: tuple[Cell, ...]
    standing: tuple[Cell, ...]


def fill(budget: Budget, wanted: Sequence[Cell]) -> Filled:
    """Fill in cells, all or none. At most five queries; needs a transaction and the lock.

    The same again is no change, whatever the edition. Raises StaleCells, and Gone where a line
    or column is not there or a line has lines below it.
    """
    before = standing(budget, [cell.place for cell in wanted])
    changed = [cell for cell in wanted if not cell.says(before[cell.place])]
    rows = _Rows(budget, wanted)
    stale = [before[c.place] for c in changed if c.edition != before[c.place].edition]
    if stale:
        raise StaleCells(stale)
    after = [replace(cell, edition=cell.edition + 1) for cell in changed]
    rows.write(after)
    return Filled(
        before=tuple(before[cell.place] for cell in changed),
        after=tuple(after),
        standing=tuple((before | {cell.place: cell for cell in after}).values()),
    )


def standing(budget: Budget, places: Iterable[Place]) -> dict[Place, Cell]:
    """What stands in these cells. One query."""
    asked = dict.fromkeys(places)
    lines = {line for line, _ in asked}
    found = {cell.place: cell for cell in _cells(budget, lines)}
    return {place: found.get(place) or Cell(line=place[0], column=place[1]) for place in asked}


def editions(budget: Budget) -> dict[Place, int]:
    """The edition of every cell that has ever been filled in. One query."""
    rows = BudgetAmount.objects.filter(line__budget=budget)
    values = rows.values_list("line__key", "column__kind", "column__year", "edition")
    return {(key, f"{kind}-{year}"): edition for key, kind, year, edition in values}


def with_cells(sheet: Sheet, cells: Iterable[Cell]) -> Sheet:
    """The sheet as it is when these cells are filled in."""
    by_line: dict[UUID, list[Cell]] = {}
    for cell in cells:
        by_line.setdefault(cell.line, []).append(cell)

    def filled(lines: Iterable[Line]) -> tuple[Line, ...]:
        return tuple(
            replace(_filled(line, by_line.get(line.key, ())), lines=filled(line.lines))
            for line in lines
        )

    return replace(
        sheet,
        income=filled(sheet.income),
        costs=filled(sheet.costs),
        financial=filled(sheet.financial),
    )


def _filled(line: Line, cells: Iterable[Cell]) -> Line:
    amounts, unread = dict(line.amounts), dict(line.unread)
    for cell in cells:
        amounts.pop(cell.column, None)
        unread.pop(cell.column, None)
        if cell.amount is not None:
            amounts[cell.column] = cell.amount
        elif cell.unread:
            unread[cell.column] = cell.unread
    return replace(line, amounts=amounts, unread=unread)


def _cells(budget: Budget, lines: Iterable[UUID]) -> Iterable[Cell]:
    rows = BudgetAmount.objects.filter(line__budget=budget, line__key__in=lines)
    names = ("line__key", "column__kind", "column__year", "amount", "unread", "edition")
    for key, kind, year, amount, unread, edition in rows.values_list(*names):
        yield Cell(
            line=key,
            column=f"{kind}-{year}",
            amount=None if amount is None else int(amount),
            unread=unread,
            edition=edition,
        )


class _Rows:
    """The lines and columns that cells stand in. Two queries. Raises Gone where one is not there.

    Lines that have lines below them are sums, and have no cells.
    """

    def __init__(self, budget: Budget, cells: Sequence[Cell]) -> None:
        keys = {cell.line for cell in cells}
        self.lines = {row.key: row for row in budget.lines.filter(key__in=keys, lines=None)}
        self.columns = {column_name(row): row for row in budget.columns.all()}
        if not keys <= set(self.lines) or not {c.column for c in cells} <= set(self.columns):
            raise Gone

    def write(self, cells: Iterable[Cell]) -> None:
        """Store what is in cells. One query."""
        values = (
            {
                "line": self.lines[cell.line],
                "column": self.columns[cell.column],
                "amount": cell.amount,
                "unread": cell.unread,
                "edition": cell.edition,
            }
            for cell in cells
        )
        upsert(BudgetAmount, ("line", "column"), values)
