"""A decided plan from a file has its versions from the start."""

import pytest
from django.core.management import call_command

from budgets.arithmetic import Figures
from plans.deciding.importing import keep_decided
from plans.deciding.reading import content_of_version, document_of_version
from plans.models import Plan, PlanVersion
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_draft_has_none() -> None:
    assert keep_decided(factories.draft_plan()) == []


def test_a_decided_plan_is_kept_once() -> None:
    plan = factories.decided_plan()
    [version] = keep_decided(plan)
    assert (version.kind, version.label) == ("decided", "Beslutad 2024-11-28")
    assert keep_decided(plan) == []


def test_sodra_lapplands_plan_was_decided_and_then_revised() -> None:
    call_command("loadexamples", verbosity=0)
    plan = Plan.objects.get(federation__slug="sodra-lappland")
    decided, revised = plan.versions.order_by("number")
    assert (decided.label, revised.label) == ("Beslutad 2023-11-30", "Reviderad 2024-03-21")
    assert decided.note.startswith("Versionen är rekonstruerad")
    closings = [document_of_version(version).figures for version in (decided, revised)]
    assert [_closing(figures) for figures in closings] == [
        (1_046_000, 727_000),
        (1_346_000, 1_027_000),
    ]
    assert content_of_version(decided).decisions[-1].kind == "decided"
    assert PlanVersion.objects.count() == 3


def _closing(figures: Figures | None) -> tuple[int | None, ...]:
    assert figures is not None
    return tuple(figures.amount("closing_equity", name) for name in ("plan-2025", "plan-2026"))
