"""Taken back, a plan's links are closed once, and those that could answer are told once."""

import pytest

from finsam.letters.models import Letter
from plans.deciding.sending import take_back
from plans.deciding.transition import last_seen
from plans.models import ConsultationLink, Plan
from tests import factories
from tests.plans.deciding.cases import ADDRESS, office, send
from tests.plans.deciding.consulting.cases import opened

# WeasyPrint leaves its own colour profile open.
pytestmark = [
    pytest.mark.filterwarnings("ignore:.*sRGB2014:pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.django_db,
]


def back(plan: Plan) -> None:
    take_back(plan, reason="Fel.", by=office(plan), seen=last_seen(plan), address=ADDRESS)
    plan.refresh_from_db()


def test_members_are_told_once_also_where_the_plan_is_taken_back_again() -> None:
    plan = factories.draft_plan()
    opened(plan)
    back(plan)
    assert not ConsultationLink.objects.filter(revoked_at=None).exists()
    send(plan, seen=last_seen(plan))
    back(plan)
    assert Letter.objects.filter(kind="consultation_ended").count() == 2


def test_before_the_board_the_members_that_still_could_answer_are_told() -> None:
    plan = factories.draft_plan()
    opened(plan)
    send(plan, seen=last_seen(plan))
    back(plan)
    assert Letter.objects.filter(kind="consultation_ended").count() == 2
