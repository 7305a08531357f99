from dataclasses import replace

from hypothesis import given

from budgets.arithmetic import computed, figures
from budgets.sheet import TOTAL, ComputedRow, Line, Sheet, Side
from tests.budgets.sheets import (
    ange,
    column,
    group,
    key_of,
    line,
    skelleftea_norsjo,
    sodra_lappland,
    thousands,
    vastra_ostergotland,
)
from tests.budgets.strategies import sheets


def row(sheet: Sheet, name: str) -> tuple[int | None, ...]:
    computed_figures = figures(sheet)
    return tuple(computed_figures.amount(name, column) for column in computed_figures.columns)


def test_sodra_lappland_rolls_its_equity_over_four_years() -> None:
    sheet = sodra_lappland()
    assert row(sheet, ComputedRow.AVAILABLE_FUNDS) == thousands(6422, 6148, 5717, 5098)
    assert row(sheet, ComputedRow.TOTAL_COSTS) == thousands(4326, 4483, 4371, 4071)
    assert row(sheet, ComputedRow.RESULT) == thousands(-574, -431, -319, -319)
    assert row(sheet, ComputedRow.CLOSING_EQUITY) == thousands(2096, 1665, 1346, 1027)


def test_sodra_lappland_has_the_subtotals_of_its_plan() -> None:
    sheet = sodra_lappland()
    assert row(sheet, str(key_of("members"))) == thousands(3752, 3752, 3752, 3752)
    assert row(sheet, str(key_of("board"))) == thousands(265, 265, 270, 270)
    assert row(sheet, str(key_of("staff"))) == thousands(1300, 1400, 1000, 1000)
    assert row(sheet, str(key_of("rent"))) == thousands(35, 35, 35, 35)
    assert row(sheet, str(key_of("other"))) == thousands(391, 310, 310, 310)
    assert row(sheet, str(key_of("projects"))) == thousands(2335, 2473, 2756, 2456)


def test_skelleftea_norsjo_has_the_sums_of_its_plan_with_their_totals() -> None:
    sheet = skelleftea_norsjo()
    assert row(sheet, "total_income") == thousands(6139, 6603, 6230, 6230, 6230, 31432)
    assert row(sheet, "total_costs") == thousands(7724, 5895, 8505, 6895, 6250, 35269)
    before = thousands(-1585, 708, -2275, -665, -20, -3837)
    assert row(sheet, "result_before_financial") == before
    assert row(sheet, "financial_net") == thousands(18, 0, 20, 20, 20, 78)
    assert row(sheet, "result") == thousands(-1567, 708, -2255, -645, 0, -3759)


def test_skelleftea_norsjo_spends_its_equity_and_the_total_column_claims_none() -> None:
    assert row(skelleftea_norsjo(), "closing_equity") == thousands(2192, 2900, 645, 0, 0, None)


def test_skelleftea_norsjo_has_one_figure_for_the_appendix_and_the_main_table() -> None:
    sheet = skelleftea_norsjo()
    assert row(sheet, str(key_of("decided"))) == thousands(6095, 3866, 4705, 3890, 3720, 22276)
    assert row(sheet, str(key_of("activities"))) == thousands(6095, 3866, 6409, 4752, 4028, 25150)
    assert row(sheet, str(key_of("near"))) == thousands(0, 200, 440, 380, 380, 1400)
    assert row(sheet, str(key_of("office"))) == thousands(1629, 1829, 1656, 1763, 1842, 8719)


def test_ange_closes_with_150_000() -> None:
    sheet = ange()
    assert row(sheet, str(key_of("members"))) == (1_472_000,)
    assert row(sheet, ComputedRow.AVAILABLE_FUNDS) == (1_722_000,)
    assert row(sheet, str(key_of("office"))) == (444_500,)
    assert row(sheet, str(key_of("interventions"))) == (1_127_500,)
    assert row(sheet, ComputedRow.TOTAL_COSTS) == (1_572_000,)
    assert row(sheet, ComputedRow.CLOSING_EQUITY) == (150_000,)


def test_vastra_ostergotland_has_a_deficit_and_claims_no_equity() -> None:
    sheet = vastra_ostergotland()
    assert row(sheet, ComputedRow.TOTAL_INCOME) == (8_644_000,)
    assert row(sheet, ComputedRow.TOTAL_COSTS) == (10_010_000,)
    assert row(sheet, ComputedRow.RESULT) == (-1_366_000,)
    assert row(sheet, ComputedRow.OPENING_EQUITY) == (None,)
    assert row(sheet, ComputedRow.AVAILABLE_FUNDS) == (None,)
    assert row(sheet, ComputedRow.CLOSING_EQUITY) == (None,)


def test_the_file_formats_computed_part_leaves_out_what_is_unknown() -> None:
    assert computed(figures(vastra_ostergotland())) == {
        "rows": {
            "total_income": {"budget-2025": 8_644_000},
            "total_costs": {"budget-2025": 10_010_000},
            "result_before_financial": {"budget-2025": -1_366_000},
            "financial_net": {"budget-2025": 0},
            "result": {"budget-2025": -1_366_000},
        },
        "groups": {},
    }


def test_an_empty_cell_is_not_zero() -> None:
    columns = (column("budget", 2024), column("plan", 2025))
    empty = line("a", "Tom", columns, (None, None))
    zero = line("b", "Noll", columns, (0, None))
    sheet = Sheet(columns=columns, costs=(group("g", "Grupp", empty, zero),), has_total_column=True)
    assert row(sheet, str(key_of("a"))) == (None, None, None)
    assert row(sheet, str(key_of("b"))) == (0, None, 0)
    assert row(sheet, str(key_of("g"))) == (0, None, 0)
    assert row(sheet, ComputedRow.TOTAL_COSTS) == (0, 0, 0)


def test_amounts_of_a_group_itself_and_of_columns_that_are_gone_do_not_count() -> None:
    columns = (column("budget", 2024),)
    child = Line(key=key_of("a"), label="Rad", amounts={"budget-2024": 5, "plan-2030": 7})
    parent = replace(group("g", "Grupp", child), amounts={"budget-2024": 100})
    assert row(Sheet(columns=columns, costs=(parent,)), str(key_of("g"))) == (5,)


def test_a_row_that_is_not_there_has_no_amount() -> None:
    assert figures(ange()).amount("no such row", "budget-2022") is None
    assert figures(ange()).amount(ComputedRow.RESULT, "budget-1999") is None


def test_a_sheet_without_columns_has_no_figures() -> None:
    assert computed(figures(Sheet())) == {"rows": {}, "groups": {}}


def test_lines_may_nest_fifty_deep() -> None:
    columns = (column("budget", 2024),)
    deepest = line("0", "Rad", columns, (1,))
    for depth in range(1, 51):
        deepest = group(str(depth), "Grupp", deepest, line(f"l{depth}", "Rad", columns, (1,)))
    assert row(Sheet(columns=columns, costs=(deepest,)), ComputedRow.TOTAL_COSTS) == (51,)


@given(sheets())
def test_a_group_is_the_sum_of_its_leaves_at_any_depth(sheet: Sheet) -> None:
    computed_figures = figures(sheet)
    for _, parent in sheet.walk():
        if not parent.is_group:
            continue
        leaves = [leaf for leaf in parent.walk() if not leaf.is_group]
        for each in sheet.columns:
            typed = [leaf.amounts[each.name] for leaf in leaves if each.name in leaf.amounts]
            expected = sum(typed) if typed else None
            assert computed_figures.amount(parent.key, each.name) == expected


@given(sheets())
def test_the_result_is_income_less_costs_with_the_financial_net(sheet: Sheet) -> None:
    computed_figures = figures(sheet)
    for each in sheet.columns:
        income, cost, financial = (
            sum(
                leaf.amounts.get(each.name, 0)
                for root in sheet.roots(side)
                for leaf in root.walk()
                if not leaf.is_group
            )
            for side in (Side.INCOME, Side.COST, Side.FINANCIAL)
        )
        assert computed_figures.amount(ComputedRow.RESULT, each.name) == income - cost + financial


@given(sheets())
def test_the_total_column_is_the_sum_of_the_columns(sheet: Sheet) -> None:
    computed_figures = figures(replace(sheet, has_total_column=True))
    balances = {
        ComputedRow.OPENING_EQUITY, ComputedRow.AVAILABLE_FUNDS, ComputedRow.CLOSING_EQUITY,
    }  # fmt: skip
    rows = {**computed_figures.lines, **computed_figures.groups, **computed_figures.rows}
    for name, cells in rows.items():
        amounts = [amount for key, amount in cells.items() if key != TOTAL]
        expected = None if name in balances or not amounts else sum(amounts)
        if sheet.columns:
            assert cells.get(TOTAL) == expected


@given(sheets())
def test_without_a_total_column_there_is_no_total(sheet: Sheet) -> None:
    computed_figures = figures(replace(sheet, has_total_column=False))
    assert all(TOTAL not in cells for cells in computed_figures.rows.values())
    assert all(TOTAL not in cells for cells in computed_figures.groups.values())
