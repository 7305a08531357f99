"""The whole workbook: what its cells hold and look like, and what the file says of itself."""

from dataclasses import replace
from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from budgets.sheet import Printed
from plans.document.content import BudgetBlock, PlanContent
from plans.document.document import document_of
from plans.exports.xlsx import NoBudget, render_xlsx
from tests import factories
from tests.plans.exports.printing import example
from tests.plans.exports.xlsx.budgets import HARD, HARD_SHEET, line, plan_with
from tests.plans.exports.xlsx.reading import WITH_BUDGET, example_xlsx, opened, xlsx_of

PRINTED = Printed(
    row=str(factories.key("Revision")), column="actual-2022", amount=12_000, source="Protokollet"
)
SUM_LINE, COMPUTED_LINE = "thin", "medium"


def tab(name: str, content: PlanContent = HARD) -> Worksheet:
    found = opened(xlsx_of(content))[name]
    assert isinstance(found, Worksheet)
    return found


def example_tab(example_name: str, name: str) -> Worksheet:
    found = opened(example_xlsx(example_name))[name]
    assert isinstance(found, Worksheet)
    return found


def cell(sheet: Worksheet, name: str) -> Cell:
    found = sheet[name]
    assert isinstance(found, Cell)
    return found


def labelled(sheet: Worksheet, label: str, column: str = "B") -> Cell:
    """The cell in a column of the first row with a label."""
    row = next(row[0].row for row in sheet.iter_rows(max_col=1) if row[0].value == label)
    return cell(sheet, f"{column}{row}")


def test_title_unit_and_heads_stand_above_the_figures() -> None:
    sheet = example_tab("sodra-lappland-2024", "Budget")
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(max_row=4)]
    assert rows == [
        ["Budget 2024 och plan 2025–2026", None, None, None, None],
        ["Belopp i tkr", None, None, None, None],
        [None] * 5,
        ["Post", "Budget 2023", "Budget 2024", "Plan 2025", "Plan 2026"],
    ]


def test_typed_amounts_are_numbers_and_empty_cells_are_empty() -> None:
    sheet = tab("Hela")
    row = [cell(sheet, f"{column}6").value for column in "ABCDEF"]
    assert row == ["=1+1", 400, None, 410.001, None, None]


def test_another_tab_takes_typed_amounts_from_the_first_whole_one() -> None:
    assert cell(tab("Igen"), "B6").value == "=IF('Hela'!B6=\"\",\"\",'Hela'!B6)"
    assert cell(tab("Underlag"), "B6").value == "=IF('Hela'!B6=\"\",\"\",'Hela'!B6)"


def test_what_a_tab_has_not_the_parts_of_is_the_last_tabs() -> None:
    assert cell(tab("Översikt"), "B5").value == "='Underlag'!B5"
    assert labelled(tab("Summor"), "Årets resultat").value == "='Underlag'!G23"


def test_opening_equity_is_the_closing_of_the_column_that_it_continues() -> None:
    sheet = example_tab("sodra-lappland-2024", "Budget")
    label = "SF Södra Lappland eget kapital"
    row = [labelled(sheet, label, column).value for column in "BCDE"]
    assert row == [2670, "=B45", "=C45", "=D45"]
    assert labelled(sheet, "Utgående eget kapital").value == '=IF(B18="","",B18+B44)'


def test_costs_have_a_minus_and_corrections_a_plus_where_the_plan_says_so() -> None:
    sheet = tab("Hela")
    assert [labelled(sheet, label).value for label in ("@Chef", "Rättelse")] == [-355.499, 24]
    assert labelled(sheet, "Rättelse").number_format.startswith('[>=0.5][$-41D]"+"#,##0;')
    assert labelled(sheet, "Ränta").number_format.startswith("[>=0.5][$-41D]#,##0;")


@pytest.mark.parametrize("label", ["=1+1", "-Region", "+Övrigt", "@Chef"])
def test_a_label_is_never_a_formula(label: str) -> None:
    found = labelled(tab("Hela"), label, "A")
    assert (found.data_type, found.quotePrefix) == ("s", True)


def test_a_title_is_never_a_formula() -> None:
    found = cell(tab("Hela"), "A1")
    assert (found.value, found.data_type) == ("=Budget", "s")


@pytest.mark.parametrize(("name", "row"), [("Hela", 15), ("Igen", 15), ("Kansliet", 10)])
def test_what_is_no_amount_is_text_with_a_comment(name: str, row: int) -> None:
    workbook = opened(xlsx_of(HARD), results=True)
    found = workbook[name][f"F{row}"]
    assert found.value == "=7oo"
    assert found.comment is not None
    assert found.comment.text == "Det som står här är inget belopp och räknas inte med i summorna."


def test_text_that_is_no_amount_is_no_formula_either() -> None:
    found = cell(tab("Hela"), "F15")
    assert (found.value, found.data_type, found.quotePrefix) == ("=7oo", "s", True)


def test_notes_stand_below_and_their_numbers_at_the_figures() -> None:
    sheet = example_tab("skelleftea-norsjo-2016", "Budget 2016 plan 2017–2018")
    assert labelled(sheet, "Ny verksamhet", "E").number_format == (
        '[>=0.5][$-41D]#,##0"¹";[<=-0.5][$-41D]"−"#,##0"¹";0"¹"'
    )
    last = [row[0].value for row in sheet.iter_rows(max_col=1)][-9:]
    assert last[0] == "1 I den beslutade planens bilaga står 1\u00a0200\u00a0tkr."
    assert last[-1] == (
        "Ingående eget kapital för Utfall 2014 är 3\u00a0759\u00a0tkr "
        "(räknat baklänges ur planens överföring: 2\u00a0192 + 1\u00a0567 tkr)."
    )


def test_a_note_on_an_empty_cell_is_its_comment_too() -> None:
    sheet = replace(HARD_SHEET, costs=(line("Revision"),), printed=(PRINTED,))
    found = labelled(tab("Hela", plan_with(sheet, Hela=BudgetBlock())), "Revision")
    assert found.value is None
    assert found.comment is not None
    assert found.comment.text == "I protokollet står −12\u00a0tkr."


def test_rows_look_as_they_are() -> None:
    sheet = example_tab("ange-2022", "Budget 2022")
    looks = [
        (found.font.b, found.alignment.indent, found.border.top.style)
        for label in ("Kansli-/administrativa kostnader", "Revision", "Summa insatser")
        for found in [labelled(sheet, label, "A")]
    ]
    assert looks == [(True, 0, "thin"), (False, 1, "thin"), (True, 0, SUM_LINE)]
    assert labelled(sheet, "Årets resultat").border.top.style == COMPUTED_LINE


def test_heads_and_labels_stay_in_sight_and_are_printed_on_every_page() -> None:
    sheet = tab("Hela")
    assert sheet.freeze_panes == "B5"
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.print_area == "'Hela'!$A$1:$G$24"


def test_a_wide_tab_lies_and_fits_the_width_of_a_page() -> None:
    found = [tab(name).page_setup for name in ("Hela", "Två år")]
    assert [setup.orientation for setup in found] == ["landscape", "portrait"]
    assert [(setup.paperSize, setup.fitToHeight) for setup in found] == [(9, 0), (9, 0)]


def test_each_page_says_whose_which_version_and_which_page() -> None:
    sheet = tab("Hela")
    said = [
        part.text
        for item in (sheet.oddHeader, sheet.oddFooter)
        if item is not None
        for part in (item.left, item.right)
    ]
    assert said == [
        "Samordningsförbundet Fjallbygden",
        "Plan && budget",
        "Arbetsutkast",
        "sida &P av &N",
    ]


def test_columns_are_as_wide_as_their_figures() -> None:
    sheet = tab("Hela")
    widths = [sheet.column_dimensions[column].width for column in "ABG"]
    assert widths == [27, 14, 14]


def test_the_file_says_what_it_is_and_in_which_language() -> None:
    said = opened(example_xlsx("sodra-lappland-2024")).properties
    assert (said.title, said.creator, said.language) == (
        "Verksamhetsplan 2024 – Samordningsförbundet Södra Lappland",
        "Samordningsförbundet Södra Lappland",
        "sv-SE",
    )
    assert (said.created, said.modified) == (datetime(2023, 11, 30), datetime(2024, 3, 21))


def test_a_draft_has_no_day_and_nobody_elses_name() -> None:
    with ZipFile(BytesIO(example_xlsx("ange-2022"))) as file:
        core, app = file.read("docProps/core.xml"), file.read("docProps/app.xml")
    assert b"dcterms" not in core
    assert b"<Application>Finsam</Application>" in app


@pytest.mark.parametrize("name", WITH_BUDGET)
def test_the_same_document_is_the_same_bytes(name: str) -> None:
    assert render_xlsx(example(name)) == example_xlsx(name)


def test_comments_are_the_same_bytes_too() -> None:
    assert xlsx_of(HARD) == xlsx_of(HARD)


def test_excel_reckons_anew_when_it_opens_the_file() -> None:
    calculation = opened(xlsx_of(HARD)).calculation
    assert calculation is not None
    assert calculation.fullCalcOnLoad


def test_characters_that_xml_cannot_hold_go_and_the_rest_stays() -> None:
    bad = replace(HARD_SHEET, costs=(line("Löner\x00\x0b\ufffe & <lag>", 1000),))
    found = labelled(tab("Hela", plan_with(bad, Hela=BudgetBlock())), "Löner & <lag>")
    assert found.value == -1


def test_a_plan_without_a_budget_has_no_workbook() -> None:
    with pytest.raises(NoBudget):
        render_xlsx(document_of(replace(factories.content(), budget=None)))


def test_a_budget_without_lines_and_columns_is_still_a_workbook() -> None:
    empty = replace(HARD_SHEET, columns=(), income=(), costs=(), financial=())
    content = plan_with(empty, Budget=BudgetBlock())
    found = [cell(tab("Underlag", content), f"B{row}").value for row in range(5, 12)]
    assert found == ["=0", None, None, "=0", "=0", "=0", None]
