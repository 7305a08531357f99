"""Saving one unit of a plan, with its history."""

from typing import Any
from uuid import UUID

from django.db import transaction

from finsam import editions
from finsam.editions import Gone, Saved, Stale, Values
from finsam.members.models import User
from plans.models import Change, Plan
from plans.writing.history import record
from plans.writing.pictures import with_own_pictures
from plans.writing.units import Unit


def save_unit(
    plan: Plan,
    unit: Unit,
    key: UUID,
    values: Values,
    *,
    edition: int,
    by: User,
    action: Change.Action = Change.Action.EDITED,
) -> Saved:
    """Save a unit that was written on an edition of it, and record the change.

    At most five queries, whatever the plan holds, and three more for pictures in the text. Raises
    Stale where somebody else has saved since, and Gone where the unit has been removed; what was
    written is then kept in the history, set aside, before anybody has chosen.
    """
    rows = unit.rows(plan, key)
    if "html" in values:
        values = {**values, "html": with_own_pictures(plan, values["html"])}
    try:
        with transaction.atomic():
            saved = editions.save(rows, values, edition=edition, counted_in=unit.counted_in)
            if saved.is_changed:
                _record(plan, unit, key, by, action, saved.before, saved.after)
    except Stale as stale:
        _record(plan, unit, key, by, Change.Action.SET_ASIDE, stale.current, values)
        raise
    except Gone:
        _record(plan, unit, key, by, Change.Action.SET_ASIDE, None, values)
        raise
    return saved


def is_saved(plan: Plan, unit: Unit, key: UUID, values: Values) -> bool:
    """Whether a unit stands as these values. One query."""
    try:
        _, current = editions.standing(unit.rows(plan, key), unit.names, unit.counted_in)
    except Gone:
        return False
    return current == dict(values)


def restore_values(plan: Plan, unit: Unit, key: UUID, stored: Values, *, by: User) -> Saved:
    """Make a unit what it was in the history, on top of whatever stands. Raises Gone."""
    rows = unit.rows(plan, key)
    values = {name: _python(rows.model, name, stored[name]) for name in unit.names}
    edition, _ = editions.standing(rows, unit.names, unit.counted_in)
    restored = Change.Action.RESTORED
    return save_unit(plan, unit, key, values, edition=edition, by=by, action=restored)


def _python(model: Any, name: str, value: Any) -> Any:
    """A value out of the history's JSON: a date, an amount, as its column has it."""
    return model._meta.get_field(name).to_python(value)


def _record(
    plan: Plan,
    unit: Unit,
    key: UUID,
    by: User,
    action: Change.Action,
    before: Values | None,
    after: Values,
) -> None:
    name = unit.rows(plan, key).values_list(unit.called, flat=True).first() or ""
    record(
        plan,
        kind=unit.kind,
        key=key,
        name=name,
        action=action,
        by=by,
        before=before,
        after=after,
    )
