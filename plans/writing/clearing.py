"""Working material past its keeping time: what there is of it, and how it goes."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.db.models import Count, Min, Q
from django.utils import timezone

from finsam.federations.models import Federation
from finsam.traces.happening import Operation
from finsam.traces.models import Trace
from plans.models import Change, Plan, Presence

PRESENCE_KEPT = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """A plan's working material: its changes, and how many of them are past their time."""

    plan: Plan
    count: int
    oldest: datetime | None
    past: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleared:
    """How many changes of a plan went, and the last day that they were of."""

    plan: Plan
    count: int
    until: date


def last_day(months: int, today: date) -> date:
    """The last day whose changes have been kept for so many months; a short month's last day."""
    whole = today.year * 12 + today.month - 1 - months
    year, month = whole // 12, whole % 12 + 1
    day = min(today.day, monthrange(year, month)[1])
    return date(year, month, day) - timedelta(days=1)


def last_day_of(federation: Federation) -> date:
    """The last day whose changes are past the federation's keeping time."""
    return last_day(federation.keeping_months, timezone.localdate())


def material_of(federation: Federation) -> list[Material]:
    """The working material of each of its plans, newest first. One query."""
    end = _end_of(last_day_of(federation))
    plans = Plan.objects.filter(federation=federation).annotate(
        count=Count("changes"),
        oldest=Min("changes__changed_at"),
        past=Count("changes", filter=Q(changes__changed_at__lt=end)),
    )
    return [
        Material(plan=plan, count=plan.count, oldest=plan.oldest, past=plan.past)
        for plan in plans.order_by("-year")
    ]


@transaction.atomic
def clear(*, federation: Federation) -> list[Cleared]:
    """Remove the changes past the federation's keeping time, and leave a trace of it for each plan.

    Younger ones stay, whatever the plan's state. A change that somebody went on with counts from
    when it was last written.
    """
    until = last_day_of(federation)
    gone = [
        cleared
        for plan in Plan.objects.filter(federation=federation).order_by("-year")
        if (cleared := _clear_plan(plan, until)).count
    ]
    _leave_traces(federation, gone)
    return gone


def forget_presence() -> int:
    """Remove who had a plan open more than a day ago; how many."""
    long_ago = timezone.now() - PRESENCE_KEPT
    return Presence.objects.filter(seen_at__lt=long_ago).delete()[0]


def _clear_plan(plan: Plan, until: date) -> Cleared:
    past = Change.objects.filter(plan=plan, changed_at__lt=_end_of(until))
    return Cleared(plan=plan, count=past.delete()[0], until=until)


def _leave_traces(federation: Federation, gone: Sequence[Cleared]) -> None:
    Trace.objects.bulk_create(
        Trace(
            federation=federation.pk,
            kind="clearing",
            operation=Operation.REMOVED,
            row=one.plan.pk,
            after={"year": one.plan.year, "count": one.count, "until": one.until},
        )
        for one in gone
    )


def _end_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time()))
