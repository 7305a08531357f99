from itertools import chain

from hypothesis import given

from budgets.arithmetic import figures
from budgets.groups import CLOSINGS, HEADS
from budgets.sheet import Sheet
from budgets.table import BudgetTable, table
from tests.budgets.sheets import (
    ange,
    key_of,
    skelleftea_norsjo,
    sodra_lappland,
    vastra_ostergotland,
)
from tests.budgets.strategies import sheets


def printed(sheet: Sheet) -> BudgetTable:
    return table(sheet, figures(sheet))


def test_a_group_holds_its_head_its_lines_and_the_sums_that_close_it() -> None:
    first, *_ = printed(sodra_lappland()).groups
    assert [str(row.kind) for row in first] == ["group", *["line"] * 9]


def test_lines_that_no_group_holds_stand_together_with_their_sum() -> None:
    income, costs = printed(vastra_ostergotland()).groups
    assert [row.key for row in income][-1] == "total_income"
    assert [row.key for row in costs][-2:] == ["total_costs", "result"]


def test_lines_under_their_own_sum_are_a_group() -> None:
    income, office, interventions = printed(ange()).groups
    assert [row.key for row in income][-2:] == ["opening_equity", "available_funds"]
    assert {row.level for row in office} == {0, 1}
    assert [row.key for row in interventions][-1] == "closing_equity"


def test_a_group_in_a_group_stays_with_the_head_above_it() -> None:
    sheet = skelleftea_norsjo()
    found = table(sheet, figures(sheet), branch=key_of("activities"))
    assert [str(row.kind) for row in found.groups[0]][:3] == ["heading", "heading", "line"]


def test_a_table_without_rows_has_no_groups() -> None:
    sheet = ange()
    assert table(sheet, figures(sheet), branch=key_of("gone")).groups == ()


@given(sheets())
def test_groups_hold_every_row_once_and_in_order(sheet: Sheet) -> None:
    found = printed(sheet)
    assert tuple(chain.from_iterable(found.groups)) == found.rows
    assert all(found.groups)
    for group in found.groups[1:]:
        assert group[0].kind not in CLOSINGS
    for group in found.groups[:-1]:
        assert group[-1].kind not in HEADS
