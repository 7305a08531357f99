"""A plan made longer: everything repeated, nothing twice under one key, nothing squared."""

from collections.abc import Iterator
from uuid import UUID

import pytest

from plans.bench.lengthening import lengthened
from plans.bench.subjects import examples, named
from plans.document.content import BudgetBlock, PlanContent

EXAMPLES = examples()
TIMES = 3

each_example = pytest.mark.parametrize("plan", EXAMPLES, ids=map(named, EXAMPLES))


def sizes(plan: PlanContent) -> dict[str, int]:
    """How many there are of each thing that grows."""
    goals = list(plan.goal_map.walk())
    return {
        "sections": len(list(plan.walk())),
        "goals": len(goals),
        "activities": sum(len(goal.activities) for goal in goals),
        "indicators": sum(len(goal.indicators) for goal in goals),
        "interventions": len(plan.goal_map.interventions),
        "lines": len(lines(plan)),
    }


def lines(plan: PlanContent) -> list[UUID]:
    return [] if plan.budget is None else [line.key for _, line in plan.budget.walk()]


def keys(plan: PlanContent) -> Iterator[UUID]:
    yield from (section.key for section in plan.walk())
    for goal in plan.goal_map.walk():
        yield goal.key
        yield from (activity.key for activity in goal.activities)
        yield from (indicator.key for indicator in goal.indicators)
    yield from (intervention.key for intervention in plan.goal_map.interventions)
    yield from lines(plan)


def shown(plan: PlanContent) -> list[str]:
    """The kinds of block that grow by themselves, where they show all of their data."""
    return [
        section.block.kind
        for section in plan.walk()
        if section.block.kind in ("goals", "interventions", "budget")
        and not (isinstance(section.block, BudgetBlock) and section.block.branch)
    ]


@each_example
def test_a_plan_once_as_long_is_the_plan(plan: PlanContent) -> None:
    assert lengthened(plan, 1) == plan


@each_example
def test_everything_is_there_as_many_times(plan: PlanContent) -> None:
    wanted = {name: TIMES * count for name, count in sizes(plan).items()}
    assert sizes(lengthened(plan, TIMES)) == wanted


@each_example
def test_no_key_is_there_twice(plan: PlanContent) -> None:
    found = list(keys(lengthened(plan, TIMES)))
    assert len(found) == len(set(found))


@each_example
def test_a_block_whose_data_grows_is_shown_no_more_often(plan: PlanContent) -> None:
    assert shown(lengthened(plan, TIMES)) == shown(plan)


@each_example
def test_the_plan_as_it_was_comes_first(plan: PlanContent) -> None:
    longer = lengthened(plan, TIMES)
    assert longer.sections[: len(plan.sections)] == plan.sections


@each_example
def test_a_copy_refers_to_what_is_there(plan: PlanContent) -> None:
    longer = lengthened(plan, TIMES)
    goals = {goal.key for goal in longer.goal_map.walk()}
    served = {key for one in longer.goal_map.interventions for key in one.goals}
    branches = {
        section.block.branch
        for section in longer.walk()
        if isinstance(section.block, BudgetBlock) and section.block.branch
    }
    assert (served - goals, branches - set(lines(longer))) == (set(), set())


@each_example
def test_a_section_that_loses_its_block_keeps_its_text(plan: PlanContent) -> None:
    longer = lengthened(plan, 2)
    first = [section.html for section in plan.walk()]
    assert [section.html for section in longer.walk()] == first + first
