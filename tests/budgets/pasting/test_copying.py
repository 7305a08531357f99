from budgets.arithmetic import figures
from budgets.sheet import Unit
from budgets.table import table
from tests.budgets.pasting.copying import as_tsv, number_text, tab_separated
from tests.budgets.sheets import ange, skelleftea_norsjo


def test_a_number_is_written_as_swedish_excel_reads_it() -> None:
    assert number_text(10_010_000, Unit.KR) == "10010000"
    assert number_text(1_234_500, Unit.TKR) == "1234,5"
    assert number_text(-355_000, Unit.KR) == "-355000"
    assert number_text(None, Unit.KR) == ""
    assert number_text(0, Unit.KR) == "0"


def test_a_budget_is_copied_with_its_heads_names_and_signs() -> None:
    sheet = ange()
    rows = as_tsv(table(sheet, figures(sheet)), sheet.unit).split("\r\n")
    assert rows[:5] == [
        "Belopp i kr\tBudget 2022",
        "Försäkringskassan/Arbetsförmedlingen\t736000",
        "Ånge kommun\t368000",
        "Region Västernorrland\t368000",
        "Parternas insats\t1472000",
    ]
    assert rows[5:9] == [
        "Eget kapital\t250000",
        "Summa intäkter\t1722000",
        "Kansli\t",
        "Arvoden\t-24000",
    ]
    assert rows[-3:] == ["Summa totala kostnader\t-1572000", "Prognos eget kapital\t150000", ""]


def test_an_empty_cell_is_empty_and_a_total_column_is_copied() -> None:
    sheet = skelleftea_norsjo()
    rows = as_tsv(table(sheet, figures(sheet)), sheet.unit).split("\r\n")
    assert rows[0].split("\t")[-1] == "2014–2018 Totalt"
    assert rows[5] == "Improve\t\t403\t0\t0\t0\t403"


def test_names_that_are_no_plain_text_are_written_so_that_they_stay_names() -> None:
    assert tab_separated([("=1+1", "5"), ('Rad "A"\noch B', "6"), ("-Resor", "7")]) == (
        ' =1+1\t5\r\n"Rad ""A""\noch B"\t6\r\n -Resor\t7\r\n'
    )
