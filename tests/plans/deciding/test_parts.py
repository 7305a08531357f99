"""A plan and its budget that the board decides apart."""

from datetime import date
from typing import Any

import pytest
from django.utils import timezone

from finsam.letters.models import Letter
from plans.deciding.approving import approve
from plans.deciding.parts import decided_parts, open_subjects
from plans.deciding.reading import content_of_version
from plans.deciding.recording import handed_out
from plans.deciding.revising import cancel_revision, in_force, revise
from plans.deciding.transition import Incomplete, last_seen
from plans.deciding.workflow import Act
from plans.models import Plan, PlanVersion
from tests.plans.deciding.cases import ADDRESS, approval, before_board, office, record, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan() -> Plan:
    return before_board()


def decide(plan: Plan, subject: str, **more: Any) -> PlanVersion:
    """The part is decided; the version that was kept of it."""
    plan.refresh_from_db()
    passage = approve(approval(plan, record(plan, subject=subject, **more)))
    plan.refresh_from_db()
    return plan.versions.get(number=passage.version or 0)


def test_the_budget_is_decided_and_the_rest_stays_with_the_board(plan: Plan) -> None:
    version = decide(plan, "budget")
    assert plan.status == "review"
    assert plan.passages.last().act == Act.APPROVE_PART  # type: ignore[union-attr]
    assert version.label == f"Budgeten beslutad {timezone.localdate()}"
    assert (decided_parts(plan), open_subjects(plan)) == ({"budget"}, ["plan"])
    assert in_force(plan) is None
    letter = Letter.objects.filter(kind="part_decided").first()
    assert letter and "Budgeten i Skymningsplanen 2025 är beslutad." in letter.body


def test_with_the_other_part_the_plan_is_decided(plan: Plan) -> None:
    decide(plan, "budget")
    version = decide(plan, "plan")
    assert plan.status == "decided"
    today = timezone.localdate()
    subjects = [decision.subject for decision in content_of_version(version).decisions]
    assert sorted(subjects) == ["budget", "plan"]
    assert [str(one) for one in plan.decisions.values_list("decided_on", flat=True)] == [
        str(today),
        str(today),
    ]
    assert in_force(plan) == version


def test_what_was_decided_of_the_budget_at_the_table_stands_when_the_plan_is_decided(
    plan: Plan,
) -> None:
    amounts = plan.budget.lines.first().amounts  # type: ignore[union-attr]
    amounts.update(amount=400_000)
    decide(plan, "budget", with_changes=True)
    amounts.update(amount=999_000)
    version = decide(plan, "plan")
    sheet = content_of_version(version).budget
    assert sheet and list(sheet.income[0].amounts.values()) == [400_000]
    assert int(amounts.get().amount.amount) == 400_000


def test_the_same_part_is_not_decided_twice_in_a_round(plan: Plan) -> None:
    decide(plan, "budget")
    assert "budget" not in open_subjects(plan)
    assert [version.kind for version in handed_out(plan)] == ["board"]


def test_a_new_round_begins_with_the_revision(plan: Plan) -> None:
    decide(plan, "budget")
    decide(plan, "plan")
    revise(plan, by=office(plan), seen=last_seen(plan))
    plan.refresh_from_db()
    assert (decided_parts(plan), open_subjects(plan)) == (frozenset(), ["both", "plan", "budget"])
    send(plan)
    plan.refresh_from_db()
    plan.decisions.update(decided_on=date(2024, 11, 28))
    version = decide(plan, "budget")
    assert (version.kind, version.label[:18]) == ("part", "Budgeten reviderad")
    with pytest.raises(Incomplete, match="redan beslutat om en del"):
        cancel_revision(
            plan, reason="Inget mer.", by=office(plan), seen=last_seen(plan), address=ADDRESS
        )


def test_the_text_beside_a_decided_budget_is_what_the_board_was_handed(plan: Plan) -> None:
    amounts = plan.budget.lines.first().amounts  # type: ignore[union-attr]
    amounts.update(amount=400_000)
    Plan.objects.filter(pk=plan.pk).update(title="Det som skrivs nu")
    content = content_of_version(decide(plan, "budget", with_changes=True))
    assert content.title == "Skymningsplanen 2025"
    assert content.budget
    assert list(content.budget.income[0].amounts.values()) == [400_000]


def test_a_part_is_read_by_the_board_and_is_not_in_force(plan: Plan) -> None:
    version = decide(plan, "budget")
    assert (version.kind, in_force(plan)) == ("part", None)
    assert "chair@berg.se" in version.recipients.values_list("address", flat=True)


def test_what_was_filled_in_before_a_corrected_version_is_read_again(plan: Plan) -> None:
    given = approval(plan, record(plan))
    send(plan)
    plan.records.update(asked_at=timezone.now())
    plan.refresh_from_db()
    given = approval(plan, plan.records.get())
    with pytest.raises(Incomplete, match="ny version sedan"):
        approve(given)


def test_a_part_alone_is_nothing_to_go_back_to(plan: Plan) -> None:
    decide(plan, "budget")
    with pytest.raises(Incomplete, match="Ingen beslutad version gäller"):
        cancel_revision(plan, reason="Nej.", by=office(plan), seen=last_seen(plan), address=ADDRESS)
