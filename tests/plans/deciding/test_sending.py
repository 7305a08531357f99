"""A version is sent once, to those who were chosen, with a letter each, or not at all."""

import threading

import pytest
from django.db import DataError, connection

from finsam.letters.models import Letter
from finsam.members.access import Refused
from finsam.members.models import User
from plans.deciding.sending import send_version
from plans.deciding.transition import Moved, last_seen
from plans.models import Plan, PlanVersion, Recipient
from tests import factories

# WeasyPrint leaves its own colour profile open.
pytestmark = pytest.mark.filterwarnings("ignore:.*sRGB2014:pytest.PytestUnraisableExceptionWarning")

BOARD = PlanVersion.Kind.BOARD


def send(plan: Plan, to: User, message: str = "", seen: int | None = None) -> PlanVersion:
    return send_version(
        plan,
        BOARD,
        people=[to],
        message=message,
        by=boss(),
        seen=last_seen(plan) if seen is None else seen,
        address="http://testserver/fjallbygden/2025/",
        without_consultation="Medlemmarna hörs sedan.",
    )


def boss() -> User:
    return User.objects.filter(is_superuser=True).first() or factories.administrator()


def kept() -> tuple[int, int, int]:
    return PlanVersion.objects.count(), Recipient.objects.count(), Letter.objects.count()


@pytest.fixture
def plan() -> Plan:
    return factories.draft_plan()


@pytest.fixture
def anna(plan: Plan) -> User:
    return factories.person("board", plan.federation)


@pytest.mark.django_db
def test_nothing_is_left_where_a_letter_cannot_be_written(plan: Plan, anna: User) -> None:
    with pytest.raises(DataError, match="NUL"):
        send(plan, anna, message="Ett tecken som ingen databas tar: \x00")
    assert kept() == (0, 0, 0)


@pytest.mark.django_db
def test_pressed_twice_it_is_sent_once(plan: Plan, anna: User) -> None:
    send(plan, anna, seen=0)
    with pytest.raises(Moved):
        send(plan, anna, seen=0)
    assert kept() == (1, 1, 1)


@pytest.mark.django_db
def test_a_plan_that_was_decided_meanwhile_is_not_sent(plan: Plan, anna: User) -> None:
    Plan.objects.filter(pk=plan.pk).update(status="decided")
    with pytest.raises(Refused):
        send(plan, anna)
    assert kept() == (0, 0, 0)


@pytest.mark.django_db
def test_sent_again_it_corrects_what_is_out(plan: Plan, anna: User) -> None:
    send(plan, anna)
    plan.refresh_from_db()
    version = send(plan, anna)
    assert (version.number, version.corrects) == (2, 1)
    assert version.label.endswith(", rättad")


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_is_sent_and_the_other_is_told(plan: Plan, anna: User) -> None:
    factories.administrator()
    start, told = threading.Barrier(2), list[Moved]()

    def sends() -> None:
        try:
            start.wait()
            send(plan, anna, seen=0)
        except Moved as moved:
            told.append(moved)
        finally:
            connection.close()

    threads = [threading.Thread(target=sends) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(told) == 1
    assert kept() == (1, 1, 1)
