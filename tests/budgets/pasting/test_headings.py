import pytest

from budgets.pasting.headings import computed_row, is_alike, side_of, summed
from budgets.sheet import Side


@pytest.mark.parametrize(
    ("name", "side"),
    [
        ("Intäkter", Side.INCOME),
        ("INTÄKTER:", Side.INCOME),
        ("Intäkter/tilldelning 2025", Side.INCOME),
        ("Budget intäkter (tkr)", Side.INCOME),
        ("Finansiering", Side.INCOME),
        ("Planerade kostnader", Side.COST),
        ("Kostnader 2025", Side.COST),
        ("Finansiella poster", Side.FINANCIAL),
        ("Finansiering från medlemmar", None),
        ("Övriga intäkter", None),
        ("Verksamhetskostnader", None),
        ("Kansli-/administrativa kostnader", None),
        ("Budget 2025", None),
        ("", None),
    ],
)
def test_a_heading_opens_a_side_where_it_says_nothing_more(name: str, side: Side | None) -> None:
    assert side_of(name) == side


@pytest.mark.parametrize(
    ("name", "of"),
    [
        ("Summa kansli", "kansli"),
        ("SUMMA: Kansli", "Kansli"),
        ("Totalt, kansli", "kansli"),
        ("Delsumma insatser", "insatser"),
        ("Totalt", ""),
        ("Summa", ""),
        ("Summering av året", None),
        ("Kansli", None),
    ],
)
def test_a_sum_says_what_it_is_of(name: str, of: str | None) -> None:
    assert summed(name) == of


@pytest.mark.parametrize(
    ("name", "is_after_costs", "row"),
    [
        ("Summa intäkter", False, "total_income"),
        ("Totalt, intäkter/tilldelning", False, "total_income"),
        ("Totalt, planerade kostnader", True, "total_costs"),
        ("Summa totala kostnader", True, "total_costs"),
        ("Eget kapital", False, "opening_equity"),
        ("Eget kapital", True, "closing_equity"),
        ("SF Södra Lappland eget kapital", False, "opening_equity"),
        ("Ingående eget kapital", True, "opening_equity"),
        ("Prognos eget kapital", True, "closing_equity"),
        ("Kvar vid årets slut", True, "closing_equity"),
        ("Eget kapital från året före", False, "opening_equity"),
        ("Summa medel att disponera", False, "available_funds"),
        ("Årets resultat", True, "result"),
        ("Uttag ur eget kapital", False, ""),
        ("Kansli", False, ""),
        ("Summa kansli", True, ""),
    ],
)
def test_a_computed_row_is_known_by_many_names(name: str, is_after_costs: bool, row: str) -> None:
    assert computed_row(name, is_after_costs) == row


def test_a_sum_may_be_called_by_the_beginning_of_its_group() -> None:
    assert is_alike("Verksamhetsnära kostnader", "verksamhetsnära")
    assert is_alike("Beslutad verksamhet", "Beslutad verksamhet, se bilaga")
    assert is_alike("Nätverk 2.4.1", "nätverk")
    assert not is_alike("ESF", "ESFplus")
    assert not is_alike("", "")
