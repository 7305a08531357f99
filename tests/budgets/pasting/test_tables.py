from budgets.pasting.blocks import block
from budgets.pasting.tables import Table, table
from budgets.sheet import Unit


def read(*rows: str) -> Table:
    return table(block("\n".join(rows)))


def names(found: Table) -> list[str]:
    return [row.name for row in found.rows]


def texts(found: Table) -> list[list[str]]:
    return [list(row.cells.values()) for row in found.rows]


def heads(found: Table) -> list[str]:
    return [head.text for head in found.heads.values()]


def test_a_head_row_names_the_columns_and_the_first_column_the_rows() -> None:
    found = read("Rad\tBudget 2024\tPlan 2025", "Arvoden\t5\t6", "Resor\t\t7")
    assert names(found) == ["Arvoden", "Resor"]
    assert texts(found) == [["5", "6"], ["", "7"]]
    assert heads(found) == ["Budget 2024", "Plan 2025"]
    assert found.corner == "Rad"


def test_figures_alone_have_neither_names_nor_heads() -> None:
    found = read("5\t6", "7\t8")
    assert (found.has_names, heads(found), texts(found)) == (False, [], [["5", "6"], ["7", "8"]])


def test_one_column_is_figures_whatever_it_looks_like() -> None:
    found = read("saknas", "oklart", "5")
    assert (found.has_names, texts(found)) == (False, [["saknas"], ["oklart"], ["5"]])


def test_a_wrong_figure_does_not_make_a_column_of_names() -> None:
    found = read("1 4oo\t5", "7\t8")
    assert (found.has_names, texts(found)) == (False, [["1 4oo", "5"], ["7", "8"]])


def test_heads_without_names_are_heads() -> None:
    found = read("Budget 2024\tPlan 2025", "5\t6")
    assert (found.has_names, heads(found)) == (False, ["Budget 2024", "Plan 2025"])
    assert heads(read("Budget 2024", "5", "6")) == ["Budget 2024"]


def test_kinds_above_years_are_one_head_also_where_they_span_several() -> None:
    found = read("\tBudget\tPlan\t\tTotalt", "\t2024\t2025\t2026\t", "Arvoden\t1\t2\t3\t6")
    assert heads(found) == ["Budget 2024", "Plan 2025", "Plan 2026", "Totalt"]
    assert names(found) == ["Arvoden"]


def test_years_above_kinds_are_one_head() -> None:
    found = read("\t2014\t2015", "\tUtfall\tPrognos", "Arvoden\t1\t2")
    assert heads(found) == ["2014 Utfall", "2015 Prognos"]


def test_a_title_and_a_unit_may_stand_above_the_heads() -> None:
    found = read("Budget 2024, plan 2025–2026", "Belopp i tkr", "\t2024\t2025", "Arvoden\t1\t2")
    assert heads(found) == ["2024", "2025"]
    assert (names(found), found.unit) == (["Arvoden"], Unit.TKR)


def test_a_title_alone_on_its_row_is_no_head() -> None:
    found = read("Budget 2025 (kr)", "\tBudget 2024\tPlan 2025", "Arvoden\t1\t2")
    assert (heads(found), found.unit) == (["Budget 2024", "Plan 2025"], Unit.KR)


def test_the_unit_may_stand_in_a_head_or_above_the_first_figure() -> None:
    assert read("Tkr\tBudget 2024", "Arvoden\t1").unit is Unit.TKR
    assert read("\tBudget 2024 (kr)", "Arvoden\t1").unit is Unit.KR
    assert read("Belopp i tkr", "Arvoden\t1").unit is Unit.TKR
    assert read("Arvoden\t1", "Belopp i tkr\t").unit is None


def test_a_title_names_the_only_column() -> None:
    found = read("BUDGET 2022\t", "INTÄKTER\t", "Ånge kommun\t368 000")
    assert heads(found) == ["BUDGET 2022"]
    assert names(found) == ["INTÄKTER", "Ånge kommun"]


def test_years_that_may_be_amounts_are_no_heads() -> None:
    assert heads(read("2024\t1", "5\t6")) == []
    assert heads(read("2024", "5")) == []
    assert heads(read("2025\t2024", "5\t6")) == []
    assert heads(read("2024\t2025", "5\t6")) == ["2024", "2025"]
    known = table(block("Norsjö\t2024\nSkellefteå\t5"), lambda name: name == "Norsjö")
    assert (heads(known), texts(known)) == ([], [["2024"], ["5"]])


def test_names_may_stand_in_two_columns_and_after_numbers_of_accounts() -> None:
    found = read("Kansli\t\t\t", "\tArvoden\t5\t6", "\tResor\t7\t8")
    assert names(found) == ["Kansli", "Arvoden", "Resor"]
    found = read("4010\tArvoden\t5", "4020\tResor\t6")
    assert (names(found), texts(found)) == (["Arvoden", "Resor"], [["5"], ["6"]])


def test_a_column_between_names_and_figures_that_is_neither_is_kept_by_its_head() -> None:
    found = read("Rad\tNot\tBudget 2024", "Arvoden\t1\t5", "Resor\t\t6")
    assert (names(found), heads(found)) == (["Arvoden", "Resor"], ["Not", "Budget 2024"])


def test_a_comment_after_figures_is_no_name() -> None:
    found = read("500\t600\thyra", "700\t800\tel")
    assert (found.has_names, found.places) == (False, (0, 1, 2))


def test_heads_said_again_further_down_are_no_figures() -> None:
    found = read("Intäkter\t2025", "Staten\t5", "Kostnader\t2025", "Kansli\t6")
    assert texts(found) == [["5"], [""], ["6"]]
    assert names(found) == ["Staten", "Kostnader", "Kansli"]
    assert found.corner == "Intäkter"


def test_short_rows_have_no_cells_where_they_end() -> None:
    found = read("Arvoden\t5", "Resor\t6\t7", "", "El")
    assert texts(found) == [["5"], ["6", "7"], [], []]
    assert names(found) == ["Arvoden", "Resor", "", "El"]
