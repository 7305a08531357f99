"""Which tabs a workbook has, and in which order."""

from dataclasses import replace

import pytest

from budgets.sheet import ComputedRow
from plans.document.content import BudgetBlock, PlanContent
from plans.document.document import document_of
from tests.factories import key
from tests.plans.exports.printing import example
from tests.plans.exports.xlsx.budgets import BUDGET, COLUMNS, HARD, HARD_SHEET, plan_with
from tests.plans.exports.xlsx.reading import book


def names(content: PlanContent) -> list[str]:
    return [tab.grid.name for tab in book(document_of(content)).tabs]


@pytest.mark.parametrize(
    ("name", "tabs"),
    [
        ("ange-2022", ["Budget 2022", "Underlag"]),
        ("sodra-lappland-2024", ["Budget", "Underlag"]),
        ("vastra-ostergotland-2025", ["Intäkter och planerade kostnade", "Underlag"]),
        (
            "skelleftea-norsjo-2016",
            ["Hela budgeten", "Budget 2016 plan 2017–2018", "Bilaga budget", "Underlag"],
        ),
    ],
)
def test_the_tabs_of_an_example_are_its_views(name: str, tabs: list[str]) -> None:
    assert [tab.grid.name for tab in book(example(name)).tabs] == tabs


def test_each_section_has_a_tab_in_reading_order() -> None:
    assert names(HARD) == [
        "Översikt", "Hela", "Kansliet", "Två år", "Summor", "Borta", "Igen", "Underlag",
    ]  # fmt: skip


def test_appendices_are_read_last() -> None:
    first, *others = HARD.sections
    appended = replace(HARD, sections=(replace(first, is_appendix=True), *others))
    assert names(appended)[-2:] == ["Översikt", "Underlag"]


def test_a_section_below_another_has_a_tab_too() -> None:
    first, *others = HARD.sections
    nested = replace(HARD, sections=(replace(first, sections=tuple(others)),))
    assert names(nested) == names(HARD)


def test_a_plan_that_shows_no_budget_has_the_whole_of_it() -> None:
    assert names(replace(HARD, sections=())) == ["Hela budgeten", "Underlag"]


@pytest.mark.parametrize(
    "block",
    [
        BudgetBlock(depth=2),
        BudgetBlock(branch=key("Kansli")),
        BudgetBlock(columns=(BUDGET.name,)),
        BudgetBlock(columns=tuple(column.name for column in COLUMNS)),
    ],
)
def test_a_part_is_not_the_whole(block: BudgetBlock) -> None:
    assert names(plan_with(HARD_SHEET, Del=block)) == ["Hela budgeten", "Del", "Underlag"]


@pytest.mark.parametrize(
    "block",
    [
        BudgetBlock(depth=9),
        BudgetBlock(columns=(*(column.name for column in COLUMNS), "total")),
    ],
)
def test_a_view_that_leaves_nothing_out_is_the_whole(block: BudgetBlock) -> None:
    assert names(plan_with(HARD_SHEET, Allt=block)) == ["Allt", "Underlag"]


def test_a_heading_that_is_the_last_tabs_name_gives_way() -> None:
    assert names(plan_with(HARD_SHEET, underlag=BudgetBlock())) == ["underlag (2)", "Underlag"]


def test_the_last_tab_has_every_computed_row_in_the_houses_words() -> None:
    full = book(example("ange-2022")).full
    assert [row.label for row in full.placed if row.key in set(ComputedRow)] == [
        "Summa intäkter",
        "Ingående eget kapital",
        "Summa medel att disponera",
        "Summa kostnader",
        "Resultat före finansiella poster",
        "Årets resultat",
        "Utgående eget kapital",
    ]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("ange-2022", "Belopp skrivs på bladet ”Budget 2022”."),
        (
            "skelleftea-norsjo-2016",
            "Ingående eget kapital skrivs här, andra belopp på bladet ”Hela budgeten”.",
        ),
    ],
)
def test_the_last_tab_says_where_amounts_are_typed(name: str, said: str) -> None:
    note = book(example(name)).full.table.notes[-1].text
    assert note == (
        f"Hela budgeten med alla beräknade rader. {said} "
        "Det som ett blad inte visar delarna av räknas här."
    )
