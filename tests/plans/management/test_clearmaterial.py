"""`manage.py clearmaterial`."""

from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from finsam.federations.models import Federation
from finsam.traces.models import Trace
from plans.models import Change, Presence
from plans.writing.clearing import last_day_of
from tests import factories

pytestmark = pytest.mark.django_db


def command(*arguments: str) -> str:
    out = StringIO()
    call_command("clearmaterial", *arguments, stdout=out)
    return out.getvalue()


def old_change(slug: str) -> str:
    """A change long past its time; how the command tells of it."""
    plan = factories.draft_plan(slug)
    at = datetime(2010, 1, 1, tzinfo=UTC)
    Change.objects.create(
        plan=plan,
        kind="section",
        key=factories.key("aim"),
        began_at=at,
        changed_at=at,
        action="edited",
        person_name="Anna",
    )
    user = factories.person(email=f"anna@{slug}.se")
    Presence.objects.create(plan=plan, user=user, seen_at=timezone.now() - timedelta(days=2))
    return f"{slug} 2025: 1 ändringar till {last_day_of(plan.federation)}.\n"


def test_every_federations_material_past_its_time_goes() -> None:
    said = [old_change(slug) for slug in ("fjallbygden", "sorsjo")]
    assert command() == "".join(said)
    assert (Change.objects.count(), Presence.objects.count()) == (0, 0)
    assert Trace.objects.filter(kind="clearing").count() == 2
    assert command() == ""


def test_a_dry_run_says_the_same_and_removes_nothing() -> None:
    said = old_change("fjallbygden")
    assert command("--dry-run") == said
    assert (Change.objects.count(), Presence.objects.count()) == (1, 1)
    assert not Trace.objects.filter(kind="clearing").exists()


def test_what_is_kept_until_somebody_clears_it_is_not_cleared_by_night() -> None:
    old_change("fjallbygden")
    Federation.objects.update(keeping_months=0)
    assert (command("--dry-run"), command()) == ("", "")
    assert Change.objects.count() == 1
