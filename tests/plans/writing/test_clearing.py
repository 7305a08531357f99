"""Working material past its keeping time."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from finsam.federations.models import Federation
from finsam.traces.models import Trace
from plans.models import Change, Plan, Presence
from plans.writing.clearing import (
    clear,
    forget_presence,
    last_day,
    last_day_of,
    material_of,
)
from tests import factories

pytestmark = pytest.mark.django_db


def change(plan: Plan, at: datetime, action: str = "edited") -> Change:
    return Change.objects.create(
        plan=plan,
        kind="section",
        key=factories.key("aim"),
        action=action,
        person_name="Anna",
        before={"html": factories.SECRET},
        began_at=at - timedelta(days=700),
        changed_at=at,
    )


def edges(federation: Federation) -> tuple[datetime, datetime]:
    """The last moment that is past the keeping time, and the first that is not."""
    midnight = datetime.combine(
        last_day_of(federation) + timedelta(days=1), datetime.min.time()
    ).astimezone(timezone.get_default_timezone())
    return midnight - timedelta(microseconds=1), midnight


@pytest.mark.parametrize(
    ("months", "today", "said"),
    [
        (24, date(2025, 11, 26), date(2023, 11, 25)),
        (1, date(2025, 3, 31), date(2025, 2, 27)),
        (12, date(2024, 2, 29), date(2023, 2, 27)),
        (1, date(2025, 1, 1), date(2024, 11, 30)),
        (0, date(2025, 1, 1), date(2024, 12, 31)),
        (240, date(2025, 5, 5), date(2005, 5, 4)),
    ],
)
def test_the_last_day_past_so_many_months(months: int, today: date, said: date) -> None:
    assert last_day(months, today) == said


@pytest.mark.parametrize("make", [factories.draft_plan, factories.decided_plan])
def test_what_is_past_its_time_goes_and_the_rest_stays(make: object) -> None:
    plan = make()  # type: ignore[operator]
    past, kept = edges(plan.federation)
    change(plan, past)
    change(plan, past - timedelta(days=900), "removed")
    young = [change(plan, kept), change(plan, timezone.now(), "removed")]
    [cleared] = clear(federation=plan.federation)
    assert (cleared.count, cleared.until) == (2, last_day_of(plan.federation))
    assert [*plan.changes.order_by("pk")] == young


def test_the_federation_says_how_long() -> None:
    plan = factories.draft_plan()
    change(plan, timezone.now() - timedelta(days=70))
    assert clear(federation=plan.federation) == []
    plan.federation.keeping_months = 2
    assert [one.count for one in clear(federation=plan.federation)] == [1]


def test_clearing_leaves_a_trace_for_each_plan() -> None:
    plan, other = factories.draft_plan(), factories.draft_plan(year=2026)
    past, _ = edges(plan.federation)
    for each in (plan, other, other):
        change(each, past)
    clear(federation=plan.federation)
    until = str(last_day_of(plan.federation))
    found = [one.after or {} for one in Trace.objects.of(plan.federation.pk).kinds(["clearing"])]
    assert sorted((one["year"], one["count"], one["until"]) for one in found) == [
        (2025, 1, until),
        (2026, 2, until),
    ]


def test_clearing_nothing_leaves_no_trace() -> None:
    plan = factories.draft_plan()
    change(plan, timezone.now())
    assert clear(federation=plan.federation) == []
    assert not Trace.objects.filter(kind="clearing").exists()


def test_another_federations_material_stays() -> None:
    plan, other = factories.draft_plan(), factories.draft_plan("sorsjo")
    change(other, datetime(2010, 1, 1, tzinfo=UTC))
    assert clear(federation=plan.federation) == []
    assert other.changes.count() == 1


def test_what_there_is_of_each_plan() -> None:
    plan = factories.draft_plan()
    factories.draft_plan(year=2026)
    past, kept = edges(plan.federation)
    for at in (past, kept):
        change(plan, at)
    found = material_of(plan.federation)
    assert [(one.plan.year, one.count, one.oldest, one.past) for one in found] == [
        (2026, 0, None, 0),
        (2025, 2, past, 1),
    ]


def test_presence_is_forgotten_after_a_day() -> None:
    plan = factories.draft_plan()
    for email, hours in (("a@berg.se", 23), ("b@berg.se", 25)):
        seen_at = timezone.now() - timedelta(hours=hours)
        Presence.objects.create(plan=plan, user=factories.person(email=email), seen_at=seen_at)
    assert forget_presence() == 1
    assert [one.user.email for one in Presence.objects.all()] == ["a@berg.se"]
