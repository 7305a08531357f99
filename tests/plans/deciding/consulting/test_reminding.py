"""Members are reminded once, and single links are revoked and sent anew."""

from datetime import timedelta

import pytest
from django.utils import timezone

from finsam.letters.models import Letter
from finsam.members.models import Member
from plans.deciding.consulting.links import address_of
from plans.deciding.consulting.reminding import CannotSend, remind, revoke_link, send_link
from plans.models import Consultation, Plan
from tests import factories
from tests.plans.deciding.consulting.cases import SITE, link, newest, opened

# WeasyPrint leaves its own colour profile open.
pytestmark = [
    pytest.mark.filterwarnings("ignore:.*sRGB2014:pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.django_db,
]


@pytest.fixture
def plan() -> Plan:
    plan = factories.draft_plan()
    opened(plan)
    return plan


def member(plan: Plan, name: str = "Kommunen") -> Member:
    return plan.federation.members.get(name__startswith=name)


def test_those_that_have_not_answered_are_reminded_with_the_same_link(plan: Plan) -> None:
    factories.answer(newest(plan), member(plan, "Region"))
    assert remind(newest(plan), site=SITE) == 1
    letter = Letter.objects.get(kind="consultation_reminder")
    assert letter.to_address == "kommun@berg.se"
    assert address_of(link(plan), SITE) in letter.body


def test_it_is_done_once(plan: Plan) -> None:
    remind(newest(plan), site=SITE)
    with pytest.raises(CannotSend, match=r"Medlemmarna påmindes .* Det görs en gång\."):
        remind(newest(plan), site=SITE)
    assert Letter.objects.filter(kind="consultation_reminder").count() == 2


def test_nobody_is_reminded_whose_link_is_revoked(plan: Plan) -> None:
    for name in ("Kommunen", "Region"):
        revoke_link(newest(plan), member(plan, name))
    with pytest.raises(CannotSend, match="ingen att påminna"):
        remind(newest(plan), site=SITE)
    assert newest(plan).reminded_at is None


def test_after_the_last_day_nothing_is_sent(plan: Plan) -> None:
    today = timezone.localdate()
    Consultation.objects.update(
        opened_on=today - timedelta(days=9), closes_on=today - timedelta(days=1)
    )
    with pytest.raises(CannotSend, match="Sista dagen att svara var"):
        remind(newest(plan), site=SITE)
    with pytest.raises(CannotSend, match="Sista dagen att svara var"):
        send_link(newest(plan), member(plan), site=SITE)


def test_nothing_is_sent_of_what_was_held_elsewhere() -> None:
    plan = factories.draft_plan()
    with pytest.raises(CannotSend, match="hölls på annat sätt"):
        remind(factories.consultation(plan), site=SITE)


def test_a_new_link_ends_the_one_before(plan: Plan) -> None:
    old = link(plan)
    new = send_link(newest(plan), member(plan), site=SITE)
    old.refresh_from_db()
    assert old.revoked_at is not None
    assert new.key != old.key
    assert address_of(new, SITE) in Letter.objects.latest("pk").body


def test_without_an_address_no_link_is_sent(plan: Plan) -> None:
    Member.objects.update(official_address="")
    with pytest.raises(CannotSend, match="har ingen officiell adress"):
        send_link(newest(plan), member(plan), site=SITE)
    assert link(plan).revoked_at is None


def test_there_is_one_link_to_revoke(plan: Plan) -> None:
    assert revoke_link(newest(plan), member(plan))
    assert not revoke_link(newest(plan), member(plan))
