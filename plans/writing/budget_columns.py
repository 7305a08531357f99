"""The budget's columns added, moved, edited and removed, with their history.

A column's new name is written wherever the plan says its old one: in what sections show, and in
the figures of texts.
"""

import re
from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import F
from pydantic import TypeAdapter

from budgets.editing import columns as editing
from budgets.editing.columns import EditedColumn, MovedColumn, RemovedColumn
from budgets.labels import COLUMN_KINDS
from budgets.models import BudgetColumn
from budgets.ordering import column_name
from budgets.returning import put_back_column as put_back
from budgets.returning import reopen_columns
from budgets.sheet import ColumnKind
from finsam.editions import Gone
from finsam.federations.money import kronor
from finsam.members.models import User
from plans.models import Change, Plan
from plans.writing.budget_lines import budget_of
from plans.writing.budget_shown import (
    refuse_if_cited,
    show_again,
    show_columns,
    showing_column,
)
from plans.writing.cells import ChangedSince
from plans.writing.history import record

COLUMN = "column"
COLUMNS = UUID("5f7f0f0e-3a6b-4f6e-9a53-0d1f5a2e6b11")
"""In which the columns, which have no key of their own, are named by their numbers."""

REMOVED = TypeAdapter(RemovedColumn)

Stored = Mapping[str, Any]


def column_key(pk: int) -> UUID:
    """By what the history knows a column, also when it is gone."""
    return uuid5(COLUMNS, str(pk))


def column_known_by(plan: Plan, key: UUID) -> BudgetColumn:
    """The column that the history knows by a key, whatever it is called now. Raises Gone."""
    rows = budget_of(plan).columns.all()
    found = next((row for row in rows if column_key(row.pk) == key), None)
    if found is None:
        raise Gone
    return found


@transaction.atomic
def add_column(
    plan: Plan, *, year: int, kind: ColumnKind, by: User, copy: str | None = None
) -> BudgetColumn:
    """A column, with the amounts of the one called `copy`.

    Raises Gone, Exists, TooManyColumns and YearOutside (`budgets.refusals`).
    """
    row = editing.add_column(budget_of(plan), year=year, kind=kind, copy=copy)
    _record(plan, row, Change.Action.ADDED, by, after={"name": f"{kind}-{year}"})
    return row


@transaction.atomic
def shift_column(plan: Plan, *, name: str, steps: int, by: User) -> MovedColumn:
    """Move a column left or right. Raises Gone."""
    moved = editing.shift_column(budget_of(plan), name=name, steps=steps)
    if moved.is_elsewhere:
        before, after = ({"name": name, "at": at} for at in (moved.before, moved.after))
        _record(plan, moved.row, Change.Action.MOVED, by, before=before, after=after)
    return moved


@transaction.atomic
def edit_column(plan: Plan, name: str, *, edition: int, by: User, **values: Any) -> EditedColumn:
    """Say a column's year, kind and opening, as `budgets.editing.columns.edit_column` does.

    Raises Gone, Exists, YearOutside and Stale.
    """
    edited = editing.edit_column(budget_of(plan), name, edition=edition, **values)
    if edited.renamed is not None:
        _rename(plan, *edited.renamed)
    if edited.is_changed:
        after = {**edited.after, "openings": {str(k): v for k, v in edited.openings.items()}}
        _record(plan, edited.row, Change.Action.EDITED, by, before=edited.before, after=after)
    return edited


@transaction.atomic
def edit_back(plan: Plan, change: Change, *, by: User) -> None:
    """Say of a column what was said before a change, on whatever stands. Raises Gone and Exists.

    What the change left as it was is left as it is, and so is what somebody has said otherwise
    since. Raises ChangedSince where that is all of it.
    """
    row = column_known_by(plan, change.key)
    before, after = change.before or {}, change.after or {}
    stands = {name: getattr(row, name) for name in editing.EDITED} | {
        "opening": kronor(row.opening)
    }
    changed = {name: value for name, value in before.items() if value != after[name]}
    back = {name: value for name, value in changed.items() if stands[name] == after[name]}
    if not back:
        raise ChangedSince
    values = stands | back
    kind = ColumnKind(values.pop("kind"))
    edit_column(plan, column_name(row), edition=row.edition, kind=kind, by=by, **values)
    openings = {int(pk): opens for pk, opens in after.get("openings", {}).items()}
    reopen_columns(budget_of(plan), openings)


@transaction.atomic
def remove_column(plan: Plan, *, name: str, by: User) -> Change:
    """Remove a column with what stands in it. Raises Gone, and Cited where a text shows a figure.

    Sections that show chosen columns show one less, and all where it was the last of those.
    """
    removed = editing.remove_column(budget_of(plan), name=name)
    refuse_if_cited(plan, columns=[name])
    showing = showing_column(plan, name)
    show_columns(
        plan, {key: [one for one in names if one != name] for key, names in showing.items()}
    )
    return record(
        plan,
        kind=COLUMN,
        key=column_key(removed.pk),
        name=_label(removed.column.kind, removed.column.year),
        action=Change.Action.REMOVED,
        by=by,
        before=REMOVED.dump_python(removed, mode="json") | {"sections": showing},
    )


@transaction.atomic
def put_back_column(plan: Plan, stored: Stored, *, by: User) -> BudgetColumn:
    """Put a removed column back with its amounts. Raises Exists where there is such a one."""
    removed = REMOVED.validate_python({n: v for n, v in stored.items() if n != "sections"})
    row = put_back(budget_of(plan), removed)
    show_again(plan, [removed.column.name], stored.get("sections", {}))
    _record(plan, row, Change.Action.ADDED, by, after={"name": removed.column.name})
    return row


def _record(
    plan: Plan,
    row: BudgetColumn,
    action: Change.Action,
    by: User,
    before: Stored | None = None,
    after: Stored | None = None,
) -> None:
    record(
        plan,
        kind=COLUMN,
        key=column_key(row.pk),
        name=_label(row.kind, row.year),
        action=action,
        by=by,
        before=before,
        after=after,
    )


def _label(kind: str, year: int) -> str:
    return f"{COLUMN_KINDS[ColumnKind(kind)]} {year}"


def _rename(plan: Plan, old: str, new: str) -> None:
    """Say a column's new name wherever the plan says the old one."""
    showing = showing_column(plan, old)
    show_columns(plan, {k: [new if one == old else one for one in n] for k, n in showing.items()})
    figure = re.compile(rf'(data-figure="[^"/]+/){re.escape(old)}"')
    for rows in (plan.sections, plan.goal_map.interventions):
        for pk, html in rows.filter(html__contains=f'/{old}"').values_list("pk", "html"):
            # Who writes in the text has it as it was: another edition than the one that stands.
            said = figure.sub(rf'\g<1>{new}"', html)
            rows.filter(pk=pk).update(html=said, edition=F("edition") + 1)
