"""The history of a plan's content: who did what to which thing, and what it was before."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from finsam.members.models import User
from plans.models import Change, Plan
from plans.writing.units import UNITS

JOINED_FOR = timedelta(minutes=10)
"""What one person goes on writing in one thing is one change, until they have been away."""

JOINED = {Change.Action.EDITED, Change.Action.SET_ASIDE}

Values = Mapping[str, Any]


def record(
    plan: Plan,
    *,
    kind: str,
    key: UUID,
    name: str,
    action: Change.Action,
    by: User,
    before: Values | None = None,
    after: Values | None = None,
) -> Change:
    """Keep what was done. At most two queries.

    Writing that the same person goes on with within ten minutes, and that nobody else has come
    between, stays one change: from what was before it began to what stands now. A tick or an
    option beside the text is a change of its own.
    """
    now = timezone.now()
    is_writing = action in JOINED and is_written(kind, after)
    last = _going_on(plan, kind, key, action, by, now) if is_writing else None
    if last is not None and is_written(kind, last.after):
        Change.objects.filter(pk=last.pk).update(after=after, changed_at=now, name=name[:300])
        last.after, last.changed_at = dict(after or {}), now
        return last
    return Change.objects.create(
        plan=plan,
        kind=kind,
        key=key,
        name=name[:300],
        action=action,
        person=by,
        person_name=str(by),
        before=before,
        after=after,
        began_at=now,
        changed_at=now,
    )


def is_written(kind: str, values: Values | None) -> bool:
    """Whether the values are those of a unit: what is chosen beside it is a change of its own."""
    return kind in UNITS and set(UNITS[kind].names) == set(values or ())


def _going_on(
    plan: Plan, kind: str, key: UUID, action: Change.Action, by: User, now: datetime
) -> Change | None:
    """The thing's latest change, if it is this person's and still going on."""
    last = plan.changes.of(key).filter(kind=kind).first()
    if last is None or (last.action, last.person_id) != (action, by.pk):
        return None
    return last if now - last.changed_at < JOINED_FOR else None
