"""A record is approved: the plan is decided, or goes back, and nothing between."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import DatabaseError, connections, transaction
from django.utils import timezone

from finsam.letters.models import Letter
from finsam.members.access import Refused
from plans.deciding.approving import approve
from plans.deciding.recording import Rewritten
from plans.deciding.sending import take_back
from plans.deciding.transition import Incomplete, Moved, last_seen
from plans.models import Decision, DecisionFile, DecisionRecord, Plan, PlanVersion
from plans.writing.filing import PdfFile
from tests import factories
from tests.plans.deciding import cases

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan() -> Plan:
    return cases.before_board()


def standing(plan: Plan) -> tuple[str, int, int, int]:
    """What there is of a decision: state, decisions, decided versions, letters about it."""
    plan.refresh_from_db()
    return (
        plan.status,
        plan.decisions.count(),
        plan.versions.in_force().count(),
        Letter.objects.filter(kind="plan_decided").count(),
    )


NOTHING = ("review", 0, 0, 0)


def test_the_chair_decides_by_one_press(plan: Plan) -> None:
    approve(cases.approval(plan, cases.record(plan)))
    assert standing(plan) == ("decided", 1, 1, 1)
    version = plan.versions.in_force().get()
    assert version.label == f"Beslutad {date.today()}"
    assert version.made_by == "chair@berg.se"
    letter = Letter.objects.get(kind="plan_decided")
    assert letter.to_address == "chef@berg.se"
    assert "att fastställa planen: bifall" in letter.body


def test_the_version_is_called_by_the_federations_word(plan: Plan) -> None:
    plan.federation.decision_word = "settled"
    plan.federation.save()
    approve(cases.approval(plan, cases.record(plan)))
    label = PlanVersion.objects.in_force().get().label
    assert label == f"Fastställd {timezone.localdate()}"


def test_what_is_decided_is_the_version_that_the_board_had(plan: Plan) -> None:
    sent = plan.title
    Plan.objects.filter(pk=plan.pk).update(title="Skrivet sedan")
    approve(cases.approval(plan, cases.record(plan)))
    plan.refresh_from_db()
    assert (plan.title, plan.versions.in_force().get().title) == (sent, sent)


def test_with_changes_it_is_the_working_copy(plan: Plan) -> None:
    Plan.objects.filter(pk=plan.pk).update(title="Ändrad vid bordet")
    approve(cases.approval(plan, cases.record(plan, with_changes=True)))
    version = plan.versions.in_force().get()
    assert (version.title, version.note) == ("Ändrad vid bordet", "Med styrelsens ändringar.")


def test_sharing_the_draft_ends(plan: Plan) -> None:
    plan.shares.create(group="economist", level="read", shared_by="Kansliet")
    approve(cases.approval(plan, cases.record(plan)))
    assert not plan.shares.exists()


def test_sent_back_it_is_a_draft_and_the_reason_is_told(plan: Plan) -> None:
    approve(cases.approval(plan, cases.referral(plan)))
    assert standing(plan) == ("draft", 0, 0, 0)
    assert "Mål 3 saknar mått." in Letter.objects.get(kind="plan_referred_back").body
    assert cases.send(plan).versions.order_by("-number")[0].corrects is None


def test_nobody_but_a_chair_approves(plan: Plan) -> None:
    given = cases.approval(plan, cases.record(plan), by=cases.office(plan))
    with pytest.raises(Refused):
        approve(given)
    assert standing(plan) == NOTHING


def test_the_chair_approves_what_was_asked_only(plan: Plan) -> None:
    with pytest.raises(Incomplete):
        approve(cases.approval(plan, cases.record(plan, asks=False)))
    assert standing(plan) == NOTHING


def test_the_chair_approves_what_was_read_only(plan: Plan) -> None:
    read = cases.record(plan)
    cases.record(plan, reservations="Bo Al reserverar sig.")
    with pytest.raises(Rewritten):
        approve(cases.approval(plan, read))
    assert standing(plan) == NOTHING


def test_after_a_corrected_version_the_chair_is_asked_anew(plan: Plan) -> None:
    given = cases.approval(plan, cases.record(plan))
    cases.send(plan)
    with pytest.raises(Moved, match="skickade planen till styrelsen"):
        approve(given)
    assert DecisionRecord.objects.get().asked_at is None


def test_where_the_chair_does_not_approve_here_the_office_adds_a_signed_file(plan: Plan) -> None:
    type(plan.federation).objects.update(chair_approves=False)
    read = cases.record(plan, asks=False)
    read.plan.federation.refresh_from_db()
    by_chair = cases.approval(plan, read)
    with pytest.raises((Refused, Incomplete)):
        approve(by_chair)
    file = PdfFile(name="blad.pdf", data=factories.pdf())
    approve(cases.approval(plan, read, by=cases.office(plan), signed=file))
    assert standing(plan)[:3] == ("decided", 1, 1)
    assert bytes(DecisionFile.objects.get().pdf) == file.data


def test_an_approved_record_is_never_changed(plan: Plan) -> None:
    approve(cases.approval(plan, cases.record(plan)))
    for touch in (
        lambda: DecisionRecord.objects.update(meeting="annat"),
        lambda: DecisionRecord.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            touch()


def attempt(step: object) -> str:
    try:
        step()  # type: ignore[operator]
    except (Moved, Refused) as told:
        return type(told).__name__
    else:
        return "done"
    finally:
        connections.close_all()


def at_once(*steps: object) -> list[str]:
    with ThreadPoolExecutor(len(steps)) as pool:
        return sorted(pool.map(attempt, steps))


@pytest.mark.django_db(transaction=True)
def test_of_two_who_press_at_once_one_decides_and_the_other_is_told() -> None:
    plan = cases.before_board()
    read = cases.record(plan)
    first = cases.approval(plan, read)
    second = cases.approval(plan, read, by=cases.chair(plan, "vice_chair"))
    assert at_once(lambda: approve(first), lambda: approve(second)) == ["Moved", "done"]
    assert (Decision.objects.count(), PlanVersion.objects.in_force().count()) == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_of_a_decision_and_a_corrected_version_exactly_one_is_done() -> None:
    plan = cases.before_board()
    given = cases.approval(plan, cases.record(plan))
    seen, by = last_seen(plan), cases.office(plan)
    done = at_once(lambda: approve(given), lambda: cases.send(plan, seen=seen, by=by))
    assert done == ["Moved", "done"]
    status, decisions, versions, _ = standing(plan)
    is_decided = int(status == "decided")
    assert (decisions, versions) == (is_decided, is_decided)
    sent = PlanVersion.objects.filter(kind="board").count()
    assert sent == 2 - is_decided
    assert (DecisionRecord.objects.get().asked_at is None) is not bool(is_decided)


@pytest.mark.django_db(transaction=True)
def test_deciding_and_taking_back_at_once_exactly_one_is_done() -> None:
    plan = cases.before_board()
    given = cases.approval(plan, cases.record(plan))
    by, seen = cases.office(plan), last_seen(plan)

    def back() -> None:
        take_back(plan, reason="Fel siffra.", by=by, seen=seen, address=cases.ADDRESS)

    done = at_once(lambda: approve(given), back)
    assert done == ["Moved", "done"]
    status, decisions, versions, letters = standing(plan)
    is_decided = int(status == "decided")
    assert (decisions, versions, letters) == (is_decided,) * 3
