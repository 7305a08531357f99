"""A plan moved on to another year."""

import re
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from budgets.arithmetic import figures
from budgets.moving import moves
from budgets.sheet import Column, ColumnKind, ComputedRow, Sheet
from plans.document.content import BudgetBlock, PlanContent, Section, Status
from plans.document.copying import moved_on, years_moved
from plans.document.document import document_of
from plans.document.fileformat import canonical, content_of, plan_bytes
from plans.document.fileformat.rules import rule_faults
from plans.document.html.figures import MISSING
from tests import factories
from tests.strategies.plans import plans

EXAMPLES = Path(__file__).parents[3] / "plans" / "examples"
FLOWS = (ComputedRow.TOTAL_INCOME, ComputedRow.TOTAL_COSTS, ComputedRow.RESULT)


def example(name: str) -> PlanContent:
    return content_of((EXAMPLES / f"{name}.json").read_bytes())


def keys(value: Any) -> list[UUID]:
    """Every key of a content, in order."""
    if isinstance(value, tuple):
        return [key for below in value for key in keys(below)]
    if not is_dataclass(value):
        return []
    own = [value.key] if hasattr(value, "key") else []
    return own + [key for part in fields(value) for key in keys(getattr(value, part.name))]


def sheet_of(content: PlanContent) -> Sheet:
    assert content.budget
    return content.budget


def columns(content: PlanContent) -> list[tuple[str, str]]:
    return [(column.name, column.copied_from) for column in sheet_of(content).columns]


def openings(content: PlanContent) -> list[tuple[int | None, str]]:
    return [(column.opening, column.opening_source) for column in sheet_of(content).columns]


def row(content: PlanContent, name: str) -> list[int]:
    return list(figures(sheet_of(content)).cells(name).values())


@given(plans(), st.integers(-3, 5).filter(bool))
@settings(max_examples=60)
def test_a_moved_plan_is_a_whole_plan_with_the_same_keys(plan: PlanContent, by: int) -> None:
    year = min(max(plan.year + by, 2004), 2100)
    new = moved_on(plan, year)
    assert rule_faults(new) == []
    assert keys(new) == keys(plan)
    assert content_of(plan_bytes(new)) == canonical(new)
    assert (new.year, new.status, new.decisions) == (year, Status.DRAFT, ())
    assert not any(section.is_done for section in new.walk())


@given(plans(), st.integers(-3, 5).filter(bool))
@settings(max_examples=60)
def test_a_moved_column_has_the_figures_of_the_old_column_of_its_new_year(
    plan: PlanContent, by: int
) -> None:
    if plan.budget is None:
        return
    new = moved_on(replace(plan, year=2025), 2025 + by)
    before, after = figures(plan.budget), figures(sheet_of(new))
    for move in moves(plan.budget.columns, by):
        assert move.stands_in or move.source.year == move.new.year
        for flow in FLOWS:
            assert after.amount(flow, move.new.name) == before.amount(flow, move.source.name)
        for _, line in plan.budget.walk():
            assert after.amount(line.key, move.new.name) == before.amount(
                line.key, move.source.name
            )


@pytest.mark.parametrize(
    "name",
    [
        "ange-2022",
        "blekinge-2023",
        "skelleftea-norsjo-2016",
        "sodra-lappland-2024",
        "vastra-ostergotland-2025",
    ],
)
def test_an_example_moved_on_reads_without_a_figure_missing(name: str) -> None:
    plan = example(name)
    new = moved_on(plan, plan.year + 1)
    document = document_of(new)
    assert [s.heading for s in new.walk()] == [s.heading for s in plan.walk()]
    assert not any(MISSING in section.html for section in document.sections)
    assert rule_faults(new) == []


def test_sodra_lappland_from_2024_to_2025() -> None:
    new = moved_on(example("sodra-lappland-2024"), 2025)
    assert (new.title, new.subtitle) == ("Verksamhetsplan 2025", "Budget 2025 och plan 2026–2027")
    assert sheet_of(new).title == "Budget 2025 och plan 2026–2027"
    assert columns(new) == [
        ("budget-2024", "Budget 2024 i verksamhetsplanen för 2024"),
        ("budget-2025", "Plan 2025 i verksamhetsplanen för 2024"),
        ("plan-2026", "Plan 2026 i verksamhetsplanen för 2024"),
        ("plan-2027", "Plan 2026, sista kolumnen i verksamhetsplanen för 2024 (2027 saknas där)"),
    ]
    assert openings(new) == [
        (2_096_000, "Utgående eget kapital 2023 enligt verksamhetsplanen för 2024"),
        (None, ""),
        (None, ""),
        (None, ""),
    ]
    assert row(new, "opening_equity") == [2_096_000, 1_665_000, 1_346_000, 1_027_000]
    assert row(new, "total_costs") == [4_483_000, 4_371_000, 4_071_000, 4_071_000]
    assert row(new, "closing_equity") == [1_665_000, 1_346_000, 1_027_000, 708_000]
    assert sheet_of(new).previous_allocation == 1_876_000
    assert sheet_of(new).previous_allocation_source == "Budget 2024 i verksamhetsplanen för 2024"
    assert sheet_of(new).printed == ()


def test_skelleftea_norsjo_from_2016_to_2017_leaves_outcome_and_forecast() -> None:
    new = moved_on(example("skelleftea-norsjo-2016"), 2017)
    assert columns(new) == [
        ("budget-2017", "Plan 2017 i verksamhetsplanen för 2016"),
        ("plan-2018", "Plan 2018 i verksamhetsplanen för 2016"),
        ("plan-2019", "Plan 2018, sista kolumnen i verksamhetsplanen för 2016 (2019 saknas där)"),
    ]
    assert openings(new)[0] == (
        645_000,
        "Utgående eget kapital 2016 enligt verksamhetsplanen för 2016",
    )
    assert row(new, "closing_equity") == [0, 0, 0]
    assert row(new, "total_costs") == [6_895_000, 6_250_000, 6_250_000, 19_395_000]
    assert sheet_of(new).total_column_label == ""
    assert sheet_of(new).previous_allocation == 3_066_000


def test_a_figure_of_a_column_that_does_not_follow_stands_as_text() -> None:
    plan = example("skelleftea-norsjo-2016")
    [before] = [s.html for s in plan.walk() if "/forecast-2015" in s.html]
    [after] = [
        s.html for s in moved_on(plan, 2017).walk() if s.heading.startswith("Perspektiv/fokus")
    ]
    assert after == re.sub(r'<span data-figure="[^"]*"></span>', "2&nbsp;900&nbsp;tkr", before)


def test_ange_from_2022_to_2023_opens_with_what_2022_closed_with() -> None:
    new = moved_on(example("ange-2022"), 2023)
    assert new.title == "Verksamhetsplan och budget 2023"
    assert columns(new) == [
        (
            "budget-2023",
            "Budget 2022, sista kolumnen i verksamhetsplanen för 2022 (2023 saknas där)",
        )
    ]
    assert openings(new) == [
        (150_000, "Utgående eget kapital 2022 enligt verksamhetsplanen för 2022")
    ]
    assert row(new, "closing_equity") == [50_000]
    text = "".join(section.html for section in new.walk())
    assert "/budget-2023" in text
    assert "/budget-2022" not in text


def test_vastra_ostergotlands_equity_stays_unknown() -> None:
    new = moved_on(example("vastra-ostergotland-2025"), 2026)
    assert (new.title, sheet_of(new).title) == (
        "Verksamhetsplan 2026",
        "Intäkter och planerade kostnader 2026",
    )
    assert columns(new) == [
        (
            "budget-2026",
            "Budget 2025, sista kolumnen i verksamhetsplanen för 2025 (2026 saknas där)",
        )
    ]
    assert openings(new) == [(None, "")]
    assert row(new, "closing_equity") == []
    assert row(new, "total_costs") == [10_010_000]
    old_key = sheet_of(example("vastra-ostergotland-2025")).share_key
    assert sheet_of(new).share_key == old_key


def test_blekinge_moves_on_without_a_budget() -> None:
    new = moved_on(example("blekinge-2023"), 2024)
    assert (new.title, new.budget) == ("Verksamhetsplan med budget för\u00a02024", None)


def test_two_years_on_what_the_old_plan_cannot_know_is_left_unknown() -> None:
    new = moved_on(example("ange-2022"), 2024)
    assert openings(new) == [(None, "")]
    assert sheet_of(new).previous_allocation is None


def test_a_block_shows_the_moved_columns() -> None:
    plan = example("sodra-lappland-2024")
    shown = Section(
        key=factories.key("shown"),
        heading="Tabell",
        block=BudgetBlock(columns=("budget-2024", "plan-2026")),
    )
    [section] = moved_on(replace(plan, sections=(shown,)), 2025).sections
    assert section.block == BudgetBlock(columns=("budget-2025", "plan-2027"))


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("Verksamhetsplan 2025", "Verksamhetsplan 2026"),
        ("Budget 2024–2029, från 2023 till 2030", "Budget 2025–2030, från 2023 till 2030"),
        ("Dnr 120251 och 2025:1", "Dnr 120251 och 2026:1"),
        ("Tillsammans framåt", "Tillsammans framåt"),
    ],
)
def test_only_the_years_near_the_plans_own_are_moved(text: str, moved: str) -> None:
    assert years_moved(text, own=2025, by=1) == moved


BEFORE = (
    Column(year=2024, kind=ColumnKind.BUDGET),
    Column(year=2024, kind=ColumnKind.FORECAST, opening=500, opening_source="bokslut 2023"),
    Column(year=2025, kind=ColumnKind.BUDGET, opens_from="forecast-2024"),
)


def moved_columns(*before: Column, by: int = 1) -> tuple[Column, ...]:
    plan = replace(factories.content(), sections=(), budget=Sheet(columns=before))
    return sheet_of(moved_on(plan, plan.year + by)).columns


def test_where_the_year_before_has_several_columns_the_named_one_is_the_opening() -> None:
    [first, second] = moved_columns(*BEFORE)
    assert (first.name, first.opening) == ("budget-2025", 500)
    assert first.opening_source == "Utgående eget kapital 2024 enligt verksamhetsplanen för 2025"
    # The forecast does not follow, so its namesake is nothing to open from.
    assert (second.name, second.opens_from, second.opening) == ("budget-2026", "", None)


def test_a_typed_opening_of_the_same_year_still_holds() -> None:
    typed = Column(year=2026, kind=ColumnKind.PLAN, opening=700, opening_source="prognos")
    [first, second] = moved_columns(Column(year=2025, kind=ColumnKind.BUDGET), typed)
    assert (first.name, first.opening, first.opening_source) == ("budget-2026", 700, "prognos")
    assert (second.name, second.opening) == ("plan-2027", None)


def test_of_a_years_columns_the_plan_comes_before_the_forecast() -> None:
    [column] = moved_columns(
        Column(year=2025, kind=ColumnKind.BUDGET),
        Column(year=2026, kind=ColumnKind.FORECAST),
        Column(year=2026, kind=ColumnKind.ACTUAL),
    )
    assert column.copied_from == "Prognos 2026 i verksamhetsplanen för 2025"


def test_a_column_beyond_the_last_year_of_plans_does_not_follow() -> None:
    late = (Column(year=2099, kind=ColumnKind.BUDGET), Column(year=2100, kind=ColumnKind.PLAN))
    assert [column.name for column in moved_columns(*late)] == ["budget-2100"]
