from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgets.formatting import in_unit
from budgets.shares import split
from budgets.sheet import Column, ColumnKind, Line, Unit
from finsam.federations.national import NationalRules
from plans.document.checks import Basis, Severity
from plans.document.checks.shares import check
from tests.plans.document.checks.plans import (
    BASIS,
    BERG,
    COLUMN,
    DAL,
    FAIR,
    KNOWN,
    MEMBERS,
    REGION,
    STATE,
    example,
    fee,
    fees,
    found,
    in_tkr,
    key,
    law,
    with_budget,
)

KRONOR = st.integers(min_value=0, max_value=20_000_000)
HALF_QUARTER_QUARTER = (2, 1, 1)


def said(text: str) -> str:
    """Ordinary spaces for the hard ones, to read the figures by."""
    return text.replace("\u00a0", " ")


@given(st.integers(min_value=1, max_value=20_000_000), KRONOR)
def test_a_fair_split_of_any_sum_is_never_remarked_upon(whole: int, berg: int) -> None:
    state, region, towns = split(whole, HALF_QUARTER_QUARTER)
    own = min(berg, towns)
    assert found(check, with_budget(income=fees(state, region, own, towns - own))) == []


@given(st.integers(min_value=0, max_value=5_000_000), st.integers(min_value=0, max_value=100))
def test_a_fair_split_rounded_line_by_line_to_tkr_is_never_remarked_upon(
    quarter: int, percent: int
) -> None:
    berg = quarter * percent // 100
    rounded = [in_unit(kr, Unit.TKR) for kr in (2 * quarter, quarter, berg, quarter - berg)]
    assert found(check, in_tkr(*rounded)) == []


@given(
    st.integers(min_value=1_000_000, max_value=10_000_000),
    st.integers(min_value=2, max_value=999_999),
)
def test_kronor_are_compared_to_the_krona(quarter: int, moved: int) -> None:
    income = fees(2 * quarter - moved, quarter + moved, quarter, 0)
    assert len(found(check, with_budget(income=income))) == 1


@pytest.mark.parametrize(("moved", "count"), [(1, 0), (2, 1), (10, 1)])
def test_whole_tkr_may_be_off_by_what_rounding_explains(moved: int, count: int) -> None:
    assert len(found(check, in_tkr(1000 - moved, 500 + moved, 300, 200))) == count


def test_a_plan_in_tkr_that_is_typed_to_the_krona_is_compared_to_the_krona() -> None:
    income = fees(1_000_400, 499_600, 300_000, 200_000)
    [finding] = found(check, with_budget(unit=Unit.TKR, income=income))
    assert "Staten bidrar med 1 000 400 kr, delen är 1 000 000 kr (50 %)" in said(finding.detail)


def test_the_state_that_pays_too_little_is_compared_with_the_others_together() -> None:
    [finding] = found(check, example("skelleftea-norsjo-2016"))
    assert finding.place == "contributions/actual-2014"
    assert finding.severity is Severity.WARN
    assert said(finding.message) == (
        "Medlemmarnas bidrag i utfall 2014 är inte delade som lagen säger. "
        "Staten bidrar med 76 tkr mindre än regionen och kommunerna tillsammans. "
        "Staten bidrar med 2 976 tkr, delen är 3 014 tkr (50 %), 38 tkr för lite. "
        "Regionen bidrar med 1 526 tkr, delen är 1 507 tkr (25 %), 19 tkr för mycket. "
        "Kommunerna bidrar med 1 526 tkr, delen är 1 507 tkr (25 %), 19 tkr för mycket. "
        "Källa: 5 § lagen (2003:1210)."
    )


@pytest.mark.parametrize(
    "name", ["ange-2022", "blekinge-2023", "sodra-lappland-2024", "vastra-ostergotland-2025"]
)
def test_the_other_examples_are_split_as_the_law_says(name: str) -> None:
    assert found(check, example(name)) == []


def test_where_the_state_is_right_only_the_others_are_off() -> None:
    [finding] = found(check, with_budget(income=fees(1_000_000, 400_000, 300_000, 300_000)))
    assert said(finding.detail) == (
        "Staten bidrar med 1 000 000 kr, delen är 1 000 000 kr (50 %). "
        "Regionen bidrar med 400 000 kr, delen är 500 000 kr (25 %), 100 000 kr för lite. "
        "Kommunerna bidrar med 600 000 kr, delen är 500 000 kr (25 %), 100 000 kr för mycket. "
        "Källa: 5 § lagen (2003:1210)."
    )


def test_a_column_without_contributions_is_not_judged() -> None:
    later = Column(year=2026, kind=ColumnKind.PLAN)
    assert found(check, with_budget(columns=(COLUMN, later))) == []


def test_contributions_of_nothing_are_not_judged() -> None:
    assert found(check, with_budget(income=fees(0, 0, 0, 0))) == []


def test_a_budget_with_no_line_for_any_member_is_not_judged() -> None:
    other = Line(key=key("other"), label="Övriga intäkter", amounts={"budget-2025": 1})
    assert found(check, with_budget(income=(other,))) == []


def test_a_plan_without_budget_is_not_judged() -> None:
    assert found(check, replace(FAIR, budget=None)) == []


def test_a_kind_of_member_without_a_line_is_said_once() -> None:
    paid = fees(1_000_000, 500_000, 300_000, 200_000)
    [finding] = found(check, with_budget(income=(paid[0], *paid[2:])))
    assert (finding.severity, finding.place) == (Severity.WARN, "contributions")
    assert finding.message == (
        "Det går inte att se om bidragen är delade som lagen säger. "
        "Ingen rad bland intäkterna är bidraget från regionen. "
        "Ange på raden vilken medlem som betalar."
    )


def test_without_a_region_the_municipalities_pay_its_part_too() -> None:
    plan = replace(FAIR, members=(STATE, BERG))
    income = (fee(STATE, budget_2025=800), fee(BERG, budget_2025=800))
    assert found(check, with_budget(plan, income=income)) == []
    less = (fee(STATE, budget_2025=800), fee(BERG, budget_2025=400))
    [finding] = found(check, with_budget(plan, income=less))
    assert said(finding.detail).startswith(
        "Staten bidrar med 400 kr mer än kommunen. Staten bidrar med 800 kr, delen är 600 kr (50 %)"
    )


def test_a_member_with_lines_of_its_own_below_is_counted_once() -> None:
    state, region, *_ = fees(1_000_000, 500_000, 0, 0)
    group = Line(
        key=key("towns"),
        label="Berg",
        member=BERG.key,
        lines=(fee(BERG, budget_2025=300_000), fee(DAL, budget_2025=200_000)),
    )
    assert found(check, with_budget(income=(state, region, group))) == []


def test_lines_in_groups_are_found() -> None:
    group = Line(key=key("group"), label="Medlemmar", lines=fees(1_000_000, 0, 0, 0))
    assert len(found(check, with_budget(income=(group,)))) == 1


def test_each_column_is_judged_by_the_law_of_its_year() -> None:
    basis = Basis(
        rules=NationalRules([*law("50", "25", "25"), *law("40", "40", "20", year=2026)]),
        characters=KNOWN,
    )
    paid = (1_000_000, 500_000, 300_000, 200_000)
    income = tuple(
        fee(m, budget_2025=kr, budget_2026=kr) for m, kr in zip(MEMBERS, paid, strict=True)
    )
    columns = (COLUMN, Column(year=2026, kind=ColumnKind.BUDGET))
    [finding] = found(check, with_budget(columns=columns, income=income), basis)
    assert finding.place == "contributions/budget-2026"
    assert "delen är 800 000 kr (40 %)" in said(finding.detail)
    assert "tillsammans" not in finding.detail


def test_before_there_was_a_law_nothing_is_judged() -> None:
    income = tuple(fee(m, actual_2003=1) for m in (STATE, REGION, BERG, DAL))
    columns = (Column(year=2003, kind=ColumnKind.ACTUAL),)
    assert found(check, with_budget(columns=columns, income=income), BASIS) == []
