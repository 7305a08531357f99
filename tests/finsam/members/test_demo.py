"""Demo mode's accounts."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from finsam.members.access import standing
from finsam.members.demo import CHAIR, ROLES, demo_account
from finsam.members.models import BoardSeat, Role, User
from plans.document.fileformat import plan_bytes
from plans.document.loading import load_content
from plans.models import Plan
from plans.writing.importing import import_plan
from tests import factories
from tests.plans.document.checks.plans import example

pytestmark = pytest.mark.django_db

NAMES = [role for role, _ in ROLES]


def test_there_is_a_button_for_each_role_and_the_chair() -> None:
    assert {*NAMES} == {*Role.Kind.values, CHAIR}


@pytest.mark.parametrize(("role", "label"), ROLES)
def test_an_account_is_named_by_its_role_and_cannot_use_a_password(role: str, label: str) -> None:
    user = demo_account(factories.federation(), role)
    assert (user.name, user.email) == (f"{label}, Fjallbygden", f"{role}@fjallbygden.example")
    assert (user.has_usable_password(), user.is_superuser) == (False, False)


@pytest.mark.parametrize("role", Role.Kind.values)
def test_an_account_has_its_role_and_no_other(role: str) -> None:
    federation = factories.federation()
    person = standing(demo_account(federation, role), federation)
    assert (person.roles, person.offices) == ({role}, set())


@pytest.mark.parametrize("role", NAMES)
def test_the_same_button_twice_is_the_same_account(role: str) -> None:
    federation = factories.federation()
    factories.seat(factories.member(federation))
    first, second = demo_account(federation, role), demo_account(federation, role)
    assert (first, User.objects.count()) == (second, 1)
    assert Role.objects.count() == (0 if role == CHAIR else 1)
    assert BoardSeat.objects.filter(user=first).count() == (1 if role == CHAIR else 0)


def test_the_same_role_in_two_federations_is_two_accounts() -> None:
    here, there = factories.federation(), factories.federation("slattbygden")
    chief = demo_account(here, "chief")
    assert demo_account(there, "chief") != chief
    assert not standing(chief, there).belongs


def test_an_unknown_role_is_none() -> None:
    with pytest.raises(KeyError):
        demo_account(factories.federation(), "king")
    assert not User.objects.exists()


def test_a_members_representative_is_of_the_first_member() -> None:
    federation = factories.federation()
    first = factories.member(federation)
    factories.member(federation, "Dals kommun")
    user = demo_account(federation, "member")
    assert [role.member for role in user.roles.all()] == [first]
    first.position = 9
    first.save()
    assert demo_account(federation, "member").roles.count() == 1


def test_the_chair_takes_the_chairs_seat() -> None:
    federation = factories.federation()
    member = factories.member(federation)
    factories.seat(member)
    chair = factories.seat(member, office="chair", position=3)
    user = demo_account(federation, CHAIR)
    assert [*BoardSeat.objects.filter(user=user)] == [chair]


def test_the_chair_takes_a_vacant_regular_seat_of_today() -> None:
    federation, today = factories.federation(), timezone.localdate()
    member = factories.member(federation)
    factories.seat(member, ends_on=today - timedelta(days=1))
    factories.seat(member, kind="deputy")
    factories.seat(member, factories.person())
    vacant = factories.seat(member, starts_on=date(2020, 1, 1))
    user = demo_account(federation, CHAIR)
    assert [*BoardSeat.objects.filter(user=user)] == [vacant]
    assert standing(user, federation).words == "Styrelsen, ordförande"


def test_without_a_seat_the_chair_is_of_the_board_all_the_same() -> None:
    federation = factories.federation()
    person = standing(demo_account(federation, CHAIR), federation)
    assert (person.roles, person.offices) == ({"board"}, set())


def test_pressing_the_chairs_button_leaves_the_exported_plan_as_it_was() -> None:
    before = plan_bytes(example("sodra-lappland-2024"))
    plan = import_plan(example("sodra-lappland-2024")).plan
    user = demo_account(plan.federation, CHAIR)
    again = Plan.objects.get(pk=plan.pk)
    assert standing(user, plan.federation).offices == {CHAIR}
    assert plan_bytes(load_content(again, with_picture_data=True)) == before
