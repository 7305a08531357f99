"""What sources print otherwise than the budget, accepted or made up for, with its history."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.db import transaction

from budgets.arithmetic import figures
from budgets.differing import Difference, differences
from budgets.editing.printed import Kept
from budgets.editing.printed import accept_printed as accept
from budgets.layout import SUMMED
from budgets.models import BudgetLine
from budgets.reading import sheet_of
from budgets.returning import put_back_printed as put_back
from budgets.sheet import ComputedRow, Printed
from finsam.editions import Gone
from finsam.members.models import User
from plans.models import Change, Plan
from plans.writing.budget_lines import add_line, budget_of
from plans.writing.cells import fill_in
from plans.writing.history import record
from plans.writing.units import WHOLE

PRINTED = "printed"

Stored = Sequence[Mapping[str, Any]]


@transaction.atomic
def accept_printed(plan: Plan, *, row: str, column: str, source: str, by: User) -> Change:
    """The budget's figure is right: what the source printed is forgotten. Raises Gone."""
    kept = accept(budget_of(plan), row=row, column=column, source=source)
    return _accepted(plan, [kept], by)


@transaction.atomic
def accept_all(plan: Plan, *, by: User) -> int:
    """Every figure of the budget is right: how many of sources were forgotten."""
    kept = [
        accept(budget_of(plan), row=p.row, column=p.column, source=p.source)
        for p in (one.printed for one in _differences(plan))
    ]
    if kept:
        _accepted(plan, kept, by)
    return len(kept)


@transaction.atomic
def exchange_printed(plan: Plan, forgotten: Stored, kept: Stored, *, by: User) -> None:
    """Forget some of what sources printed and keep other again.

    Raises Exists where it is kept already, and Gone where it, its row or its column is not there.
    """
    gone = [
        accept(
            budget_of(plan), **{name: one["printed"][name] for name in ("row", "column", "source")}
        )
        for one in forgotten
    ]
    for one in kept:
        printed = Printed(**one["printed"])
        put_back(budget_of(plan), Kept(printed=printed, position=one["position"]))
    _record(plan, _stored(gone), kept, by)


@transaction.atomic
def add_missing(
    plan: Plan, *, row: str, column: str, source: str, label: str, by: User
) -> BudgetLine:
    """A line that was forgotten in a sum, with what is missing in it. Raises Gone."""
    wanted = (row, column, source)
    one = next((d for d in _differences(plan) if _place(d.printed) == wanted), None)
    if one is None or not one.may_miss_line:
        raise Gone
    if row in SUMMED:
        line = add_line(plan, label=label, side=SUMMED[ComputedRow(row)], by=by)
    else:
        line = add_line(plan, label=label, parent=UUID(row), by=by)
    fill_in(plan, line=line.key, column=column, kr=one.missing, by=by)
    return line


def _differences(plan: Plan) -> Sequence[Difference]:
    sheet = sheet_of(budget_of(plan))
    return differences(sheet, figures(sheet))


def _place(printed: Printed) -> tuple[str, str, str]:
    return printed.row, printed.column, printed.source


def plain_figure(printed: Printed) -> dict[str, Any]:
    """A printed figure as the history keeps it."""
    return asdict(printed)


def _accepted(plan: Plan, kept: Iterable[Kept], by: User) -> Change:
    return _record(plan, _stored(kept), [], by)


def _stored(kept: Iterable[Kept]) -> Stored:
    return [{"printed": asdict(one.printed), "position": one.position} for one in kept]


def _record(plan: Plan, before: Stored, after: Stored, by: User) -> Change:
    count = len(before) + len(after)
    return record(
        plan,
        kind=PRINTED,
        key=WHOLE,
        name=f"{count} {'siffra' if count == 1 else 'siffror'} ur källan",
        action=Change.Action.EDITED,
        by=by,
        before={PRINTED: list(before)},
        after={PRINTED: list(after)},
    )
