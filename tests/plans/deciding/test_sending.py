"""A version is sent once, to those who were chosen, with a letter each, or not at all."""

import threading
from datetime import date

import pytest
from django.db import DataError, connection

from finsam.letters.models import Letter
from finsam.members.models import User
from plans.deciding.sending import send_version
from plans.deciding.versions import Overtaken, Stamp
from plans.models import Plan, PlanVersion, Recipient
from tests import factories

# WeasyPrint leaves its own colour profile open.
pytestmark = pytest.mark.filterwarnings("ignore:.*sRGB2014:pytest.PytestUnraisableExceptionWarning")

BOARD = Stamp(kind=PlanVersion.Kind.BOARD, dated_on=date(2024, 11, 15), by="Kansliet")


def send(plan: Plan, to: User, message: str = "", seen: int | None = None) -> PlanVersion:
    address = "http://testserver/fjallbygden/2025/"
    return send_version(plan, BOARD, people=[to], message=message, address=address, seen=seen)


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
    with pytest.raises(Overtaken):
        send(plan, anna, seen=0)
    assert kept() == (1, 1, 1)


@pytest.mark.django_db
def test_a_plan_that_was_decided_meanwhile_is_not_sent(plan: Plan, anna: User) -> None:
    Plan.objects.filter(pk=plan.pk).update(status="decided")
    with pytest.raises(Overtaken):
        send(plan, anna)
    assert kept() == (0, 0, 0)


@pytest.mark.django_db
def test_what_it_corrects_is_the_newest_of_its_kind(plan: Plan, anna: User) -> None:
    factories.version(plan, "board")
    factories.version(plan, "consultation")
    version = send(plan, anna)
    assert (version.number, version.corrects) == (3, 1)
    assert version.label == "Förslag till styrelsen 2024-11-15, rättad"


@pytest.mark.django_db(transaction=True)
def test_two_at_once_are_two_versions_with_a_letter_each(plan: Plan, anna: User) -> None:
    bo = factories.person("board", plan.federation, email="bo@berg.se")
    start = threading.Barrier(2)

    def sends(to: User) -> None:
        try:
            start.wait()
            send(plan, to)
        finally:
            connection.close()

    threads = [threading.Thread(target=sends, args=[to]) for to in (anna, bo)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    first, second = PlanVersion.objects.order_by("number")
    assert (first.number, second.number) == (1, 2)
    assert (first.corrects, second.corrects) == (None, 1)
    assert {one.recipients.get().user_id for one in (first, second)} == {anna.pk, bo.pk}
    assert sorted(Letter.objects.values_list("to_address", flat=True)) == [anna.email, bo.email]
