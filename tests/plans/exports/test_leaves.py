from dataclasses import replace

import pytest

from plans.document.content import BudgetBlock
from plans.document.document import document_of
from plans.exports.leaves import Leaf, leaves
from tests.plans.exports.printing import NAMES, example

LYING = {
    "ange-2022": [],
    "blekinge-2023": [],
    "skelleftea-norsjo-2016": ["Styrkort 2016", "Budget 2016 plan 2017–2018", "Bilaga budget"],
    "sodra-lappland-2024": ["Mål/Målkarta"],
    "vastra-ostergotland-2025": [],
}


def every(tops: tuple[Leaf, ...]) -> list[Leaf]:
    return [leaf for top in tops for leaf in (top, *every(top.leaves))]


@pytest.mark.parametrize("name", NAMES)
def test_wide_budgets_and_goal_maps_lie(name: str) -> None:
    lying = [leaf.section.heading for leaf in every(leaves(example(name))) if leaf.is_lying]
    assert lying == LYING[name]


def test_a_budget_of_one_column_stands_whole_with_its_heading() -> None:
    whole = [leaf for leaf in every(leaves(example("ange-2022"))) if leaf.is_whole]
    assert [leaf.section.heading for leaf in whole] == ["Budget 2022"]


def test_a_section_of_text_has_no_fragment() -> None:
    first = leaves(example("ange-2022"))[0]
    assert (first.template, first.view, first.is_lying) == ("", None, False)


def test_a_budget_longer_than_a_page_is_not_held_together() -> None:
    budget = next(
        leaf
        for leaf in every(leaves(example("sodra-lappland-2024")))
        if leaf.section.heading == "Budget"
    )
    assert (budget.is_lying, budget.is_whole) == (False, False)


def whole_budgets(block: BudgetBlock) -> list[str]:
    """The budgets of Skellefteå-Norsjö that stand whole when they are shown so."""
    content = example("skelleftea-norsjo-2016").content
    sections = tuple(
        replace(section, block=block) if isinstance(section.block, BudgetBlock) else section
        for section in content.sections
    )
    found = every(leaves(document_of(replace(content, sections=sections))))
    return [leaf.section.heading for leaf in found if leaf.is_whole]


def test_a_picture_takes_the_place_of_some_rows() -> None:
    block = BudgetBlock(columns=("budget-2016",), depth=2)
    both = ["Budget 2016 plan 2017–2018", "Bilaga budget"]
    assert whole_budgets(block) == both
    assert whole_budgets(replace(block, has_chart=True)) == []
    assert whole_budgets(replace(block, depth=1, has_chart=True)) == both
