from dataclasses import replace

from hypothesis import given

from budgets.layout import PlacedRow, RowKind, branch, whole
from budgets.sheet import ComputedRow, Sheet, Subtotals
from tests.budgets.sheets import (
    ange,
    column,
    group,
    key_of,
    line,
    skelleftea_norsjo,
    sodra_lappland,
)
from tests.budgets.strategies import sheets

COLUMNS = (column("budget", 2024),)


def small(subtotals: Subtotals, *computed: ComputedRow) -> Sheet:
    inner = group("inner", "Inre", line("b", "B", COLUMNS, (2,)))
    outer = group("outer", "Yttre", line("a", "A", COLUMNS, (1,)), inner)
    return Sheet(
        columns=COLUMNS,
        subtotals=subtotals,
        computed_rows=dict.fromkeys(computed, ""),
        income=(line("i", "Intäkt", COLUMNS, (9,)),),
        costs=(outer,),
        financial=(line("f", "Ränta", COLUMNS, (1,)),),
    )


def drawn(rows: tuple[PlacedRow, ...]) -> list[tuple[str, int, str]]:
    return [(row.kind.value, row.level, row.label) for row in rows]


def test_subtotals_before_stand_on_the_groups_own_row() -> None:
    assert drawn(tuple(branch(small(Subtotals.BEFORE), key_of("outer")))) == [
        ("group", 0, "Yttre"),
        ("line", 1, "A"),
        ("group", 1, "Inre"),
        ("line", 2, "B"),
    ]


def test_subtotals_after_stand_below_their_lines() -> None:
    assert drawn(tuple(branch(small(Subtotals.AFTER), key_of("outer")))) == [
        ("heading", 0, "Yttre"),
        ("line", 1, "A"),
        ("heading", 1, "Inre"),
        ("line", 2, "B"),
        ("sum", 1, "Summa inre"),
        ("sum", 0, "Summa yttre"),
    ]


def test_a_heading_that_says_the_same_as_its_sum_is_left_out() -> None:
    assert drawn(tuple(branch(ange(), key_of("members")))) == [
        ("line", 0, "Försäkringskassan/Arbetsförmedlingen"),
        ("line", 0, "Ånge kommun"),
        ("line", 0, "Region Västernorrland"),
        ("sum", 0, "Parternas insats"),
    ]


def test_a_depth_of_two_makes_groups_on_the_second_level_one_row() -> None:
    assert drawn(tuple(whole(small(Subtotals.BEFORE), 2)))[1:4] == [
        ("group", 0, "Yttre"),
        ("line", 1, "A"),
        ("line", 1, "Inre"),
    ]


def test_a_depth_of_nothing_leaves_the_computed_rows() -> None:
    rows = tuple(whole(small(Subtotals.BEFORE, ComputedRow.RESULT), 0))
    assert drawn(rows) == [("computed", 0, "Årets resultat")]
    assert rows[0].parts == ()


def test_all_computed_rows_stand_in_the_order_of_the_budget() -> None:
    assert [row.key for row in whole(small(Subtotals.BEFORE, *ComputedRow), 1)] == [
        str(key_of("i")),
        "total_income",
        "opening_equity",
        "available_funds",
        str(key_of("outer")),
        "total_costs",
        "result_before_financial",
        str(key_of("f")),
        "result",
        "closing_equity",
    ]


def test_without_available_funds_the_opening_stands_before_the_closing() -> None:
    computed = (ComputedRow.OPENING_EQUITY, ComputedRow.RESULT, ComputedRow.CLOSING_EQUITY)
    assert [row.key for row in whole(small(Subtotals.BEFORE, *computed), 1)] == [
        str(key_of("i")),
        str(key_of("outer")),
        str(key_of("f")),
        "result",
        "opening_equity",
        "closing_equity",
    ]


def test_only_named_computed_rows_are_shown_with_their_own_labels() -> None:
    rows = [row for row in whole(skelleftea_norsjo()) if row.kind is RowKind.COMPUTED]
    assert [row.label for row in rows] == [
        "Summa intäkter",
        "Summa kostnader",
        "Resultat före finansiella poster",
        "Resultat efter finansiella poster",
        "Resultat inkl. överföring från föregående år",
    ]


def test_a_result_is_made_of_the_rows_that_are_printed() -> None:
    *_, result = whole(small(Subtotals.BEFORE, ComputedRow.RESULT))
    income, outer, interest = (str(key_of(path)) for path in ("i", "outer", "f"))
    assert result.parts == ((1, income), (-1, outer), (1, interest))
    *_, result = whole(small(Subtotals.BEFORE, ComputedRow.RESULT, ComputedRow.TOTAL_COSTS))
    assert result.parts == ((1, income), (-1, "total_costs"), (1, interest))


def test_equity_on_an_opening_that_is_not_printed_is_no_sum_to_a_reader() -> None:
    *_, closing = whole(small(Subtotals.BEFORE, ComputedRow.CLOSING_EQUITY))
    assert closing.parts == ()


def test_a_branch_that_is_gone_has_no_rows() -> None:
    assert tuple(branch(sodra_lappland(), key_of("gone"))) == ()


@given(sheets())
def test_every_line_is_printed_once_with_a_figure(sheet: Sheet) -> None:
    kinds = {RowKind.LINE, RowKind.GROUP, RowKind.SUM}
    printed = [row.key for row in whole(sheet) if row.kind in kinds]
    assert sorted(printed) == sorted(str(each.key) for _, each in sheet.walk())


@given(sheets())
def test_where_subtotals_stand_does_not_change_what_a_sum_is_made_of(sheet: Sheet) -> None:
    def sums(subtotals: Subtotals) -> dict[str, object]:
        return {
            row.key: row.parts for row in whole(replace(sheet, subtotals=subtotals)) if row.parts
        }

    assert sums(Subtotals.BEFORE) == sums(Subtotals.AFTER)
