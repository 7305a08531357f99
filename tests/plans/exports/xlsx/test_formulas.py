"""Every figure of the workbook, reckoned from its formulas, is that of the budget's arithmetic."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from openpyxl import Workbook
from openpyxl.utils import coordinate_to_tuple

from budgets.sheet import CostSign, Subtotals, Unit
from plans.document.content import BudgetBlock, PlanContent
from plans.document.document import document_of
from tests.plans.exports.printing import example
from tests.plans.exports.xlsx.budgets import (
    ACTUAL,
    COLUMNS,
    HARD,
    HARD_SHEET,
    UNKNOWN,
    group,
    line,
    plan_with,
)
from tests.plans.exports.xlsx.evaluating import Evaluator, Value
from tests.plans.exports.xlsx.reading import (
    WITH_BUDGET,
    Values,
    example_xlsx,
    expected,
    opened,
    read,
    xlsx_of,
)
from tests.strategies.plans import plans

FEW = settings(
    phases=[Phase.explicit, Phase.generate],
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def reckoned(data: bytes, places: Mapping[str, Values]) -> dict[str, Values]:
    """What the formulas of these cells come to by our own reckoning."""
    return computed(opened(data), places)


def computed(workbook: Workbook, places: Mapping[str, Values]) -> dict[str, Values]:
    evaluator = Evaluator(workbook)
    found: dict[str, Values] = {
        tab: {cell: _shown(evaluator.value(tab, *coordinate_to_tuple(cell))) for cell in cells}
        for tab, cells in places.items()
    }
    assert evaluator.used <= {"SUM", "COUNT", "IF"}
    return found


def _shown(value: Value) -> Decimal | str:
    return "" if value is None else value


def formula(content: PlanContent, tab: str, cell: str) -> object:
    return opened(xlsx_of(content))[tab][cell].value


@pytest.mark.parametrize("name", WITH_BUDGET)
def test_every_figure_of_an_example_comes_out_of_its_formulas(name: str) -> None:
    places = expected(example(name))
    assert reckoned(example_xlsx(name), places) == places


@pytest.mark.parametrize("name", WITH_BUDGET)
def test_the_results_beside_the_formulas_are_theirs(name: str) -> None:
    places = expected(example(name))
    assert read(opened(example_xlsx(name), results=True), places) == places


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("cost_sign", CostSign)
@pytest.mark.parametrize("subtotals", Subtotals)
def test_so_does_every_figure_of_a_hard_one(
    unit: Unit, cost_sign: CostSign, subtotals: Subtotals
) -> None:
    sheet = replace(HARD_SHEET, unit=unit, cost_sign=cost_sign, subtotals=subtotals)
    content = replace(HARD, budget=sheet)
    places = expected(document_of(content))
    assert reckoned(xlsx_of(content), places) == places
    assert read(opened(xlsx_of(content), results=True), places) == places


@FEW
@given(plans())
def test_and_every_figure_of_whatever_a_plan_holds(content: PlanContent) -> None:
    assume(content.budget is not None)
    places = expected(document_of(content))
    data = xlsx_of(content)
    assert reckoned(data, places) == places
    assert read(opened(data, results=True), places) == places


def test_groups_add_their_lines_and_stay_empty_without_a_figure() -> None:
    assert formula(HARD, "Hela", "B5") == '=IF(COUNT(B6:B7)=0,"",SUM(B6:B7))'


def test_a_group_of_groups_adds_the_rows_that_are_its_own() -> None:
    assert formula(HARD, "Hela", "B10") == '=IF(COUNT(B11,B13,B16)=0,"",SUM(B11,B13,B16))'


def test_the_total_adds_the_columns() -> None:
    assert formula(HARD, "Hela", "G5") == '=IF(COUNT(B5:F5)=0,"",SUM(B5:F5))'


def test_costs_that_are_shown_with_a_minus_are_added() -> None:
    # Neither sum is printed, so the result stands on the lines themselves.
    assert formula(HARD, "Hela", "B19") == "=SUM(B5,B8,B10,B17:B18)"


def test_an_amount_changed_on_the_home_tab_is_followed_on_every_tab() -> None:
    rent = line("Revision", None, 12_000, 24_001, None, 7_000)
    changed = replace(HARD, budget=replace(HARD_SHEET, costs=(*HARD_SHEET.costs[:1], rent)))
    workbook = opened(xlsx_of(HARD))
    for cell, amount in {"C17": -12, "D17": -24.001, "F17": -7}.items():
        workbook["Hela"][cell].value = amount
    places = expected(document_of(changed))
    assert computed(workbook, places) == places


def test_an_opening_that_is_filled_in_gives_a_closing_on_every_tab() -> None:
    columns = (*COLUMNS[:-1], replace(UNKNOWN, opening=50_000))
    changed = replace(HARD, budget=replace(HARD_SHEET, columns=columns))
    workbook = opened(xlsx_of(HARD))
    workbook["Underlag"]["F10"].value = 50
    places = expected(document_of(changed))
    assert computed(workbook, places) == places


def test_a_group_of_more_rows_than_a_function_takes_is_added_all_the_same() -> None:
    lines = [group(f"Grupp {n}", line(f"Rad {n}", n)) for n in range(1, 301)]
    sheet = replace(HARD_SHEET, columns=(ACTUAL,), costs=(group("Allt", *lines),))
    content = plan_with(sheet, Budget=BudgetBlock())
    places = expected(document_of(content))
    assert reckoned(xlsx_of(content), places) == places
