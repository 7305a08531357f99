from dataclasses import replace

from budgets.sheet import Column, ColumnKind, Line, Unit
from plans.document.checks import Severity
from plans.document.checks.equity import check_negative, check_roll_forward
from plans.document.content import PlanContent
from tests.plans.document.checks.plans import FAIR, example, found, key, with_budget


def said(text: str) -> str:
    return text.replace("\u00a0", " ")


def spending(*columns: Column, unit: Unit = Unit.KR, **costs: int) -> PlanContent:
    """A plan with no income and these costs by column."""
    amounts = {name.replace("_", "-"): kr for name, kr in costs.items()}
    line = Line(key=key("cost"), label="Kansli", amounts=amounts)
    return with_budget(columns=columns, income=(), costs=(line,), unit=unit)


def budget(year: int, opening: int | None = None, source: str = "") -> Column:
    return Column(year=year, kind=ColumnKind.BUDGET, opening=opening, opening_source=source)


def test_a_column_that_closes_below_nothing_is_an_error() -> None:
    plan = spending(budget(2025, 200_000), budget(2026), budget_2025=150_000, budget_2026=170_000)
    [finding] = found(check_negative, plan)
    assert finding.severity is Severity.ERROR
    assert finding.place == "budget/closing_equity/budget-2026"
    assert said(finding.message) == (
        "Negativt eget kapital i budget 2026. Ingående eget kapital 50 000 kr och årets resultat "
        "−170 000 kr ger utgående −120 000 kr."
    )


def test_equity_that_ends_at_nothing_is_in_order() -> None:
    assert found(check_negative, spending(budget(2025, 200_000), budget_2025=200_000)) == []


def test_unknown_equity_is_not_judged() -> None:
    plan = spending(budget(2025), budget(2026), budget_2025=1, budget_2026=1)
    assert found(check_negative, plan) == []


def test_less_than_a_thousand_below_nothing_is_told_in_kronor() -> None:
    plan = spending(budget(2025, 0), unit=Unit.TKR, budget_2025=400)
    [finding] = found(check_negative, plan)
    assert said(finding.detail).endswith("ger utgående −400 kr.")


def test_a_typed_opening_that_is_not_the_closing_before_it_is_a_warning() -> None:
    plan = spending(
        budget(2025, 2_670_000),
        budget(2026, 2_100_000, "prognos per 31 augusti"),
        unit=Unit.TKR,
        budget_2025=574_000,
    )
    [finding] = found(check_roll_forward, plan)
    assert finding.severity is Severity.WARN
    assert finding.place == "budget/opening_equity/budget-2026"
    assert said(finding.message) == (
        "Ingående eget kapital i budget 2026 är inte utgående i budget 2025. "
        "Ingående är 2 100 tkr (prognos per 31 augusti), utgående i budget 2025 är 2 096 tkr: "
        "skillnaden är 4 tkr."
    )


def test_a_typed_opening_without_source_says_so() -> None:
    plan = spending(budget(2025, 100), budget(2026, 99))
    [finding] = found(check_roll_forward, plan)
    assert "Ingående är 99 kr (utan källa)" in said(finding.detail)


def test_the_same_opening_is_in_order_also_rounded_to_the_plans_unit() -> None:
    exact = spending(budget(2025, 1_000_400), budget(2026, 1_000_400), unit=Unit.TKR)
    rounded = spending(budget(2025, 1_000_400), budget(2026, 1_000_000), unit=Unit.TKR)
    assert found(check_roll_forward, exact) + found(check_roll_forward, rounded) == []


def test_an_opening_typed_to_the_krona_is_compared_to_the_krona() -> None:
    plan = spending(budget(2025, 1_000_400), budget(2026, 1_000_300), unit=Unit.TKR)
    [finding] = found(check_roll_forward, plan)
    assert said(finding.detail) == (
        "Ingående är 1 000 300 kr (utan källa), utgående i budget 2025 är 1 000 400 kr: "
        "skillnaden är 100 kr."
    )


def test_an_opening_that_continues_nothing_known_is_not_judged() -> None:
    first = spending(budget(2025, 100))
    unknown = spending(budget(2025), budget(2026, 100))
    gap = spending(budget(2025, 100), budget(2027, 5))
    assert [found(check_roll_forward, plan) for plan in (first, unknown, gap)] == [[], [], []]


def test_a_plan_without_budget_has_no_equity_to_judge() -> None:
    plan = replace(FAIR, budget=None)
    assert found(check_negative, plan) + found(check_roll_forward, plan) == []


def test_the_examples_carry_their_equity_forward_and_never_below_nothing() -> None:
    names = ["ange-2022", "skelleftea-norsjo-2016", "sodra-lappland-2024"]
    plans = [example(name) for name in names]
    assert [found(check_roll_forward, p) + found(check_negative, p) for p in plans] == [[], [], []]
