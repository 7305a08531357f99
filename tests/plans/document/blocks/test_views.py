from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings

from budgets.arithmetic import figures
from plans.document.blocks.goals import GoalsView
from plans.document.blocks.views import Blocks, BlockView, BudgetView
from plans.document.content import (
    Block,
    BudgetBlock,
    ContributionsBlock,
    GoalsBlock,
    InterventionsBlock,
    OrganisationBlock,
    PlanContent,
    Status,
    TextBlock,
)
from plans.document.copying import moved_on
from tests.plans.document.checks.plans import FAIR, example

BLOCKS: list[Block] = [
    GoalsBlock(),
    BudgetBlock(),
    InterventionsBlock(),
    ContributionsBlock(),
    OrganisationBlock(),
]


def shown(plan: PlanContent, block: Block) -> BlockView | None:
    computed = figures(plan.budget) if plan.budget else None
    return Blocks(plan, computed, lambda html, level, heading: html).view(block, 2)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.kind)
@pytest.mark.parametrize("plan", [FAIR, replace(FAIR, budget=None, members=())])
def test_every_kind_of_block_has_a_view_and_a_template_that_is_there(
    plan: PlanContent, block: Block
) -> None:
    found = shown(plan, block)
    assert found is not None
    assert Path(settings.BASE_DIR, "templates", found.template).is_file()


def test_a_section_of_text_has_no_block() -> None:
    assert shown(FAIR, TextBlock()) is None


def test_what_a_block_holds_stands_a_level_below_its_heading() -> None:
    found = shown(FAIR, GoalsBlock())
    assert found is not None
    assert isinstance(found.view, GoalsView)
    assert found.view.level == 3


def budget(name: str, block: BudgetBlock) -> BudgetView:
    found = shown(example(name), block)
    assert found is not None
    assert isinstance(found.view, BudgetView)
    return found.view


def test_a_budget_knows_the_plans_own_column() -> None:
    assert budget("sodra-lappland-2024", BudgetBlock()).own == "budget-2024"


def test_a_budget_shows_the_columns_that_the_block_names() -> None:
    view = budget("sodra-lappland-2024", BudgetBlock(columns=("plan-2025", "budget-2024")))
    assert view.table is not None
    assert [head.name for head in view.table.heads] == ["budget-2024", "plan-2025"]


def test_a_budget_has_a_picture_of_the_columns_that_it_shows_where_the_block_says_so() -> None:
    block = BudgetBlock(columns=("plan-2025", "budget-2024"), has_chart=True)
    view = budget("sodra-lappland-2024", block)
    assert view.chart is not None
    assert [group.label.text for group in view.chart.groups] == ["Budget 2024", "Plan 2025"]
    assert budget("sodra-lappland-2024", BudgetBlock()).chart is None


def test_a_branch_of_the_budget_has_no_picture() -> None:
    sheet = example("sodra-lappland-2024").budget
    assert sheet is not None
    block = BudgetBlock(branch=sheet.costs[0].key, has_chart=True)
    assert budget("sodra-lappland-2024", block).chart is None


def test_a_budget_to_a_depth_has_fewer_rows_than_the_whole() -> None:
    rows = [
        len(view.table.rows)
        for depth in (1, 2, None)
        if (view := budget("skelleftea-norsjo-2016", BudgetBlock(depth=depth))).table
    ]
    assert rows == sorted(set(rows))


def test_a_plan_without_a_budget_shows_that_there_is_none() -> None:
    assert budget("blekinge-2023", BudgetBlock()) == BudgetView(table=None, own="")


def test_a_draft_says_what_its_shown_columns_start_from() -> None:
    new = moved_on(example("sodra-lappland-2024"), 2025)
    for status, said in (
        (Status.DRAFT, ("Budget 2025 utgår från Plan 2025 i verksamhetsplanen för 2024.",)),
        (Status.REVIEW, ()),
    ):
        found = shown(replace(new, status=status), BudgetBlock(columns=("budget-2025",)))
        assert found is not None
        assert isinstance(found.view, BudgetView)
        assert found.view.origins == said
