import pytest

from budgets.arithmetic import FINANCIAL_NET, figures
from budgets.sheet import ComputedRow, Sheet
from plans.document.figures import FigureTexts
from tests.budgets import sheets
from tests.budgets.sheets import key_of

LAPPLAND, ANGE = sheets.sodra_lappland(), sheets.ange()


def text(sheet: Sheet, reference: str) -> str | None:
    return FigureTexts(sheet, figures(sheet))(reference)


@pytest.mark.parametrize(
    ("reference", "printed"),
    [
        (f"{ComputedRow.TOTAL_COSTS}/budget-2024", "4 483 tkr"),
        (f"{ComputedRow.RESULT}/budget-2023", "−574 tkr"),
        (f"{ComputedRow.CLOSING_EQUITY}/plan-2026", "1 027 tkr"),
        (f"{FINANCIAL_NET}/budget-2024", "0 tkr"),
        (f"{key_of('board')}/budget-2024", "265 tkr"),
        (f"{key_of('rent/Hyra kontor')}/plan-2025", "35 tkr"),
    ],
)
def test_a_computed_row_a_group_and_a_line_print_with_the_plans_unit(
    reference: str, printed: str
) -> None:
    assert text(LAPPLAND, reference) == printed.replace(" ", "\u00a0")


def test_a_cost_has_no_sign_in_prose_though_the_table_gives_it_one() -> None:
    assert text(ANGE, f"{key_of('office')}/budget-2022") == "444\u00a0500\u00a0kr"


@pytest.mark.parametrize(
    "reference",
    ["", "/", "result", "result/", "result/budget-1999", "gone/budget-2024", "result/total"],
)
def test_an_unknown_row_or_column_has_no_figure(reference: str) -> None:
    assert text(LAPPLAND, reference) is None


def test_an_empty_cell_has_no_figure() -> None:
    assert text(sheets.skelleftea_norsjo(), f"{key_of('income/Improve')}/actual-2014") is None


def test_a_plan_without_a_budget_has_no_figures() -> None:
    assert FigureTexts(None, None)("result/budget-2024") is None
