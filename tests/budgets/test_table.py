from dataclasses import replace

import pytest
from hypothesis import given

from budgets.arithmetic import figures
from budgets.layout import RowKind
from budgets.notes import ROUNDING, Note
from budgets.rows import Cell
from budgets.sheet import ComputedRow, Printed, Sheet, Side, Unit
from budgets.table import BudgetTable, Head, table
from tests.budgets.sheets import (
    ange,
    column,
    group,
    key_of,
    line,
    skelleftea_norsjo,
    sodra_lappland,
    vastra_ostergotland,
)
from tests.budgets.strategies import sheets


def texts(printed: BudgetTable, key: str) -> list[str]:
    """The figures of a row, with plain spaces and minus signs to read them by."""
    (row,) = (row for row in printed.rows if row.key == key and row.cells)
    return [cell.text.replace("\u00a0", " ").replace("\u2212", "-") for cell in row.cells]


def test_sodra_lappland_prints_as_its_plan() -> None:
    sheet = sodra_lappland()
    printed = table(sheet, figures(sheet))
    assert printed.unit == "Belopp i tkr"
    assert [head.text for head in printed.heads] == [
        "Budget 2023", "Budget 2024", "Plan 2025", "Plan 2026",
    ]  # fmt: skip
    assert texts(printed, "opening_equity") == ["2 670", "2 096", "1 665", "1 346"]
    assert texts(printed, "available_funds") == ["6 422", "6 148", "5 717", "5 098"]
    assert texts(printed, "total_costs") == ["4 326", "4 483", "4 371", "4 071"]
    assert texts(printed, "result") == ["-574", "-431", "-319", "-319"]
    assert texts(printed, "closing_equity") == ["2 096", "1 665", "1 346", "1 027"]
    assert printed.notes == (
        Note(number=1, text="Eget kapital (IB): bokslut 2022."),
        Note(text="Årets resultat räknas utan ingående eget kapital."),
    )


def test_ange_prints_its_costs_negative_and_its_equity_by_its_own_sign() -> None:
    sheet = ange()
    printed = table(sheet, figures(sheet))
    assert texts(printed, str(key_of("members"))) == ["1 472 000"]
    assert texts(printed, "available_funds") == ["1 722 000"]
    assert texts(printed, str(key_of("office/NNS"))) == ["-3 500"]
    assert texts(printed, str(key_of("office"))) == ["-444 500"]
    assert texts(printed, str(key_of("interventions"))) == ["-1 127 500"]
    assert texts(printed, "total_costs") == ["-1 572 000"]
    assert texts(printed, "closing_equity") == ["150 000"]
    assert printed.notes == ()


def test_vastra_ostergotland_prints_its_totals_and_no_equity() -> None:
    sheet = vastra_ostergotland()
    printed = table(sheet, figures(sheet))
    assert texts(printed, "total_income") == ["8 644 000"]
    assert texts(printed, "total_costs") == ["10 010 000"]
    assert texts(printed, "result") == ["-1 366 000"]
    assert [row.key for row in printed.rows if row.kind is RowKind.COMPUTED] == [
        "total_income", "total_costs", "result",
    ]  # fmt: skip


def test_skelleftea_norsjos_appendix_agrees_with_its_main_table() -> None:
    sheet = skelleftea_norsjo()
    main = table(sheet, figures(sheet), depth=2)
    appendix = table(sheet, figures(sheet), branch=key_of("decided"))
    expected = ["6 095", "3 866", "4 705", "3 890", "3 720", "22 276"]
    assert texts(main, str(key_of("decided"))) == expected
    assert texts(appendix, str(key_of("decided"))) == expected
    assert appendix.title == "Beslutad verksamhet, se bilaga"
    assert len(appendix.rows) == 26
    assert main.heads[-1] == Head(name="total", text="2014–2018 Totalt")


def test_a_hidden_opening_is_told_below_the_equity_that_stands_on_it() -> None:
    sheet = replace(skelleftea_norsjo(), printed=())
    assert table(sheet, figures(sheet)).notes == (
        Note(text="Ingående eget kapital för Utfall 2014 är 3\u00a0759\u00a0tkr (bokslut 2013)."),
    )
    assert table(sheet, figures(sheet), branch=key_of("decided")).notes == ()


def test_what_the_source_printed_stands_in_a_note_on_the_cell() -> None:
    sheet = skelleftea_norsjo()
    printed = table(sheet, figures(sheet), columns=["plan-2017"])
    (row,) = (row for row in printed.rows if row.label == "Ny verksamhet")
    assert row.cells == (Cell(text="862", amount=862_000, printed="1\u00a0200", marks=(1,)),)
    text = "I bilagan står 1\u00a0200\u00a0tkr. Huvudtabellens belopp gäller."
    assert printed.notes == (Note(number=1, text=text),)


def test_what_the_source_printed_alike_needs_no_note() -> None:
    same = Printed(row="total_income", column="budget-2025", amount=8_644_000)
    sheet = replace(vastra_ostergotland(), printed=(same,))
    assert table(sheet, figures(sheet)).notes == ()


def test_a_source_that_prints_a_figure_where_there_is_none_gets_a_note() -> None:
    other = Printed(row="result", column="budget-2025", amount=5)
    sheet = replace(vastra_ostergotland(), printed=(other,))
    assert table(sheet, figures(sheet)).notes == (Note(number=1, text="I källan står 5\u00a0kr."),)


def test_the_same_note_is_given_once() -> None:
    columns = tuple(column("budget", year, opening=1, opening_source="x") for year in (2024, 2026))
    sheet = Sheet(columns=columns, computed_rows={ComputedRow.OPENING_EQUITY: ""})
    printed = table(sheet, figures(sheet))
    assert [cell.marks for cell in printed.rows[0].cells] == [(1,), (1,)]
    assert printed.notes == (Note(number=1, text="Ingående eget kapital: x."),)


def test_a_heading_has_no_cells_and_the_width_to_span() -> None:
    sheet = ange()
    printed = table(sheet, figures(sheet))
    headings = [row for row in printed.rows if row.kind is RowKind.HEADING]
    assert [(row.label, row.side, row.cells) for row in headings] == [
        ("Kansli", Side.COST, ()),
        ("Insatser", Side.COST, ()),
    ]
    assert printed.width == 2


def test_a_correction_in_the_negative_style_prints_plus_and_is_not_negative() -> None:
    columns = (column("budget", 2022),)
    costs = (line("a", "Rättelse", columns, (-5_000,)), line("b", "Hyra", columns, (7_000,)))
    sheet = replace(ange(), columns=columns, costs=costs)
    printed = table(sheet, figures(sheet), branch=key_of("a"))
    assert printed.rows[0].cells == (Cell(text="+5\u00a0000", amount=5_000),)
    printed = table(sheet, figures(sheet), branch=key_of("b"))
    assert printed.rows[0].cells == (
        Cell(text="\u22127\u00a0000", amount=-7_000, is_negative=True),
    )


def test_columns_are_shown_in_the_sheets_order() -> None:
    sheet = skelleftea_norsjo()
    printed = table(sheet, figures(sheet), columns=["total", "budget-2016", "plan-1999"])
    assert [head.name for head in printed.heads] == ["budget-2016", "total"]


def test_a_branch_that_is_gone_gives_a_table_without_rows() -> None:
    sheet = ange()
    assert table(sheet, figures(sheet), branch=key_of("gone")).rows == ()


def rounded(*amounts: int) -> Sheet:
    columns = (column("budget", 2024),)
    lines = [line(str(n), f"Rad {n}", columns, (kr,)) for n, kr in enumerate(amounts)]
    return Sheet(unit=Unit.TKR, columns=columns, costs=(group("g", "Grupp", *lines),))


def test_rounded_parts_that_do_not_add_up_are_explained() -> None:
    sheet = rounded(1_400, 1_400)
    printed = table(sheet, figures(sheet))
    assert [texts(printed, row.key) for row in printed.rows] == [["3"], ["1"], ["1"]]
    assert printed.notes == (Note(text=ROUNDING),)


def test_rounded_parts_that_add_up_all_the_same_are_not() -> None:
    sheet = rounded(1_400, 1_600)
    assert table(sheet, figures(sheet)).notes == ()


def test_rounding_in_parts_that_are_not_shown_is_not_explained() -> None:
    sheet = rounded(1_400, 1_400)
    assert table(sheet, figures(sheet), depth=1).notes == ()


def test_a_total_over_rounded_columns_is_explained_only_beside_all_of_them() -> None:
    columns = (column("budget", 2024), column("plan", 2025))
    lines = (line("a", "Rad", columns, (1_400, 1_400)),)
    sheet = Sheet(unit=Unit.TKR, columns=columns, costs=lines, has_total_column=True)
    assert table(sheet, figures(sheet)).notes == (Note(text=ROUNDING),)
    assert table(sheet, figures(sheet), columns=["plan-2025", "total"]).notes == ()


def test_a_rounded_roll_forward_is_explained_where_its_opening_is_printed() -> None:
    columns = (column("budget", 2024, opening=1_400),)
    income = (line("a", "Bidrag", columns, (1_400,)),)
    shown = {ComputedRow.OPENING_EQUITY: "", ComputedRow.CLOSING_EQUITY: ""}
    sheet = Sheet(unit=Unit.TKR, columns=columns, income=income, computed_rows=shown)
    printed = table(sheet, figures(sheet))
    assert [texts(printed, row.key) for row in printed.rows] == [["1"], ["1"], ["3"]]
    assert printed.notes == (Note(text=ROUNDING),)


def rows_of(printed: BudgetTable) -> dict[str, tuple[Cell, ...]]:
    """The figures of each row that may have any, by its key."""
    return {row.key: row.cells for row in printed.rows if row.kind is not RowKind.HEADING}


def number(text: str) -> int:
    """A printed figure read back; an empty cell adds nothing."""
    plain = text.replace("\u00a0", "").replace("\u2212", "-").replace("–", "0")
    return int(plain)


@given(sheets())
def test_the_rounding_note_stands_where_printed_rows_do_not_add_up_and_nowhere_else(
    sheet: Sheet,
) -> None:
    lines_only = replace(sheet, computed_rows={ComputedRow.TOTAL_COSTS: ""})
    printed = table(lines_only, figures(lines_only))
    cells = {key: [number(cell.text) for cell in row] for key, row in rows_of(printed).items()}
    sums = {str(each.key): each.lines for _, each in sheet.walk() if each.is_group}
    sums[ComputedRow.TOTAL_COSTS] = sheet.costs
    is_off_down = any(
        total != sum(cells[str(part.key)][n] for part in parts)
        for key, parts in sums.items()
        for n, total in enumerate(cells[key])
    )
    has_total = printed.heads != () and printed.heads[-1].is_total
    is_off_across = has_total and any(row[-1] != sum(row[:-1]) for row in cells.values())
    assert (Note(text=ROUNDING) in printed.notes) == (is_off_down or is_off_across)


@given(sheets())
def test_kronor_never_need_the_rounding_note(sheet: Sheet) -> None:
    in_kr = replace(sheet, unit=Unit.KR)
    assert Note(text=ROUNDING) not in table(in_kr, figures(in_kr)).notes


@given(sheets())
def test_a_branch_prints_the_same_figures_as_the_whole(sheet: Sheet) -> None:
    computed = figures(sheet)
    main = rows_of(table(sheet, computed))
    for _, each in sheet.walk():
        assert rows_of(table(sheet, computed, branch=each.key)) == {
            str(below.key): main[str(below.key)] for below in each.walk()
        }


@given(sheets())
def test_a_row_prints_the_same_at_any_depth(sheet: Sheet) -> None:
    computed = figures(sheet)
    main = rows_of(table(sheet, computed))
    for depth in (0, 1, 2, 3):
        for key, cells in rows_of(table(sheet, computed, depth=depth)).items():
            assert cells == main[key]


@pytest.mark.parametrize("nesting", [1, 50])
def test_five_thousand_lines_in_six_columns_are_a_table(nesting: int) -> None:
    columns = tuple(column("plan", year) for year in range(2020, 2026))
    lines = tuple(line(f"{n}", f"Rad {n}", columns, (n,) * 6) for n in range(5_000))
    nested = group("0g", "Grupp", *lines)
    for depth in range(1, nesting):
        nested = group(f"{depth}g", "Grupp", nested)
    sheet = Sheet(unit=Unit.TKR, columns=columns, costs=(nested,), has_total_column=True)
    assert len(table(sheet, figures(sheet)).rows) == 5_000 + nesting
