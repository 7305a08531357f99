"""Who is told of a question and of its answer: those who see it today."""

from collections.abc import Callable

import pytest

from finsam.letters.models import Letter
from finsam.members.models import Role, User
from plans.deciding.asking import Speaker, answer, resolve
from plans.models import Plan, Thread
from tests import factories
from tests.walk.planted import share

pytestmark = pytest.mark.django_db

URL = "http://testserver/fjallbygden/2025/fragor/"


@pytest.fixture
def plan() -> Plan:
    return factories.draft_plan()


@pytest.fixture
def chief(plan: Plan) -> User:
    return factories.person("chief", plan.federation, email="chefen@berg.se")


@pytest.fixture
def anna(plan: Plan) -> User:
    return factories.person("board", plan.federation)


def told(thread: Thread, by: User) -> list[str]:
    """Who gets a letter when the office answers."""
    answer(thread=thread, body="För att det räcker.", by=Speaker(user=by, is_office=True), url=URL)
    return list(Letter.objects.values_list("to_address", flat=True))


def sent_to(anna: User, plan: Plan) -> Thread:
    version = factories.version(plan, "board")
    factories.sent(version, anna)
    return factories.thread(plan, anna, version=version)


def shared_with(anna: User, plan: Plan) -> Thread:
    share(plan, anna)
    return factories.thread(plan, anna)


@pytest.mark.parametrize("asked", [sent_to, shared_with])
def test_who_asked_is_told(
    plan: Plan, chief: User, anna: User, asked: Callable[[User, Plan], Thread]
) -> None:
    assert told(asked(anna, plan), chief) == [anna.email]


@pytest.mark.parametrize("asked", [sent_to, shared_with])
def test_who_has_left_is_not(
    plan: Plan, chief: User, anna: User, asked: Callable[[User, Plan], Thread]
) -> None:
    thread = asked(anna, plan)
    Role.objects.filter(user=anna).delete()
    assert told(thread, chief) == []


def test_nor_is_who_has_the_draft_no_longer(plan: Plan, chief: User, anna: User) -> None:
    thread = shared_with(anna, plan)
    plan.shares.all().delete()
    assert told(thread, chief) == []


def test_an_administrator_who_answered_is_told_of_more(plan: Plan, anna: User) -> None:
    administrator = factories.administrator()
    thread = sent_to(anna, plan)
    assert told(thread, administrator) == [anna.email]
    answer(thread=thread, body="Men?", by=Speaker(user=anna), url=URL)
    assert Letter.objects.filter(to_address=administrator.email).count() == 1


def test_resolved_twice_it_is_as_the_first_time(plan: Plan, chief: User, anna: User) -> None:
    thread = sent_to(anna, plan)
    resolve(thread=thread, by=Speaker(user=chief, is_office=True))
    resolve(thread=thread, by=Speaker(user=anna))
    thread.refresh_from_db()
    assert thread.resolved_by == "chefen@berg.se"
