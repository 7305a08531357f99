"""A pasted range put into the budget as one step: amounts, new rows, what its sums said."""

from collections.abc import Iterator
from datetime import date

from django.db import transaction

from budgets.cells import Cell, standing
from budgets.editing.lines import RemovedLine
from budgets.models import Budget
from budgets.ordering import column_name, lock
from budgets.pasting.preview import Opened, Preview
from budgets.sheet import ColumnKind, Line, Printed, Side
from finsam.members.models import User
from plans.models import Change, Plan
from plans.writing import budget_columns, budget_lines, budget_printed
from plans.writing.budget_lines import budget_of
from plans.writing.cells import fill_cells
from plans.writing.history import record
from plans.writing.units import WHOLE

PASTE = "paste"
"""The kind of a paste that did more than fill in cells; its parts are changes of their own."""


@transaction.atomic
def save_paste(plan: Plan, preview: Preview, *, by: User) -> Change | None:
    """Do what the preview showed, made of the budget as it stands. None where that is nothing.

    Needs the budget's lock since the sheet was read. Raises Gone.
    """
    before = newest(plan)
    budget = budget_of(plan)
    lock(budget)
    for line in preview.added:
        _add(plan, budget, line, preview.added_to, by)
    for opened in preview.openings:
        _open(plan, budget, opened, by)
    fill_cells(plan, _cells(budget, preview), by=by)
    _print(plan, budget, preview.printed, by)
    return as_one(plan, before, by)


def pasted_source(day: date) -> str:
    """What a pasted sum's source is called."""
    return f"Underlaget som klistrades in {day:%Y-%m-%d}"


def _cells(budget: Budget, preview: Preview) -> list[Cell]:
    places = [(write.line, write.column) for write in preview.writes]
    now = standing(budget, places)
    return [
        Cell(
            line=write.line,
            column=write.column,
            amount=write.kr,
            unread=write.unread,
            edition=now[write.line, write.column].edition,
        )
        for write in preview.writes
    ]


def _add(plan: Plan, budget: Budget, tree: Line, to: object, by: User) -> None:
    """A new line with its amounts and all below it, last where new lines go."""
    side = to if isinstance(to, Side) else None
    place = {"side": side, "parent": None if side else str(to), "position": None}
    columns = {column_name(column): column.pk for column in budget.columns.all()}
    added = RemovedLine(tree=tree, place=place, columns=columns, edition=0, printed=())
    budget_lines.put_in_line(plan, added, by=by)


def _open(plan: Plan, budget: Budget, opened: Opened, by: User) -> None:
    [row] = [one for one in budget.columns.all() if column_name(one) == opened.column]
    budget_columns.edit_column(
        plan,
        opened.column,
        edition=row.edition,
        year=row.year,
        kind=ColumnKind(row.kind),
        opening=opened.kr,
        opening_source=opened.source,
        opens_from=row.opens_from,
        by=by,
    )


def _print(plan: Plan, budget: Budget, printed: tuple[Printed, ...], by: User) -> None:
    """What the pasted sums said, in place of what the same source said of them before."""
    if not printed:
        return
    first = budget.printed.count()
    kept = [
        {"printed": budget_printed.plain_figure(one), "position": first + number}
        for number, one in enumerate(printed)
    ]
    budget_printed.exchange_printed(plan, list(_replaced(budget, printed)), kept, by=by)


def _replaced(budget: Budget, printed: tuple[Printed, ...]) -> Iterator[dict[str, object]]:
    for one in printed:
        same = budget.printed.filter(row=one.row, column=one.column, source=one.source)
        if same.exists():
            yield {"printed": {"row": one.row, "column": one.column, "source": one.source}}


def newest(plan: Plan) -> int:
    """The number of the plan's newest change, 0 without any."""
    return plan.changes.order_by("-pk").values_list("pk", flat=True).first() or 0


def as_one(plan: Plan, before: int, by: User) -> Change | None:
    """What was done since as one change, to be undone as one."""
    parts = list(plan.changes.filter(pk__gt=before, person=by).order_by("pk"))
    if len(parts) < 2:
        return next(iter(parts), None)
    return record(
        plan,
        kind=PASTE,
        key=WHOLE,
        name="Inklistrat underlag",
        action=Change.Action.EDITED,
        by=by,
        after={"changes": [part.pk for part in parts]},
    )
