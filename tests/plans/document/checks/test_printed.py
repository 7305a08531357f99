from dataclasses import replace

from budgets.sheet import Column, ColumnKind, CostSign, Line, Printed, Unit
from plans.document.checks import Severity
from plans.document.checks.printed import check
from plans.document.content import PlanContent
from tests.plans.document.checks.plans import COLUMN, FAIR, example, found, key, with_budget

RENT = Line(key=key("rent"), label="Hyra", amounts={"budget-2025": 35_000})
OTHER = Line(key=key("other"), label="Övrigt", amounts={"budget-2025": 20_000})
OFFICE = Line(key=key("office"), label="Kansli", lines=(RENT, OTHER))


def said(text: str) -> str:
    return text.replace("\u00a0", " ")


def printed(row: object, amount: int, column: str = "budget-2025", **more: str) -> Printed:
    return Printed(row=str(row), column=column, amount=amount, **more)


def plan(*figures: Printed, **changes: object) -> PlanContent:
    return with_budget(FAIR, costs=(OFFICE,), printed=figures, **changes)


def test_a_typed_line_that_the_source_has_otherwise_is_an_error() -> None:
    [finding] = found(check, plan(printed(RENT.key, 53_000, source="Bilaga 2")))
    assert finding.severity is Severity.ERROR
    assert finding.place == f"budget/{RENT.key}/budget-2025"
    assert said(finding.message) == (
        "Hyra, budget 2025: källan har en annan siffra. Källan (Bilaga 2) anger 53 000 kr, "
        "planen har 35 000 kr, skillnaden är 18 000 kr."
    )


def test_a_sum_is_what_the_plan_computes() -> None:
    [finding] = found(check, plan(printed("total_costs", 2_743_000)))
    assert said(finding.message) == (
        "Summa kostnader, budget 2025: källan har en annan siffra. Källan anger 2 743 000 kr, "
        "planen räknar fram 55 000 kr, skillnaden är 2 688 000 kr."
    )


def test_the_same_figure_is_in_order() -> None:
    assert found(check, plan(printed(RENT.key, 35_000), printed(OFFICE.key, 55_000))) == []


def test_a_figure_that_prints_alike_in_the_plans_unit_is_in_order() -> None:
    assert found(check, plan(printed(RENT.key, 35_400), unit=Unit.TKR)) == []


def test_an_empty_cell_has_no_amount() -> None:
    columns = (COLUMN, Column(year=2026, kind=ColumnKind.PLAN))
    [finding] = found(check, plan(printed(RENT.key, 0, "plan-2026"), columns=columns))
    assert said(finding.detail) == "Källan anger 0 kr, planen har inget belopp."


def test_a_row_that_is_gone_is_said_to_be() -> None:
    [finding] = found(check, plan(printed(key("gone"), 1)))
    assert said(finding.message) == (
        "Borttagen rad, budget 2025: källan har en annan siffra. "
        "Källan anger 1 kr, planen har inget belopp."
    )


def test_the_sum_of_the_financial_lines_has_a_name() -> None:
    [finding] = found(check, plan(printed("financial_net", 1)))
    assert finding.fact == "Finansiellt netto, budget 2025: källan har en annan siffra."


def test_costs_are_told_with_the_plans_own_sign() -> None:
    [finding] = found(check, plan(printed(RENT.key, 53_000), cost_sign=CostSign.NEGATIVE))
    assert said(finding.detail) == (
        "Källan anger −53 000 kr, planen har −35 000 kr, skillnaden är 18 000 kr."
    )


def test_a_label_that_stands_twice_is_told_with_its_group() -> None:
    board = Line(key=key("board"), label="Styrelsen", lines=(replace(OTHER, key=key("b")),))
    costs = (OFFICE, board)
    [finding] = found(check, with_budget(costs=costs, printed=(printed(OTHER.key, 1),)))
    assert finding.fact == "Övrigt (Kansli), budget 2025: källan har en annan siffra."


def test_how_it_was_resolved_is_the_reason_and_it_stays_an_error() -> None:
    [finding] = found(check, plan(printed(RENT.key, 1, resolution="Raden gäller.")))
    assert (finding.severity, finding.reason) == (Severity.ERROR, "Raden gäller.")


def test_a_plan_without_budget_has_no_figures_to_compare() -> None:
    assert found(check, replace(FAIR, budget=None)) == []


def test_skelleftea_norsjo_contradicts_itself_six_times() -> None:
    findings = found(check, example("skelleftea-norsjo-2016"))
    read = [
        (said(f.fact).removesuffix(": källan har en annan siffra."), said(f.detail))
        for f in findings
    ]
    source = "Källan (den beslutade planens bilaga) anger"
    assert read == [
        (
            "Ny verksamhet, plan 2017",
            f"{source} 1 200 tkr, planen har 862 tkr, skillnaden är 338 tkr.",
        ),
        (
            "Ny verksamhet, plan 2018",
            f"{source} 1 000 tkr, planen har 308 tkr, skillnaden är 692 tkr.",
        ),
        (
            "Ny verksamhet, 2014–2018 Totalt",
            f"{source} 3 904 tkr, planen räknar fram 2 874 tkr, skillnaden är 1 030 tkr.",
        ),
        (
            "Summa verksamhetskostnader, plan 2017",
            f"{source} 5 090 tkr, planen räknar fram 4 752 tkr, skillnaden är 338 tkr.",
        ),
        (
            "Summa verksamhetskostnader, plan 2018",
            f"{source} 4 720 tkr, planen räknar fram 4 028 tkr, skillnaden är 692 tkr.",
        ),
        (
            "Summa verksamhetskostnader, 2014–2018 Totalt",
            f"{source} 26 180 tkr, planen räknar fram 25 150 tkr, skillnaden är 1 030 tkr.",
        ),
    ]
    assert all(finding.reason for finding in findings)


def test_the_other_examples_print_what_is_computed() -> None:
    names = ["ange-2022", "sodra-lappland-2024", "vastra-ostergotland-2025"]
    assert [found(check, example(name)) for name in names] == [[], [], []]
