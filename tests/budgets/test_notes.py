from dataclasses import replace

import pytest

from budgets.arithmetic import figures
from budgets.notes import printed_note, result_notes
from budgets.sheet import ComputedRow, Printed, Sheet, Unit
from tests.budgets.sheets import ange, column, line

SHOWN = {ComputedRow.AVAILABLE_FUNDS: "Summa intäkter", ComputedRow.RESULT: ""}


def said(sheet: Sheet) -> list[str]:
    """The notes on the result, with plain spaces and minus signs to read them by."""
    notes = result_notes(sheet, figures(sheet), sheet.columns)
    return [note.text.replace("\u00a0", " ").replace("\u2212", "-") for note in notes]


def opened(*years: int, financial: int = 0, unit: Unit = Unit.KR, kr: int = 5_000) -> Sheet:
    """Each year brings in `kr` and costs 2 000 kr, and the first opens with 1 000 kr."""
    first, *others = years
    columns = (
        column("budget", first, opening=1_000),
        *(column("budget", year) for year in others),
    )
    count = len(columns)
    return Sheet(
        unit=unit,
        computed_rows=SHOWN,
        columns=columns,
        income=(line("in", "Bidrag", columns, (kr,) * count),),
        costs=(line("out", "Hyra", columns, (2_000,) * count),),
        financial=(line("fin", "Ränta", columns, (financial,) * count),) if financial else (),
    )


def test_anges_result_is_reckoned_out_without_its_equity() -> None:
    shown = {**ange().computed_rows, ComputedRow.RESULT: ""}
    assert said(replace(ange(), computed_rows=shown)) == [
        "Årets resultat räknas utan ingående eget kapital: 1 472 000 - 1 572 000 = -100 000 kr."
    ]


def test_two_columns_are_reckoned_out_by_name_and_more_are_not() -> None:
    start = "Årets resultat räknas utan ingående eget kapital"
    assert said(opened(2024, 2025)) == [
        f"{start}: Budget 2024: 5 000 - 2 000 = 3 000 kr; Budget 2025: 5 000 - 2 000 = 3 000 kr."
    ]
    assert said(opened(2024, 2025, 2026)) == [f"{start}."]


@pytest.mark.parametrize(("financial", "part"), [(70, "+ 70 = 3 070"), (-70, "- 70 = 2 930")])
def test_financial_items_are_part_of_the_result(financial: int, part: str) -> None:
    assert said(opened(2024, financial=financial)) == [
        f"Årets resultat räknas utan ingående eget kapital: 5 000 - 2 000 {part} kr."
    ]


def test_rounded_figures_that_would_not_add_up_are_not_reckoned() -> None:
    assert said(opened(2024, financial=400, unit=Unit.TKR, kr=5_400)) == [
        "Årets resultat räknas utan ingående eget kapital."
    ]


@pytest.mark.parametrize(
    "shown",
    [
        {**SHOWN, ComputedRow.TOTAL_INCOME: ""},
        {ComputedRow.AVAILABLE_FUNDS: ""},
        {ComputedRow.RESULT: "", ComputedRow.OPENING_EQUITY: ""},
    ],
)
def test_where_equity_cannot_be_taken_for_income_nothing_is_said(
    shown: dict[ComputedRow, str],
) -> None:
    assert said(replace(opened(2024), computed_rows=shown)) == []


def test_where_nothing_opens_nothing_is_said() -> None:
    sheet = replace(opened(2024), columns=(column("budget", 2024),))
    assert said(sheet) == []


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Bilaga budget", "I bilaga budget står 5\u00a0kr."),
        ("den beslutade planens bilaga", "I den beslutade planens bilaga står 5\u00a0kr."),
        ("SCB:s tabell", "I SCB:s tabell står 5\u00a0kr."),
        ("", "I källan står 5\u00a0kr."),
    ],
)
def test_what_the_source_printed_is_said_in_a_sentence(source: str, text: str) -> None:
    printed = Printed(row="result", column="budget-2025", amount=5, source=source)
    assert printed_note(printed, Unit.KR, negate=False) == text
