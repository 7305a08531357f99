"""The history of a plan's content: who did what to which thing, and what it was before."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from finsam.members.models import User
from plans.models import Change, Plan

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
    between, stays one change: from what was before it began to what stands now.
    """
    now = timezone.now()
    last = _going_on(plan, kind, key, action, by, now) if action in JOINED else None
    # The same values, that is: a tick does not go on with what was chosen for the section.
    if last is not None and set(last.after or ()) != set(after or ()):
        last = None
    if last is not None:
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


def _going_on(
    plan: Plan, kind: str, key: UUID, action: Change.Action, by: User, now: datetime
) -> Change | None:
    """The thing's latest change, if it is this person's and still going on."""
    last = plan.changes.of(key).filter(kind=kind).first()
    if last is None or (last.action, last.person_id) != (action, by.pk):
        return None
    return last if now - last.changed_at < JOINED_FOR else None
