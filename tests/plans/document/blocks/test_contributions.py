from dataclasses import replace
from datetime import date

import pytest

from budgets.arithmetic import figures
from budgets.notes import ROUNDING
from budgets.sheet import ShareEntry, ShareKey, Unit
from plans.document.blocks.contributions import ContributionsView, SimpleTable, contributions_view
from plans.document.content import PlanContent
from tests.plans.document.checks.plans import BERG, DAL, FAIR, STATE, example, fees, with_budget

SPACE = "\u00a0"


def view(plan: PlanContent) -> ContributionsView:
    return contributions_view(plan, figures(plan.budget) if plan.budget else None)


def texts(table: SimpleTable | None) -> list[list[str]]:
    """A table's rows with plain spaces, its total last."""
    assert table is not None
    rows = (*table.rows, table.total)
    return [[text.replace(SPACE, " ") for text in (row.name, *row.cells)] for row in rows]


def keyed(**changes: object) -> PlanContent:
    entries = (ShareEntry(member=BERG.key, figure=600), ShareEntry(member=DAL.key, figure=401))
    key = ShareKey(basis="Antal invånare", entries=entries)
    return with_budget(share_key=replace(key, **changes))  # type: ignore[arg-type]


def test_every_member_has_a_row_with_its_part_and_its_kronor() -> None:
    assert texts(view(FAIR).contributions) == [
        ["Försäkringskassan", "50,0 %", "1 000 000"],
        ["Region Fjäll", "25,0 %", "500 000"],
        ["Bergs kommun", "15,0 %", "300 000"],
        ["Dals kommun", "10,0 %", "200 000"],
        ["Totalt", "100,0 %", "2 000 000"],
    ]


def test_the_table_says_year_and_unit() -> None:
    table = view(with_budget(unit=Unit.TKR)).contributions
    assert table is not None
    assert table.caption == "Medlemmarnas bidrag, budget 2025"
    assert table.heads == ("Medlem", "Andel", "Belopp i tkr")
    assert texts(table)[-1] == ["Totalt", "100,0 %", "2 000"]


def test_where_one_is_repaid_there_are_amounts_and_no_parts() -> None:
    plan = with_budget(income=fees(1_000_000, 500_000, 600_000, -100_000))
    assert texts(view(plan).contributions) == [
        ["Försäkringskassan", "–", "1 000 000"],
        ["Region Fjäll", "–", "500 000"],
        ["Bergs kommun", "–", "600 000"],
        ["Dals kommun", "–", "−100 000"],
        ["Totalt", "–", "2 000 000"],
    ]


def test_the_table_says_where_rounded_amounts_do_not_add_up() -> None:
    exact = with_budget(unit=Unit.TKR, income=fees(1_000_000, 500_000, 300_000, 200_000))
    rounded = with_budget(unit=Unit.TKR, income=fees(1_000_400, 500_400, 300_400, 200_400))
    noted = [view(plan).contributions for plan in (exact, rounded)]
    assert [table.notes for table in noted if table] == [(), (ROUNDING,)]


@pytest.mark.parametrize(
    "plan",
    [
        replace(FAIR, budget=None),
        with_budget(income=()),
        with_budget(columns=()),
        replace(FAIR, year=2030),
        with_budget(income=fees(0, 0, 0, 0)),
    ],
)
def test_without_contributions_of_the_plans_year_there_is_no_table(plan: PlanContent) -> None:
    assert view(plan) == ContributionsView(shares=None, contributions=None)


def test_the_share_key_prints_its_figures_and_percent_that_make_a_hundred() -> None:
    table = view(keyed(source="SCB", as_of=date(2024, 11, 1))).shares
    assert table is not None
    assert table.caption == "Fördelning mellan kommunerna efter antal invånare"
    assert table.heads == ("Kommun", "Antal invånare", "Andel")
    assert table.notes == ("Källa: SCB (2024-11-01).",)
    assert texts(table) == [
        ["Bergs kommun", "600", "59,9 %"],
        ["Dals kommun", "401", "40,1 %"],
        ["Totalt", "1 001", "100,0 %"],
    ]


def test_percent_have_the_decimals_of_the_key() -> None:
    table = view(keyed(decimals=0)).shares
    assert [row[-1] for row in texts(table)] == ["60 %", "40 %", "100 %"]


@pytest.mark.parametrize(
    ("source", "as_of", "notes"),
    [
        ("", None, ()),
        ("SCB", None, ("Källa: SCB.",)),
        ("", date(2024, 11, 1), ("Siffrorna är från 2024-11-01.",)),
    ],
)
def test_the_source_and_the_day_stand_below_as_far_as_they_are_known(
    source: str, as_of: date | None, notes: tuple[str, ...]
) -> None:
    table = view(keyed(source=source, as_of=as_of)).shares
    assert table is not None
    assert table.notes == notes


def test_no_head_is_empty_where_the_key_says_nothing_of_its_basis() -> None:
    table = view(keyed(basis="")).shares
    assert table is not None
    assert table.caption == "Fördelning mellan kommunerna"
    assert table.heads == ("Kommun", "Tal", "Andel")


@pytest.mark.parametrize("entries", [(), (ShareEntry(member=STATE.key, figure=0),)])
def test_a_key_without_figures_shows_no_shares(entries: tuple[ShareEntry, ...]) -> None:
    assert view(keyed(entries=entries)).shares is None


def test_vastra_ostergotlands_kommuner_to_the_krona() -> None:
    shown = view(example("vastra-ostergotland-2025"))
    assert [row[-1] for row in texts(shown.shares)] == [
        "48,4 %", "31,3 %", "8,3 %", "6,1 %", "5,9 %", "100,0 %",
    ]  # fmt: skip
    assert [row[-1] for row in texts(shown.contributions)] == [
        "4 322 000", "2 161 000", "1 045 924", "676 393", "179 363", "131 821", "127 499",
        "8 644 000",
    ]  # fmt: skip
