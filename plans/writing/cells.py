"""The budget's cells filled in, with the history that brings them back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db import transaction

from budgets.cells import Cell, fill, standing, with_cells
from budgets.labels import column_label, line_label
from budgets.models import Budget
from budgets.ordering import lock
from budgets.parsing import LONGEST, Unread, parse
from budgets.reading import sheet_of
from budgets.sheet import CostSign, Line, Sheet, Side, Unit
from finsam.editions import Gone
from finsam.members.models import User
from plans.models import Change, Plan
from plans.writing.history import record
from plans.writing.units import WHOLE

CELLS = "cells"
"""The kind of such a change; its key is the line's, or WHOLE where there are several."""


class ChangedSince(Exception):
    """None of the cells that would be brought back are as the change left them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedCell:
    """What was typed in a cell, and the edition that it was typed on.

    `unit` and `cost_sign` are what the page showed then, where it says so: somebody may have
    chosen others since.
    """

    line: UUID
    column: str
    text: str
    edition: int
    unit: Unit | None = None
    cost_sign: CostSign | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledIn:
    """The budget as it is now, and the change; None where all stood as it was typed."""

    sheet: Sheet
    change: Change | None


@transaction.atomic
def type_cells(plan: Plan, typed: Sequence[TypedCell], *, by: User) -> FilledIn:
    """Fill in cells as they were typed, all or none; what is no amount is kept as text.

    A fixed number of queries. Raises StaleCells, and Gone where a line or column is not there.
    """
    budget = _locked(plan)
    sheet = sheet_of(budget)
    reader = _Reader(sheet)
    return _fill(plan, budget, sheet, [reader.cell(one) for one in typed], by)


def is_filled_in(plan: Plan, typed: TypedCell) -> bool:
    """Whether a cell stands as it was typed. Raises Gone."""
    if plan.budget is None:
        raise Gone
    budget = plan.budget
    cell = _Reader(sheet_of(budget)).cell(typed)
    return standing(budget, [cell.place])[cell.place].says(cell)


@transaction.atomic
def fill_in(plan: Plan, *, line: UUID, column: str, kr: int, by: User) -> FilledIn:
    """Fill in one cell with an amount in kr, on whatever stands. Raises Gone."""
    budget = _locked(plan)
    edition = standing(budget, [(line, column)])[line, column].edition
    cell = Cell(line=line, column=column, amount=kr, edition=edition)
    return _fill(plan, budget, sheet_of(budget), [cell], by)


@transaction.atomic
def fill_cells(plan: Plan, cells: Sequence[Cell], *, by: User) -> FilledIn:
    """Fill in cells, all or none. Raises StaleCells and Gone."""
    budget = _locked(plan)
    return _fill(plan, budget, sheet_of(budget), cells, by)


@transaction.atomic
def bring_back(plan: Plan, change: Change, *, by: User) -> FilledIn:
    """Make the cells of a change what they were before it, those that still are as it left them.

    Raises ChangedSince where none are.
    """
    budget = _locked(plan)
    before, after = _stored(change.before), _stored(change.after)
    now = standing(budget, after)
    back = [
        replace(before[place], edition=now[place].edition)
        for place, cell in after.items()
        if now[place].says(cell)
    ]
    if not back:
        raise ChangedSince
    return _fill(plan, budget, sheet_of(budget), back, by)


class _Reader:
    """Reads what is typed in one sheet's unit and signs. Raises Gone."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.sides = {line.key: side for side, line in sheet.walk()}

    def cell(self, typed: TypedCell) -> Cell:
        side = self.sides.get(typed.line)
        if side is None:
            raise Gone
        sign = typed.cost_sign or self.sheet.cost_sign
        negate = side is Side.COST and sign is CostSign.NEGATIVE
        read = parse(typed.text, typed.unit or self.sheet.unit, negate)
        cell = Cell(line=typed.line, column=typed.column, edition=typed.edition)
        if isinstance(read, Unread):
            # The database keeps no zero characters.
            return replace(
                cell, unread=typed.text.replace("\0", "\N{REPLACEMENT CHARACTER}").strip()[:LONGEST]
            )
        return replace(cell, amount=read.kr)


def _locked(plan: Plan) -> Budget:
    if plan.budget is None:
        raise Gone
    lock(plan.budget)
    return plan.budget


def _fill(plan: Plan, budget: Budget, sheet: Sheet, cells: Sequence[Cell], by: User) -> FilledIn:
    filled = fill(budget, cells)
    now = with_cells(sheet, filled.standing)
    if not filled.after:
        return FilledIn(sheet=now, change=None)
    names = _Names(sheet)
    change = record(
        plan,
        kind=CELLS,
        key=filled.after[0].line if len(filled.after) == 1 else WHOLE,
        name=names.of(filled.after),
        action=Change.Action.EDITED,
        by=by,
        before={CELLS: names.stored(filled.before)},
        after={CELLS: names.stored(filled.after)},
    )
    return FilledIn(sheet=now, change=change)


class _Names:
    """What cells are called in the history, also when their line or column is gone."""

    def __init__(self, sheet: Sheet) -> None:
        self.lines: Mapping[UUID, Line] = {line.key: line for _, line in sheet.walk()}
        self.columns = {column.name: column_label(column) for column in sheet.columns}

    def of(self, cells: Sequence[Cell]) -> str:
        """The one cell's name, or how many they are."""
        return self._name(cells[0]) if len(cells) == 1 else f"{len(cells)} belopp"

    def stored(self, cells: Iterable[Cell]) -> list[dict[str, Any]]:
        """The cells as they stand in the history."""
        return [
            {
                "line": str(cell.line),
                "column": cell.column,
                "name": self._name(cell),
                "amount": cell.amount,
                "unread": cell.unread,
            }
            for cell in cells
        ]

    def _name(self, cell: Cell) -> str:
        line = self.lines.get(cell.line)
        label = line_label(line) if line else ""
        return f"{label or 'Rad utan namn'}, {self.columns.get(cell.column, cell.column)}"


def _stored(values: Any) -> dict[tuple[UUID, str], Cell]:
    """The cells of one side of a change, by their places."""
    cells = (
        Cell(
            line=UUID(one["line"]),
            column=one["column"],
            amount=one["amount"],
            unread=one["unread"],
        )
        for one in (values or {}).get(CELLS, ())
    )
    return {cell.place: cell for cell in cells}
