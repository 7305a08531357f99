from dataclasses import replace
from datetime import date

import pytest

from finsam.members.profile import MemberKind, MemberProfile, Seat, SeatKind
from plans.document.blocks.organisation import MemberRow, members_in, organisation_view
from plans.document.content import PlanContent
from tests.plans.document.checks.plans import BERG, DAL, FAIR, REGION, STATE, example

REGULAR, DEPUTY = Seat(), Seat(kind=SeatKind.DEPUTY)


def plan_of(*members: MemberProfile) -> PlanContent:
    """A plan for 2025."""
    return replace(FAIR, members=members)


def seats_of(*seats: Seat) -> tuple[int, int]:
    view = organisation_view(plan_of(replace(BERG, seats=seats)))
    return view.regular, view.deputies


def test_members_stand_by_kind_in_their_own_order_with_their_seats() -> None:
    seated = replace(DAL, seats=(REGULAR, REGULAR, DEPUTY))
    view = organisation_view(plan_of(STATE, seated, REGION, BERG))
    assert [(group.name, group.members) for group in view.groups] == [
        (
            "Kommuner",
            (
                MemberRow(name="Dals kommun", regular=2, deputies=1),
                MemberRow(name="Bergs kommun", regular=0, deputies=0),
            ),
        ),
        ("Region", (MemberRow(name="Region Fjäll", regular=0, deputies=0),)),
        ("Statliga myndigheter", (MemberRow(name="Försäkringskassan", regular=0, deputies=0),)),
    ]
    assert (view.regular, view.deputies) == (2, 1)


def test_a_landsting_is_called_so() -> None:
    county_council = replace(REGION, name="Fjälls läns landsting")
    assert [group.name for group in organisation_view(plan_of(county_council)).groups] == [
        "Landsting"
    ]


def test_a_kind_without_members_has_no_group() -> None:
    assert [group.name for group in organisation_view(plan_of(STATE)).groups] == [
        "Statliga myndigheter"
    ]
    assert organisation_view(plan_of()).groups == ()


@pytest.mark.parametrize(
    ("joined_on", "left_on", "is_in"),
    [
        (None, None, True),
        (date(2025, 12, 31), None, True),
        (date(2026, 1, 1), None, False),
        (None, date(2025, 1, 1), True),
        (None, date(2024, 12, 31), False),
        (date(2020, 1, 1), date(2030, 1, 1), True),
    ],
)
def test_who_is_a_member_at_any_time_in_the_plans_year_is_one(
    joined_on: date | None, left_on: date | None, is_in: bool
) -> None:
    found = replace(BERG, joined_on=joined_on, left_on=left_on)
    assert members_in(plan_of(found)) == [found] * is_in


def test_seats_of_other_years_do_not_count() -> None:
    before = replace(REGULAR, ends_on=date(2024, 12, 31))
    after = replace(DEPUTY, starts_on=date(2026, 1, 1))
    through = replace(REGULAR, starts_on=date(2023, 1, 1), ends_on=date(2026, 12, 31))
    assert seats_of(before, through, after) == (1, 0)


def test_who_takes_over_in_the_year_is_not_one_seat_more() -> None:
    leaving = replace(REGULAR, ends_on=date(2025, 5, 31))
    taking_over = replace(REGULAR, starts_on=date(2025, 6, 1))
    assert seats_of(leaving, taking_over, DEPUTY) == (1, 1)


def test_a_seat_that_begins_in_the_year_counts() -> None:
    assert seats_of(replace(REGULAR, starts_on=date(2025, 9, 1))) == (1, 0)


@pytest.mark.parametrize(
    ("name", "seats"),
    [
        ("sodra-lappland-2024", (10, 10)),
        ("vastra-ostergotland-2025", (8, 8)),
        ("skelleftea-norsjo-2016", (5, 5)),
        ("blekinge-2023", (8, 8)),
        ("ange-2022", (4, 4)),
    ],
)
def test_the_examples_boards(name: str, seats: tuple[int, int]) -> None:
    view = organisation_view(example(name))
    assert (view.regular, view.deputies) == seats


def test_every_kind_of_member_has_a_group() -> None:
    members = [MemberProfile(key=BERG.key, name="X", kind=kind) for kind in MemberKind]
    assert len(organisation_view(plan_of(*members)).groups) == len(MemberKind)
