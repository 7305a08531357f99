"""The house's pages give nobody the right to appoint, and take nobody's account."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from finsam.federations.models import Federation
from finsam.members.house.forms.held import TAKE_BACK
from finsam.members.house.writing.appointed import IS_ACCOUNT, IS_CHAIR, IS_LAST
from finsam.members.models import Auditor, BoardSeat, Invitation, Member
from tests import factories
from tests.finsam.members.house.pages import ROOT, errors, sent

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
YESTERDAY, TOMORROW = TODAY - timedelta(1), TODAY + timedelta(1)


@pytest.fixture
def berg(federation: Federation) -> Member:
    return factories.member(federation)


@pytest.fixture
def staff(federation: Federation) -> Client:
    factories.person("chief", federation, "carin@berg.se")
    return factories.signed_in(Client(), "staff", federation)


@pytest.fixture
def alone(berg: Member) -> Client:
    """The browser of a chair who works in the office, and who alone can appoint."""
    user = factories.person("staff", berg.federation, "olle@berg.se")
    factories.seat(berg, user, pk=5, holder="Olle", office="chair")
    browser = Client()
    browser.force_login(user)
    return browser


def standing() -> list[Any]:
    """Everything that must be as it was."""
    return [
        list(rows.objects.order_by("pk").values())
        for rows in (Member, BoardSeat, Auditor, Invitation)
    ]


def seat_of(user: str, of: Member, **fields: object) -> BoardSeat:
    return factories.seat(of, factories.person(email=user), holder="Siv", **fields)


def test_staff_make_nobody_chair(staff: Client, berg: Member) -> None:
    seat = seat_of("siv@berg.se", berg)
    before = standing()
    assert errors(sent(staff, f"styrelsen/{seat.pk}/", office="chair")) == {"": [IS_CHAIR]}
    new = {"member": str(berg.pk), "kind": "regular", "holder": "Bo", "office": "chair"}
    assert errors(sent(staff, "styrelsen/ny/", **new)) == {"": [IS_CHAIR]}
    period = {"starts_on": "2031-01-01", "ends_on": "2034-12-31"}
    office = {f"{berg.key}-regular-0-office": "chair"}
    assert errors(sent(staff, "styrelsen/ny-period/", **period, **office)) == {"": [IS_CHAIR]}
    assert standing() == before


@pytest.mark.parametrize(
    "written",
    [{"holder": "Bo"}, {"office": ""}, {"ends_on": "2026-01-01"}, {"starts_on": "2099-01-01"}],
)
def test_staff_do_not_end_who_is_chair(
    staff: Client, berg: Member, written: dict[str, str]
) -> None:
    seat = seat_of("siv@berg.se", berg, office="chair")
    before = standing()
    assert errors(sent(staff, f"styrelsen/{seat.pk}/", **written)) == {"": [IS_CHAIR]}
    assert standing() == before


def test_staff_neither_end_nor_remove_the_chairs_seat(staff: Client, berg: Member) -> None:
    seat = seat_of("siv@berg.se", berg, office="chair")
    before = standing()
    page = sent(staff, f"styrelsen/{seat.pk}/avsluta/", ends_on=TODAY.isoformat())
    assert errors(page) == {"": [IS_CHAIR]}
    page = staff.post(f"{ROOT}styrelsen/{seat.pk}/ta-bort/", follow=True)
    assert IS_CHAIR in page.content.decode()
    page = sent(staff, f"medlemmar/{berg.key}/", left_on=YESTERDAY.isoformat())
    assert errors(page) == {"": [IS_CHAIR]}
    assert standing() == before


def test_staff_do_not_bring_back_an_earlier_chair(staff: Client, berg: Member) -> None:
    seat = seat_of("siv@berg.se", berg, office="chair", ends_on=YESTERDAY)
    before = standing()
    assert errors(sent(staff, f"styrelsen/{seat.pk}/", ends_on="")) == {"": [IS_CHAIR]}
    assert standing() == before


def test_staff_take_nobodys_account(staff: Client, berg: Member) -> None:
    seat = seat_of("siv@berg.se", berg)
    term = factories.term(berg.federation, factories.person(email="eva@berg.se"), holder="Eva")
    before = standing()
    assert errors(sent(staff, f"styrelsen/{seat.pk}/", holder="Bo")) == {"": [IS_ACCOUNT]}
    assert errors(sent(staff, f"revisorer/{term.pk}/", holder="Bo")) == {"": [IS_ACCOUNT]}
    for place in (f"styrelsen/{seat.pk}", f"revisorer/{term.pk}"):
        page = staff.post(f"{ROOT}{place}/ta-bort/", follow=True)
        assert IS_ACCOUNT in page.content.decode()
    assert standing() == before


def test_staff_take_nobodys_invitation(staff: Client, berg: Member) -> None:
    seat = factories.seat(berg, holder="Siv")
    factories.invitation(berg.federation, factories.person(), role="", seat=seat)
    before = standing()
    page = staff.post(f"{ROOT}styrelsen/{seat.pk}/ta-bort/", follow=True)
    assert IS_ACCOUNT in page.content.decode()
    assert standing() == before


def test_staff_keep_the_board_otherwise(staff: Client, berg: Member) -> None:
    seat = seat_of("siv@berg.se", berg, kind="deputy")
    sent(staff, f"styrelsen/{seat.pk}/avsluta/", ends_on="2031-01-01", successor="Bo")
    sent(staff, f"styrelsen/{seat.pk}/", holder="Siv Sjö", same_person="on")
    assert [(s.holder, s.ends_on) for s in BoardSeat.objects.order_by("pk")] == [
        ("Siv Sjö", date(2031, 1, 1)),
        ("Bo", None),
    ]


@pytest.mark.parametrize("day", [YESTERDAY, TODAY])
def test_the_last_who_can_appoint_is_not_ended(alone: Client, day: date) -> None:
    before = standing()
    page = sent(alone, "styrelsen/5/avsluta/", ends_on=day.isoformat())
    assert errors(page) == {"": [IS_LAST]}
    assert errors(sent(alone, "styrelsen/5/", ends_on=day.isoformat())) == {"": [IS_LAST]}
    assert standing() == before


def test_the_last_who_can_appoint_goes_neither_with_the_seat_nor_with_the_member(
    alone: Client, berg: Member
) -> None:
    before = standing()
    assert IS_LAST in alone.post(f"{ROOT}styrelsen/5/ta-bort/", follow=True).content.decode()
    assert errors(sent(alone, "styrelsen/5/", office="")) == {"": [IS_LAST]}
    left = {"left_on": YESTERDAY.isoformat()}
    assert errors(sent(alone, f"medlemmar/{berg.key}/", **left)) == {"": [IS_LAST]}
    period = {"starts_on": TOMORROW.isoformat(), "ends_on": "2099-12-31"}
    assert errors(sent(alone, "styrelsen/ny-period/", **period)) == {"": [IS_LAST]}
    assert standing() == before


def test_the_chief_says_who_is_chair(office: Client, berg: Member) -> None:
    seat = seat_of("siv@berg.se", berg, office="chair")
    sent(office, f"styrelsen/{seat.pk}/avsluta/", ends_on=TODAY.isoformat(), successor="Bo")
    new = BoardSeat.objects.get(holder="Bo")
    sent(office, f"styrelsen/{new.pk}/", office="chair")
    new.refresh_from_db()
    assert new.office == "chair"


def test_a_seat_that_somebody_is_invited_to_is_given_to_nobody_else(
    office: Client, berg: Member
) -> None:
    seat = factories.seat(berg, holder="Siv")
    invitation = factories.invitation(berg.federation, factories.person(), role="", seat=seat)
    said = f"{invitation.user} är inbjuden. {TAKE_BACK}"
    assert errors(sent(office, f"styrelsen/{seat.pk}/", holder="Bo")) == {"holder": [said]}


def test_a_name_from_long_ago_brings_no_account(office: Client, berg: Member) -> None:
    seat_of("siv@berg.se", berg, ends_on=YESTERDAY)
    period = {"starts_on": "2031-01-01", "ends_on": "2034-12-31"}
    sent(office, "styrelsen/ny-period/", **period, **{f"{berg.key}-regular-0-holder": "Siv"})
    assert BoardSeat.objects.get(holder="Siv", ends_on=date(2034, 12, 31)).user is None
