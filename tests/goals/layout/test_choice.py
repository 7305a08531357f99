from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goals.content import Goal, GoalLayout, GoalMap, GoalNumbering
from goals.emphasis import Segment
from goals.layout.choice import LaidOut, laid_out
from goals.layout.per_goal import GoalCards
from goals.layout.pieces import Paragraph
from goals.layout.scorecard import Scorecard
from goals.layout.table import GoalTable
from tests.goals.maps import (
    aimed,
    ange,
    goal,
    perspective,
    skelleftea_norsjo,
    sodra_lappland,
    vastra_ostergotland,
)

words = st.sampled_from(["alfa", "beta", "gamma", "delta 70 %", "epsilon"])
indicators = st.lists(words.map(lambda text: aimed(text, "70", "%")), max_size=2).map(tuple)
few_words = st.lists(words, max_size=2).map(tuple)


def _goals(children: st.SearchStrategy[list[Goal]]) -> st.SearchStrategy[Goal]:
    return st.builds(
        lambda text, below, heading, activities, measured, responsible: goal(
            text,
            *below,
            heading=heading,
            activities=activities,
            indicators=measured,
            responsible=responsible,
        ),
        words,
        children,
        st.just("") | words,
        few_words,
        indicators,
        few_words,
    )


goals = _goals(st.lists(_goals(st.just([])), max_size=2))
maps = st.builds(
    GoalMap,
    vision=words,
    strategy=words,
    numbering=st.sampled_from(GoalNumbering),
    perspectives=st.lists(
        st.builds(
            lambda name, below: perspective(name, *below), words, st.lists(goals, max_size=3)
        ),
        max_size=3,
    ).map(tuple),
)


REACHED_ELSEWHERE: dict[GoalLayout, set[str]] = {
    GoalLayout.TABLE: {"goals", "activities", "indicators", "responsible"},
    GoalLayout.SCORECARD: {"activities", "indicators", "responsible"},
    GoalLayout.PER_GOAL: {"goal"},
    GoalLayout.LIST: set(),
}
"""The fields that a layout's template leaves alone, because a row or a column says the same."""


def texts(printed: object, left_alone: set[str]) -> Iterator[str]:
    """Every string that the layout's template walks through."""
    if isinstance(printed, str):
        yield printed
    elif isinstance(printed, Segment | Paragraph):
        yield printed.text
    elif isinstance(printed, tuple):
        for each in printed:
            yield from texts(each, left_alone)
    elif is_dataclass(printed):
        for field in fields(printed):
            if field.name not in left_alone:
                yield from texts(getattr(printed, field.name), left_alone)


def lost(goal_map: GoalMap, layout: GoalLayout) -> set[str]:
    printed = list(texts(laid_out(goal_map, layout), REACHED_ELSEWHERE[layout]))
    return {said for said in said_in(goal_map) if not any(said in each for each in printed)}


def said_in(goal_map: GoalMap) -> set[str]:
    return {
        text
        for each in goal_map.walk()
        for text in (
            each.text,
            each.heading,
            *(activity.text for activity in each.activities),
            *(indicator.sentence.rstrip(".") for indicator in each.indicators),
            *each.responsible,
        )
    }


@given(maps, st.sampled_from(GoalLayout))
def test_no_layout_loses_a_word(goal_map: GoalMap, layout: GoalLayout) -> None:
    assert laid_out(goal_map, layout).kind == layout
    assert lost(goal_map, layout) == set()


@pytest.mark.parametrize("layout", GoalLayout)
@pytest.mark.parametrize(
    "goal_map", [vastra_ostergotland(), sodra_lappland(), skelleftea_norsjo(), ange(), GoalMap()]
)
def test_a_real_map_can_be_printed_every_way(goal_map: GoalMap, layout: GoalLayout) -> None:
    assert lost(goal_map, layout) == set()


@given(maps, st.sampled_from(GoalLayout))
def test_one_perspective_alone_keeps_its_numbers(goal_map: GoalMap, layout: GoalLayout) -> None:
    whole = goal_numbers(laid_out(goal_map, layout))
    for index, each in enumerate(goal_map.perspectives):
        alone = goal_numbers(laid_out(goal_map, layout, perspective=each.key))
        assert alone == whole[index : index + 1]


def goal_numbers(printed: LaidOut) -> list[list[str]]:
    """The goals' numbers, perspective by perspective."""
    if isinstance(printed, GoalTable):
        return [[row.goal.number for row in group.rows] for group in printed.groups]
    if isinstance(printed, GoalCards):
        return [[card.goal.number for card in group.cards] for group in printed.groups]
    groups = printed.columns if isinstance(printed, Scorecard) else printed.groups
    return [[each.number for each in group.goals] for group in groups]
