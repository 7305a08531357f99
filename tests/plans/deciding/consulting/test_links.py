"""A link is good for what it was made for, and for nothing else."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import override_settings
from django.utils import timezone

from finsam.letters.models import Letter
from plans.deciding.consulting.links import is_right, link_at, token_of, why_closed
from plans.deciding.consulting.reminding import revoke_link
from plans.deciding.sending import take_back
from plans.deciding.transition import last_seen
from plans.models import Consultation, Plan
from tests import factories
from tests.plans.deciding.cases import ADDRESS, office, send
from tests.plans.deciding.consulting.cases import link, newest, opened

# WeasyPrint leaves its own colour profile open.
pytestmark = [
    pytest.mark.filterwarnings("ignore:.*sRGB2014:pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.django_db,
]


@pytest.fixture
def plan() -> Plan:
    return factories.draft_plan()


def why(plan: Plan, pk: int | None = None) -> str:
    found = link_at(link(plan).key)
    assert found
    return why_closed(found)


def test_the_token_is_the_keys_own() -> None:
    one, other = uuid4(), uuid4()
    assert is_right(one, token_of(one))
    assert not is_right(other, token_of(one))
    assert not is_right(one, token_of(one)[:-1])
    assert len(token_of(one)) == 64


def test_with_another_secret_it_is_wrong() -> None:
    key = uuid4()
    token = token_of(key)
    with override_settings(SECRET_KEY="another"):
        assert not is_right(key, token)


def test_sent_it_is_open(plan: Plan) -> None:
    opened(plan)
    assert why(plan) == ""


def test_on_the_last_day_it_is_open_and_the_day_after_it_is_not(plan: Plan) -> None:
    opened(plan, days=0)
    assert why(plan) == ""
    today = timezone.localdate()
    Consultation.objects.update(
        opened_on=today - timedelta(days=9), closes_on=today - timedelta(days=1)
    )
    assert why(plan) == f"Sista dagen att svara var {today - timedelta(days=1)}."


def test_revoked_it_is_closed(plan: Plan) -> None:
    opened(plan)
    member = plan.federation.members.get(key=link(plan).member_key)
    assert revoke_link(newest(plan), member)
    assert why(plan).startswith("Länken är återkallad.")


def test_a_corrected_version_closes_the_links_to_the_one_before(plan: Plan) -> None:
    opened(plan)
    old = link(plan)
    opened(plan, list(plan.federation.members.all()))
    found = link_at(old.key)
    assert found
    assert why_closed(found).startswith("Det finns en nyare version")
    assert why(plan) == ""


def test_taken_back_it_is_closed(plan: Plan) -> None:
    opened(plan)
    take_back(plan, reason="Fel siffra.", by=office(plan), seen=last_seen(plan), address=ADDRESS)
    assert why(plan).startswith("Planen är tillbaka hos kansliet")
    letters = Letter.objects.filter(kind="consultation_ended")
    assert {one.to_address for one in letters} == {"kommun@berg.se", "region@z.se"}
    assert "Fel siffra." in letters[0].body
    assert "http" not in letters[0].body


def test_a_plan_that_goes_to_the_board_meanwhile_is_still_answered(plan: Plan) -> None:
    opened(plan)
    send(plan, seen=last_seen(plan))
    assert why(plan) == ""
