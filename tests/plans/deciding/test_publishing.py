"""What is public: the last word about a plan counts, and a second press says nothing new."""

import threading

import pytest
from django.db import DatabaseError, connection, transaction

from finsam.members.access import Refused
from plans.deciding.publishing import is_public, public_plans, public_version, publish, take_down
from plans.deciding.transition import Incomplete
from plans.models import Plan, Publication
from tests import factories
from tests.plans.deciding import cases

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan() -> Plan:
    plan = factories.decided_plan()
    factories.version(plan)
    return plan


def test_the_last_press_counts_and_a_second_one_adds_no_row(plan: Plan) -> None:
    by = cases.office(plan)
    pressed = [publish(plan, by=by), publish(plan, by=by), take_down(plan, by=by)]
    pressed += [take_down(plan, by=by), publish(plan, by=by)]
    assert pressed == [True, False, True, False, True]
    assert [one.is_public for one in plan.publications.all()] == [True, False, True]
    assert is_public(plan)
    assert public_plans() == [plan]


def test_what_never_was_public_is_not_taken_down(plan: Plan) -> None:
    assert not take_down(plan, by=cases.office(plan))
    assert not Publication.objects.exists()


def test_of_a_draft_nothing_is_published() -> None:
    plan = factories.draft_plan()
    with pytest.raises(Incomplete):
        publish(plan, by=cases.office(plan))


@pytest.mark.parametrize("role", ["board", "auditor", "member"])
def test_the_office_alone_publishes(plan: Plan, role: str) -> None:
    with pytest.raises(Refused):
        publish(plan, by=factories.person(role, plan.federation))


def test_the_newest_in_force_is_the_public_one(plan: Plan) -> None:
    factories.published(plan)
    factories.version(plan, "revised")
    factories.version(plan, "board")
    version = public_version("fjallbygden", 2025)
    assert version is not None
    assert version.number == 2
    assert public_version("fjallbygden", 2024) is None


def test_what_was_published_is_never_changed(plan: Plan) -> None:
    factories.published(plan)
    with pytest.raises(DatabaseError), transaction.atomic():
        Publication.objects.update(is_public=False)


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_publishes() -> None:
    plan = factories.decided_plan()
    factories.version(plan)
    by, start, changed = cases.office(plan), threading.Barrier(2), list[bool]()

    def presses() -> None:
        try:
            start.wait()
            changed.append(publish(plan, by=by))
        finally:
            connection.close()

    threads = [threading.Thread(target=presses) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(changed) == [False, True]
    assert plan.publications.count() == 1
