from dataclasses import replace

from hypothesis import given, settings

from budgets.sheet import Column, ColumnKind, Line, Printed
from finsam.federations.profile import Rules
from plans.document.checks import CHECKS, Severity, findings, made, turned_off
from plans.document.content import PlanContent
from plans.document.document import document_of
from tests.plans.document.checks.plans import (
    BASIS,
    BUDGET_SECTION,
    FAIR,
    example,
    fees,
    key,
    with_budget,
)
from tests.strategies.plans import plans

RENT = Line(
    key=key("rent"),
    label="Hyra",
    amounts={"budget-2025": 9_000_000},
    unread={"budget-2026": "9oo"},
)
BAD = replace(
    with_budget(
        columns=(
            Column(year=2025, kind=ColumnKind.BUDGET, opening=100_000),
            Column(year=2026, kind=ColumnKind.BUDGET, opening=1),
        ),
        income=fees(1_000_000, 400_000, 300_000, 300_000),
        costs=(RENT,),
        printed=(Printed(row=str(RENT.key), column="budget-2025", amount=1),),
    ),
    title="Plan →",
    sections=(BUDGET_SECTION,),
)


def codes(plan: PlanContent) -> list[str]:
    return [finding.code for finding in findings(document_of(plan), BASIS)]


def test_every_check_has_a_code_and_a_name_of_its_own() -> None:
    assert [check.code for check in CHECKS] == [
        "unreadable-amount",
        "equity-negative",
        "printed-total",
        "roll-forward",
        "shares",
        "characters",
    ]
    assert len({check.name for check in CHECKS}) == len(CHECKS)


def test_errors_come_first_and_then_what_is_read_first() -> None:
    assert codes(BAD) == [
        "printed-total",
        "unreadable-amount",
        "equity-negative",
        "characters",
        "shares",
        "roll-forward",
    ]


def test_a_plan_in_order_has_no_findings() -> None:
    assert codes(FAIR) == []


def test_what_the_federation_has_turned_off_is_not_looked_for() -> None:
    off = {"shares": "Ny kommun 2025.", "characters": "Vi vet."}
    federation = replace(BAD.federation, rules=Rules(disabled_checks=off))
    plan = replace(BAD, federation=federation)
    assert codes(plan) == [
        "printed-total",
        "unreadable-amount",
        "equity-negative",
        "roll-forward",
    ]
    assert [check.code for check in made(document_of(plan))] == [
        "unreadable-amount",
        "equity-negative",
        "printed-total",
        "roll-forward",
    ]
    assert turned_off(document_of(plan)) == off


def test_what_is_no_amount_is_looked_for_whatever_is_turned_off() -> None:
    off = {"unreadable-amount": "Vi vet.", "shares": "Ny kommun 2025."}
    federation = replace(BAD.federation, rules=Rules(disabled_checks=off))
    document = document_of(replace(BAD, federation=federation))
    assert [check.code for check in made(document) if check.code in off] == ["unreadable-amount"]
    assert turned_off(document) == {"shares": "Ny kommun 2025."}


def test_skelleftea_norsjo_has_six_errors_and_one_warning() -> None:
    found = codes(example("skelleftea-norsjo-2016"))
    assert [code for code in found if code != "characters"] == ["printed-total"] * 6 + ["shares"]


@given(plans())
@settings(max_examples=50, deadline=None)
def test_any_plan_can_be_checked_and_its_errors_come_first(plan: PlanContent) -> None:
    found = findings(document_of(plan), BASIS)
    severities = [finding.severity is not Severity.ERROR for finding in found]
    assert severities == sorted(severities)
