"""Changes of the budget as they are read: each cell, and what was said of a column."""

from collections.abc import Iterator, Mapping
from typing import Any

from budgets.formatting import EMPTY, with_unit
from budgets.labels import COLUMN_KINDS
from budgets.sheet import ColumnKind, Unit
from plans.document.comparison.words import marked_plain
from plans.models import Change, Plan
from plans.writing.budget_columns import COLUMN
from plans.writing.cells import CELLS

MOST = 20
"""How many cells of one change are shown; the others are counted."""

Read = tuple[str, str]
"""A label, and before and after as marked HTML."""


def budget_differences(plan: Plan, change: Change) -> tuple[Read, ...]:
    """What was changed in the budget, with what it was and what it became."""
    unit = Unit(plan.budget.unit) if plan.budget else Unit.KR
    if change.kind == CELLS:
        return tuple(_cells(change, unit))
    if change.kind == COLUMN and change.action == Change.Action.EDITED:
        return tuple(_column(change.before or {}, change.after or {}, unit))
    return ()


def _cells(change: Change, unit: Unit) -> Iterator[Read]:
    before, after = ((side or {}).get(CELLS, ()) for side in (change.before, change.after))
    for was, became in list(zip(before, after, strict=True))[:MOST]:
        label = became["name"] if len(after) > 1 else ""
        yield label, marked_plain(_cell(was, unit), _cell(became, unit))
    if len(after) > MOST:
        yield f"och {len(after) - MOST} till", ""


def _cell(stored: Mapping[str, Any], unit: Unit) -> str:
    return str(stored["unread"] or with_unit(stored["amount"], unit))


def _column(before: Mapping[str, Any], after: Mapping[str, Any], unit: Unit) -> Iterator[Read]:
    labels = {"year": "År", "kind": "Slag", "opening": "Ingående eget kapital"}
    labels |= {"opening_source": "Källa", "opens_from": "Öppnar från"}
    for name, label in labels.items():
        was, became = (_said(name, side.get(name), unit) for side in (before, after))
        if was != became:
            yield label, marked_plain(was, became)


def _said(name: str, value: Any, unit: Unit) -> str:
    if name == "opening":
        return EMPTY if value is None else with_unit(int(value), unit)
    if name == "kind":
        return COLUMN_KINDS[ColumnKind(value)]
    return str(value or "")
