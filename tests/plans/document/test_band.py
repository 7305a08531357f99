from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgets.arithmetic import figures
from budgets.sheet import Column, ColumnKind
from finsam.members.profile import MemberKind
from plans.document.band import (
    GAP,
    MOST,
    WIDTH,
    Payment,
    Segment,
    laid_out,
    own_column,
    segments,
)
from plans.document.content import PlanContent
from tests.plans.document.checks.plans import BERG, FAIR, fee, fees, with_budget

STATE, REGION, TOWN = MemberKind
PAYMENTS = st.lists(
    st.builds(Payment, st.sampled_from(MemberKind), st.just("Namn"), st.integers(-(10**6), 10**12)),
    max_size=MOST,
)


def bar(plan: PlanContent) -> tuple[Segment, ...]:
    return segments(plan, figures(plan.budget) if plan.budget else None)


def test_a_fair_plan_is_half_a_quarter_and_a_quarter() -> None:
    assert [(part.x, part.width, part.name) for part in bar(FAIR)] == [
        (0, 495, "Försäkringskassan"),
        (498, 248, "Region Fjäll"),
        (749, 149, "Bergs kommun"),
        (901, 99, "Dals kommun"),
    ]


def test_the_state_stands_first_then_regions_then_municipalities_each_in_their_order() -> None:
    paid = [(TOWN, "A"), (REGION, "B"), (TOWN, "C"), (STATE, "D"), (STATE, "E")]
    laid = laid_out(Payment(kind, name, 100) for kind, name in paid)
    assert [part.name for part in laid] == ["D", "E", "B", "A", "C"]


def test_one_payer_fills_the_bar() -> None:
    assert laid_out([Payment(STATE, "Staten", 1)]) == (
        Segment(x=0, width=WIDTH, kind=STATE, name="Staten"),
    )


@given(PAYMENTS)
def test_the_parts_and_the_gaps_between_them_fill_the_bar_exactly(paid: list[Payment]) -> None:
    laid = laid_out(paid)
    assert len(laid) == len([each for each in paid if each.amount > 0])
    for part, following in pairwise(laid):
        assert part.x + part.width + GAP == following.x
    assert not laid or (laid[0].x, laid[-1].x + laid[-1].width) == (0, WIDTH)


@given(PAYMENTS)
def test_every_payer_can_be_seen(paid: list[Payment]) -> None:
    assert all(part.width >= 1 for part in laid_out(paid))


@given(st.lists(st.integers(1, 10**9), min_size=1, max_size=30))
def test_a_part_is_as_long_as_its_share_but_for_a_unit_given_to_each_that_is_too_small(
    amounts: list[int],
) -> None:
    laid = laid_out(Payment(TOWN, "Kommun", amount) for amount in amounts)
    room = WIDTH - GAP * (len(amounts) - 1)
    for part, amount in zip(laid, amounts, strict=True):
        exact = room * amount / sum(amounts)
        assert exact - len(amounts) - 1 < part.width < exact + 1 or part.width == 1


def test_a_bar_of_too_many_parts_is_left_out() -> None:
    assert len(laid_out([Payment(TOWN, "Kommun", 1)] * MOST)) == MOST
    assert laid_out([Payment(TOWN, "Kommun", 1)] * (MOST + 1)) == ()


def test_who_pays_nothing_or_is_repaid_has_no_part() -> None:
    plan = with_budget(income=fees(1_000_000, 500_000, 0, -200_000))
    assert [part.name for part in bar(plan)] == ["Försäkringskassan", "Region Fjäll"]


def test_a_member_is_called_by_its_short_name_where_it_has_one() -> None:
    members = tuple(
        replace(each, short_name="Berg") if each is BERG else each for each in FAIR.members
    )
    assert bar(replace(FAIR, members=members))[2].name == "Berg"


@pytest.mark.parametrize(
    "plan",
    [
        replace(FAIR, budget=None),
        with_budget(income=()),
        with_budget(columns=()),
        replace(FAIR, year=2030),
        replace(FAIR, members=()),
    ],
)
def test_there_is_no_bar_without_contributions_of_the_plans_year(plan: PlanContent) -> None:
    assert bar(plan) == ()


@pytest.mark.parametrize(
    ("columns", "own"),
    [
        ([(ColumnKind.FORECAST, 2025), (ColumnKind.BUDGET, 2025)], "budget-2025"),
        ([(ColumnKind.BUDGET, 2024), (ColumnKind.PLAN, 2025)], "plan-2025"),
        ([(ColumnKind.BUDGET, 2024), (ColumnKind.PLAN, 2026)], ""),
        ([], ""),
    ],
)
def test_the_own_column_is_the_budget_of_the_year_or_what_there_is_of_it(
    columns: list[tuple[ColumnKind, int]], own: str
) -> None:
    found = tuple(Column(year=year, kind=kind) for kind, year in columns)
    assert own_column(with_budget(columns=found, income=())) == own


def test_only_the_own_column_counts() -> None:
    earlier = Column(year=2024, kind=ColumnKind.BUDGET)
    own = Column(year=2025, kind=ColumnKind.BUDGET)
    plan = with_budget(
        columns=(earlier, own), income=(fee(BERG, budget_2024=9), fee(FAIR.members[0]))
    )
    assert bar(plan) == ()
