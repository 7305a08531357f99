from hypothesis import given

from budgets.arithmetic import figures
from budgets.equity import Opening, OpeningKind
from budgets.sheet import Column, ComputedRow, Sheet
from tests.budgets.sheets import column, line, skelleftea_norsjo, vastra_ostergotland
from tests.budgets.strategies import sheets


def openings(*columns: Column) -> dict[str, Opening]:
    """How columns open whose income is 10 kr each."""
    income = line("a", "Intäkt", columns, (10,) * len(columns))
    return dict(figures(Sheet(columns=columns, income=(income,))).openings)


def test_the_first_column_opens_typed_with_its_source_and_the_next_from_its_closing() -> None:
    opened = figures(skelleftea_norsjo()).openings
    assert opened["actual-2014"] == Opening(
        kind=OpeningKind.TYPED, amount=3_759_000, source="bokslut 2013"
    )
    assert opened["forecast-2015"] == Opening(
        kind=OpeningKind.COMPUTED, amount=2_192_000, column="actual-2014"
    )


def test_a_single_column_without_a_typed_opening_is_unknown() -> None:
    opened = figures(vastra_ostergotland()).openings
    assert opened == {"budget-2025": Opening(kind=OpeningKind.UNKNOWN)}


def test_a_typed_opening_wins_and_still_names_the_year_before() -> None:
    opened = openings(
        column("budget", 2024, opening=5), column("plan", 2025, opening=7, opening_source="bokslut")
    )
    assert opened["plan-2025"] == Opening(
        kind=OpeningKind.TYPED, amount=7, source="bokslut", column="budget-2024"
    )


def test_an_opening_of_zero_is_typed() -> None:
    assert openings(column("budget", 2024, opening=0))["budget-2024"] == Opening(
        kind=OpeningKind.TYPED, amount=0
    )


def test_two_columns_of_the_year_before_leave_it_unknown() -> None:
    opened = openings(
        column("budget", 2024, opening=5), column("forecast", 2024, opening=6), column("plan", 2025)
    )
    assert opened["plan-2025"] == Opening(kind=OpeningKind.UNKNOWN)


def test_of_two_columns_of_the_year_before_the_named_one_counts() -> None:
    opened = openings(
        column("budget", 2024, opening=5),
        column("forecast", 2024, opening=6),
        column("plan", 2025, opens_from="forecast-2024"),
    )
    assert opened["plan-2025"] == Opening(
        kind=OpeningKind.COMPUTED, amount=16, column="forecast-2024"
    )


def test_a_name_that_is_no_column_of_the_year_before_leaves_it_unknown() -> None:
    opened = openings(
        column("actual", 2023, opening=4),
        column("budget", 2024),
        column("plan", 2025, opens_from="actual-2023"),
        column("plan", 2026, opens_from="plan-2026"),
    )
    assert opened["plan-2025"] == Opening(kind=OpeningKind.UNKNOWN)
    assert opened["plan-2026"] == Opening(kind=OpeningKind.UNKNOWN)


def test_an_unknown_closing_leaves_the_next_year_unknown() -> None:
    opened = openings(column("budget", 2024), column("plan", 2025))
    assert opened["plan-2025"] == Opening(kind=OpeningKind.UNKNOWN, column="budget-2024")


def test_the_order_of_the_columns_does_not_matter() -> None:
    opened = openings(column("plan", 2025), column("budget", 2024, opening=5))
    assert opened["plan-2025"].amount == 15


@given(sheets())
def test_every_known_opening_leads_to_its_closing_and_on_to_the_next_year(sheet: Sheet) -> None:
    computed = figures(sheet)
    for each in sheet.columns:
        opening = computed.openings[each.name]
        opened = computed.amount(ComputedRow.OPENING_EQUITY, each.name)
        closed = computed.amount(ComputedRow.CLOSING_EQUITY, each.name)
        assert opened == opening.amount
        if opened is None:
            assert closed is None
            assert computed.amount(ComputedRow.AVAILABLE_FUNDS, each.name) is None
            continue
        result = computed.amount(ComputedRow.RESULT, each.name)
        income = computed.amount(ComputedRow.TOTAL_INCOME, each.name)
        assert result is not None and income is not None
        assert closed == opened + result
        assert computed.amount(ComputedRow.AVAILABLE_FUNDS, each.name) == opened + income
        if opening.kind is OpeningKind.COMPUTED:
            assert opened == computed.amount(ComputedRow.CLOSING_EQUITY, opening.column)
