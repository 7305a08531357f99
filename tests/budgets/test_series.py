import pytest
from hypothesis import given

from budgets.arithmetic import figures
from budgets.series import Kind, compared, sentence
from budgets.sheet import Column, ComputedRow, Sheet, Unit
from tests.budgets.sheets import (
    ange,
    column,
    line,
    skelleftea_norsjo,
    sodra_lappland,
    vastra_ostergotland,
)
from tests.budgets.strategies import sheets


def shown(sheet: Sheet, columns: tuple[Column, ...] = ()) -> dict[str, tuple[str, dict[str, int]]]:
    found = compared(sheet, figures(sheet), columns or sheet.columns)
    return {each.kind: (each.label, dict(each.amounts)) for each in found}


def said(sheet: Sheet, columns: tuple[Column, ...] = ()) -> str:
    own = columns or sheet.columns
    return sentence(sheet, own, compared(sheet, figures(sheet), own)).replace("\u00a0", " ")


def paid(columns: tuple[Column, ...], *amounts: int, **more: object) -> Sheet:
    """A sheet whose only line is an income."""
    own = line("fee", "Bidrag", columns, amounts)
    return Sheet(unit=Unit.TKR, columns=columns, income=(own,), **more)  # type: ignore[arg-type]


FIRST, SECOND = column("budget", 2025, opening=100_000), column("plan", 2026)


def test_funds_costs_and_closing_equity_are_compared() -> None:
    found = shown(ange())
    assert found == {
        "funds": ("Summa intäkter", {"budget-2022": 1_722_000}),
        "costs": ("Summa totala kostnader", {"budget-2022": 1_572_000}),
        "closing": ("Prognos eget kapital", {"budget-2022": 150_000}),
    }


def test_without_a_known_opening_there_are_income_and_costs_alone() -> None:
    assert shown(vastra_ostergotland()) == {
        "funds": ("Intäkter", {"budget-2025": 8_644_000}),
        "costs": ("Summa kostnader", {"budget-2025": 10_010_000}),
    }


def test_where_one_opening_is_unknown_all_columns_show_their_income() -> None:
    own = (column("actual", 2023), FIRST)
    found = shown(paid(own, 1_000, 2_000))
    assert found["funds"] == ("Intäkter", {"actual-2023": 1_000, "budget-2025": 2_000})
    assert found["closing"][1] == {"budget-2025": 102_000}


def test_only_the_shown_columns_count() -> None:
    own = (column("actual", 2023), FIRST)
    assert shown(paid(own, 1_000, 2_000), (FIRST,))["funds"] == (
        "Summa medel att disponera",
        {"budget-2025": 102_000},
    )


def test_a_label_that_stands_at_two_rows_gives_way_to_the_houses() -> None:
    same = {ComputedRow.TOTAL_COSTS: "Totalt", ComputedRow.CLOSING_EQUITY: "totalt"}
    found = shown(paid((FIRST,), 0, computed_rows=same))
    assert [label for label, _ in found.values()] == [
        "Summa medel att disponera",
        "Summa kostnader",
        "Utgående eget kapital",
    ]


def test_a_label_as_long_as_a_story_gives_way_to_the_houses() -> None:
    long = {ComputedRow.CLOSING_EQUITY: "Eget kapital " * 20}
    assert shown(paid((FIRST,), 0, computed_rows=long))["closing"][0] == "Utgående eget kapital"


@pytest.mark.parametrize(
    ("sheet", "words"),
    [
        (sodra_lappland(), "Utgående eget kapital går från 2 096 tkr 2023 till 1 027 tkr 2026."),
        (
            skelleftea_norsjo(),
            "Resultat inkl. överföring från föregående år går från 2 192 tkr 2014 till 0 tkr 2018.",
        ),
        (ange(), "Prognos eget kapital är 150 000 kr i budget 2022."),
        (vastra_ostergotland(), "Summa kostnader är 10 010 000 kr i budget 2025."),
    ],
)
def test_the_examples_in_a_sentence(sheet: Sheet, words: str) -> None:
    assert said(sheet) == words


def test_years_are_told_in_their_order_and_less_than_nothing_with_its_sign() -> None:
    own = (SECOND, FIRST)
    assert said(paid(own, -500_000, 0)) == (
        "Utgående eget kapital går från 100 tkr 2025 till −400 tkr 2026."
    )


def test_equity_that_stays_does_not_go_anywhere() -> None:
    assert said(paid((FIRST, SECOND), 0, 0)) == (
        "Utgående eget kapital är 100 tkr 2025 och 100 tkr 2026."
    )


def test_columns_of_one_year_are_told_by_their_kind() -> None:
    own = (column("forecast", 2025, opening=100_000), column("budget", 2025, opening=200_000))
    assert said(paid(own, 0, 0)) == (
        "Utgående eget kapital är 100 tkr i prognos 2025 och 200 tkr i budget 2025."
    )


def test_a_year_with_two_columns_is_told_by_the_kind_of_one() -> None:
    own = (FIRST, column("forecast", 2025, opening=7_000), column("plan", 2026, opening=5_000))
    assert said(paid(own, 0, 0, 0)) == (
        "Utgående eget kapital går från 100 tkr i budget 2025 till 5 tkr 2026."
    )


@given(sheets())
def test_any_sheet_has_costs_in_every_column_and_a_sentence(sheet: Sheet) -> None:
    if sheet.columns:
        found = compared(sheet, figures(sheet), sheet.columns)
        names = {one.name for one in sheet.columns}
        assert [set(each.amounts) == names for each in found if each.kind != Kind.CLOSING] == [
            True,
            True,
        ]
        assert sentence(sheet, sheet.columns, found).endswith(".")
