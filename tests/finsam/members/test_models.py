"""What the database refuses about people, members, seats and roles."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Model

from finsam.members.models import BoardSeat, Member, Role, User
from tests import factories

pytestmark = pytest.mark.django_db


def assert_refused(row: Model, constraint: str) -> None:
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        row.save()


def test_an_account_is_called_by_its_name_or_else_its_address() -> None:
    assert str(User(email="anna@berg.se", name="Anna Berg")) == "Anna Berg"
    assert str(User(email="anna@berg.se")) == "anna@berg.se"


def test_an_account_is_made_with_a_small_letter_address_and_no_usable_password() -> None:
    user = User.objects.create_user(" Anna@Berg.SE ")
    assert (user.email, user.has_usable_password(), user.is_staff) == ("anna@berg.se", False, False)


def test_a_name_at_an_address_is_one_person_however_they_are_capitalised() -> None:
    user = User.objects.create_user("anna@berg.se", name="Anna Berg")
    assert User.objects.get_by_natural_key("ANNA@berg.se") == user
    assert_refused(User(email="Anna@Berg.se", name="anna berg"), "user_name_once_at_an_address")


def test_an_address_may_be_shared_by_people_of_different_names() -> None:
    first, second = (User.objects.create_user("kommun@berg.se", name=name) for name in "AB")
    assert first != second


@pytest.mark.parametrize(
    "targets",
    [
        (),
        ("role", "seat"),
        ("role", "term"),
        ("seat", "term"),
        ("seat", "member"),
        ("term", "member"),
        ("member",),
    ],
)
def test_an_invitation_is_to_one_thing(targets: tuple[str, ...]) -> None:
    federation = factories.federation()
    member = factories.member(federation)
    every = {
        "role": "member",
        "member": member,
        "seat": factories.seat(member),
        "term": factories.term(federation),
    }
    given: dict[str, Any] = {"role": ""} | {name: every[name] for name in targets}
    with pytest.raises(IntegrityError, match="invitation_to_one_thing"), transaction.atomic():
        factories.invitation(federation, factories.person(), **given)


def test_only_an_administrator_is_let_into_the_admin() -> None:
    admin = User.objects.create_superuser("admin@berg.se")
    assert (admin.is_staff, admin.has_usable_password()) == (True, False)


def test_a_member_leaves_after_it_joined() -> None:
    federation = factories.federation()
    days = {"joined_on": date(2025, 1, 1), "left_on": date(2024, 12, 31)}
    member = Member(federation=federation, name="Berg", kind="municipality", **days)
    assert_refused(member, "member_leaves_after_joining")
    with pytest.raises(ValidationError, match="kan inte lämna innan den har gått med"):
        member.full_clean()


def test_a_member_may_leave_the_day_it_joined() -> None:
    day = date(2025, 1, 1)
    member = factories.member(factories.federation())
    Member.objects.filter(pk=member.pk).update(joined_on=day, left_on=day)


def test_a_member_is_of_a_known_kind() -> None:
    assert_refused(
        Member(federation=factories.federation(), name="Berg", kind="company"), "member_kind"
    )


def test_a_members_key_is_its_federations_own() -> None:
    here, there = factories.federation(), factories.federation("slattbygden")
    key = factories.key("Berg")
    for federation in (here, there):
        Member.objects.create(federation=federation, name="Berg", kind="region", key=key)
    again = Member(federation=here, name="Berg igen", kind="region", key=key)
    assert_refused(again, "member_key")


def test_a_seat_is_of_a_known_kind() -> None:
    member = factories.member(factories.federation())
    assert_refused(BoardSeat(member=member, kind="guest"), "seat_kind")


@pytest.mark.parametrize("office", ["chair", "vice_chair"])
def test_only_a_regular_seat_has_an_office(office: str) -> None:
    member = factories.member(factories.federation())
    assert factories.seat(member, office=office).office == office
    deputy = BoardSeat(member=member, kind="deputy", office=office)
    assert_refused(deputy, "seat_office_is_regular")
    with pytest.raises(ValidationError, match="Bara en ordinarie ledamot kan vara ordförande"):
        deputy.full_clean()


def test_an_office_is_a_known_one() -> None:
    member = factories.member(factories.federation())
    assert_refused(BoardSeat(member=member, office="king"), "seat_office_is_regular")


def test_a_seat_ends_after_it_started() -> None:
    member = factories.member(factories.federation())
    seat = BoardSeat(member=member, starts_on=date(2025, 1, 1), ends_on=date(2024, 1, 1))
    assert_refused(seat, "seat_ends_after_start")


def test_a_seat_outlives_its_holders_account() -> None:
    user = factories.person()
    seat = factories.seat(factories.member(factories.federation()), user, holder="Anna Berg")
    user.delete()
    seat.refresh_from_db()
    assert (seat.user, seat.holder) == (None, "Anna Berg")


@pytest.mark.parametrize("has_member", [True, False])
def test_a_role_is_given_once(has_member: bool) -> None:
    federation, user = factories.federation(), factories.person()
    member = factories.member(federation) if has_member else None
    given = {"user": user, "federation": federation, "kind": "member", "member": member}
    Role.objects.create(**given)
    assert_refused(Role(**given), "role_once")


def test_a_role_is_of_a_known_kind() -> None:
    role = Role(user=factories.person(), federation=factories.federation(), kind="king")
    assert_refused(role, "role_kind")


def test_a_role_is_for_a_member_of_its_own_federation() -> None:
    elsewhere = factories.member(factories.federation("slattbygden"))
    role = Role(
        user=factories.person(), federation=factories.federation(), kind="member", member=elsewhere
    )
    with pytest.raises(ValidationError, match="Välj en medlem i samma förbund"):
        role.full_clean()
