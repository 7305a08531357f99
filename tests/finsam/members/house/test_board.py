"""Styrelsen: seats now, later and before; one at a time, and a whole period in one table."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from finsam.federations.forms.shown import OVERTAKEN
from finsam.federations.models import Federation
from finsam.members.house.forms.held import ENDS_TOO_SOON
from finsam.members.house.forms.seats import ONLY_REGULAR
from finsam.members.models import BoardSeat, Member
from tests import factories
from tests.finsam.members.house.pages import ROOT, errors, filled_in, sent
from tests.plans.views.html import body, text

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
PERIOD = {"starts_on": "2031-01-01", "ends_on": "2034-12-31"}
FIRST, LAST = date(2031, 1, 1), date(2034, 12, 31)
BEFORE = date(2030, 12, 31)


@pytest.fixture
def berg(federation: Federation) -> Member:
    return factories.member(federation)


@pytest.fixture
def dal(federation: Federation, berg: Member) -> Member:
    return factories.member(federation, "Dals kommun")


def held() -> list[tuple[str, str, str, date | None, date | None]]:
    seats = BoardSeat.objects.order_by("starts_on", "pk")
    return [(s.holder, s.kind, s.office, s.starts_on, s.ends_on) for s in seats]


def row(of: Member, kind: str, part: str) -> str:
    return f"{of.key}-{kind}-0-{part}"


def test_seats_stand_by_their_time(office: Client, berg: Member) -> None:
    now = factories.seat(berg, holder="Siv")
    later = factories.seat(berg, holder="Ulf", starts_on=TODAY + timedelta(1))
    before = factories.seat(berg, holder="Åke", ends_on=TODAY - timedelta(1))
    board = office.get(f"{ROOT}styrelsen/").context["board"]
    assert (board.present, board.coming, board.earlier) == ([now], [later], [before])


def test_a_seat_is_over_when_its_member_has_left(office: Client, berg: Member) -> None:
    seat = factories.seat(berg, holder="Siv")
    berg.left_on = TODAY - timedelta(1)
    berg.save()
    assert office.get(f"{ROOT}styrelsen/").context["board"].earlier == [seat]


def test_deputies_stand_in_their_order_of_service_and_accounts_are_told(
    office: Client, berg: Member
) -> None:
    factories.seat(berg, kind="deputy", holder="Bo", position=2)
    factories.seat(berg, kind="deputy", holder="Eva", position=1)
    factories.seat(berg, factories.person(), holder="Siv", office="chair", position=9)
    said = text(office.get(f"{ROOT}styrelsen/"))
    assert "Siv Bergs kommun Ledamot, ordförande har konto" in said
    assert said.index("Siv") < said.index("Eva") < said.index("Bo")
    assert "Ersättare, inträder som nummer 1" in said


def test_a_seat_is_added_and_changed(office: Client, berg: Member) -> None:
    sent(office, "styrelsen/ny/", member=str(berg.pk), kind="regular", office="chair")
    seat = BoardSeat.objects.get()
    sent(office, f"styrelsen/{seat.pk}/", holder="Siv Sjö", starts_on="2023-01-01")
    assert held() == [("Siv Sjö", "regular", "chair", date(2023, 1, 1), None)]


@pytest.mark.parametrize(
    ("values", "field", "said"),
    [
        ({"member": ""}, "member", "Välj en medlem."),
        ({"kind": "deputy", "office": "chair"}, "office", ONLY_REGULAR),
        ({"starts_on": "2024-01-02", "ends_on": "2024-01-01"}, "ends_on", ENDS_TOO_SOON),
        ({"starts_on": "nyår"}, "starts_on", "Skriv datumet som 2023-11-30."),
        ({"position": "först"}, "position", "Skriv ett heltal från 0 till 99."),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_seat_is_said(
    office: Client, berg: Member, values: dict[str, str], field: str, said: str
) -> None:
    page = sent(office, "styrelsen/ny/", **({"member": str(berg.pk), "kind": "regular"} | values))
    assert errors(page) == {field: [said]}
    assert held() == []


def test_another_federations_member_gets_no_seat(office: Client) -> None:
    other = factories.member(factories.federation("kusten"))
    page = sent(office, "styrelsen/ny/", member=str(other.pk), kind="regular")
    assert errors(page) == {"member": ["Välj en medlem."]}


def test_two_chairs_are_refused(office: Client, berg: Member, dal: Member) -> None:
    factories.seat(berg, holder="Siv", office="chair")
    values = {"member": str(dal.pk), "kind": "regular", "holder": "Ulf", "office": "chair"}
    [said] = errors(sent(office, "styrelsen/ny/", **values))[""]
    assert said.startswith("Två är ordförande samtidigt: Siv och Ulf.")
    assert [name for name, *_ in held()] == ["Siv"]


def test_the_account_stays_with_the_person_and_not_with_the_seat(
    office: Client, berg: Member
) -> None:
    seat = factories.seat(berg, factories.person(), holder="Siv Sjo")
    sent(office, f"styrelsen/{seat.pk}/", holder="Siv Sjö", same_person="on")
    seat.refresh_from_db()
    assert seat.user is not None
    sent(office, f"styrelsen/{seat.pk}/", holder="Ulf Ugn")
    seat.refresh_from_db()
    assert seat.user is None


def test_a_seat_is_ended_and_its_successor_has_the_rest(office: Client, berg: Member) -> None:
    seat = factories.seat(
        berg, factories.person(), holder="Siv", office="chair", starts_on=FIRST, ends_on=LAST
    )
    sent(office, f"styrelsen/{seat.pk}/avsluta/", ends_on="2032-06-30", successor="Ulf")
    assert held() == [
        ("Siv", "regular", "chair", FIRST, date(2032, 6, 30)),
        ("Ulf", "regular", "", date(2032, 7, 1), LAST),
    ]
    assert BoardSeat.objects.get(holder="Ulf").user is None


def test_a_seat_without_a_successor_is_vacant(office: Client, berg: Member) -> None:
    seat = factories.seat(berg, holder="Siv", kind="deputy", position=3)
    sent(office, f"styrelsen/{seat.pk}/avsluta/", ends_on="2032-06-30")
    assert held()[-1] == ("Siv", "deputy", "", None, date(2032, 6, 30))
    assert BoardSeat.objects.get(holder="").position == 3


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("", "Skriv datumet som 2023-11-30."),
        ("2030-12-31", "Uppdraget började 2031-01-01. Skriv en senare dag."),
        ("2035-01-01", "Uppdraget slutar redan 2034-12-31."),
    ],
)
def test_a_seat_ends_within_its_time(office: Client, berg: Member, day: str, said: str) -> None:
    seat = factories.seat(berg, holder="Siv", starts_on=FIRST, ends_on=LAST)
    page = sent(office, f"styrelsen/{seat.pk}/avsluta/", ends_on=day)
    assert errors(page) == {"ends_on": [said]}
    assert len(held()) == 1


def test_a_successor_who_sits_there_already_is_refused(
    office: Client, berg: Member, dal: Member
) -> None:
    seat = factories.seat(berg, holder="Siv")
    factories.seat(dal, holder="Ulf")
    page = sent(office, f"styrelsen/{seat.pk}/avsluta/", ends_on="2032-06-30", successor="Ulf")
    assert errors(page) == {
        "successor": [
            "Ulf sitter på två ordinarie platser den 2032-07-01. En person kan bara ha en röst."
        ]
    }
    assert len(held()) == 2


def test_a_seat_put_in_by_mistake_is_taken_away(office: Client, berg: Member) -> None:
    seat = factories.seat(berg, holder="Siv")
    office.post(f"{ROOT}styrelsen/{seat.pk}/ta-bort/")
    assert held() == []


def test_a_period_has_a_seat_and_a_deputy_for_each_member(
    office: Client, berg: Member, dal: Member
) -> None:
    sent(
        office,
        "styrelsen/ny-period/",
        **PERIOD,
        **{
            row(berg, "regular", "holder"): "Siv",
            row(berg, "regular", "office"): "chair",
            row(dal, "deputy", "holder"): "Ulf",
            row(dal, "deputy", "order"): "2",
        },
    )
    assert held() == [
        ("Siv", "regular", "chair", FIRST, LAST),
        ("", "deputy", "", FIRST, LAST),
        ("", "regular", "", FIRST, LAST),
        ("Ulf", "deputy", "", FIRST, LAST),
    ]
    assert BoardSeat.objects.get(holder="Ulf").position == 2


def test_a_period_ends_what_would_go_on_and_keeps_who_sits_on(office: Client, berg: Member) -> None:
    siv = factories.person()
    factories.seat(berg, siv, holder="Siv", office="chair")
    values = {
        row(berg, "regular", "holder"): "siv",
        row(berg, "regular", "office"): "chair",
    }
    response = office.post(
        f"{ROOT}styrelsen/ny-period/",
        filled_in(office, "styrelsen/ny-period/", **PERIOD, **values),
        follow=True,
    )
    said = "2 platser är sparade från 2031-01-01. 1 tidigare plats slutar dagen innan."
    assert said in body(response)
    assert ("Siv", "regular", "chair", None, BEFORE) in held()
    assert BoardSeat.objects.get(holder="siv").user == siv


def test_a_period_that_leaves_the_earlier_seats_may_clash_and_then_nothing_is_saved(
    office: Client, berg: Member
) -> None:
    factories.seat(berg, holder="Siv")
    values = filled_in(
        office, "styrelsen/ny-period/", **PERIOD, **{row(berg, "regular", "holder"): "Siv"}
    )
    del values["ends_earlier"]
    page = office.post(f"{ROOT}styrelsen/ny-period/", values)
    assert errors(page) == {
        "": ["Siv sitter på två ordinarie platser den 2031-01-01. En person kan bara ha en röst."]
    }
    assert held() == [("Siv", "regular", "", None, None)]


def test_two_chairs_in_a_period_are_refused(office: Client, berg: Member, dal: Member) -> None:
    values = {row(m, "regular", "office"): "chair" for m in (berg, dal)}
    page = sent(office, "styrelsen/ny-period/", **PERIOD, **values)
    assert errors(page)[""][0].startswith("Två är ordförande den 2031-01-01: vakant och vakant.")
    assert held() == []


def test_a_period_is_not_saved_twice_nor_over_what_another_did(
    office: Client, berg: Member
) -> None:
    values = filled_in(
        office, "styrelsen/ny-period/", **PERIOD, **{row(berg, "regular", "holder"): "Siv"}
    )
    factories.seat(berg, kind="deputy", holder="Ulf")
    page = office.post(f"{ROOT}styrelsen/ny-period/", values)
    assert errors(page) == {"": [OVERTAKEN]}
    assert [name for name, *_ in held()] == ["Ulf"]


@pytest.mark.parametrize(
    ("field", "day", "said"),
    [
        ("starts_on", "", "Skriv datumet som 2023-11-30."),
        ("ends_on", "2030-01-01", "Perioden kan inte sluta innan den har börjat."),
    ],
)
def test_a_periods_days_are_days(
    office: Client, berg: Member, field: str, day: str, said: str
) -> None:
    page = sent(office, "styrelsen/ny-period/", **(PERIOD | {field: day}))
    assert errors(page) == {field: [said]}


def test_a_member_with_two_seats_is_offered_two(office: Client, berg: Member) -> None:
    for holder in ("Siv", "Ulf"):
        factories.seat(berg, holder=holder)
    rows = office.get(f"{ROOT}styrelsen/ny-period/").context["form"].seat_rows
    assert [(r.kind, r.number) for r in rows] == [("regular", 0), ("regular", 1), ("deputy", 0)]


@pytest.mark.parametrize("count", [1, 12])
def test_the_board_is_read_by_the_same_number_of_queries(
    office: Client,
    federation: Federation,
    count: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(count):
        factories.seat(factories.member(federation, f"Kommun {number}"), holder=f"Siv {number}")
    with django_assert_num_queries(6):
        office.get(f"{ROOT}styrelsen/")
