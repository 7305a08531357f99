from dataclasses import replace

import pytest

from goals.content import GoalLayout, GoalMap, Perspective
from goals.layout.choice import laid_out
from plans.document.blocks.goals import goals_view
from plans.document.content import GoalsBlock
from tests.factories import key
from tests.goals.maps import sodra_lappland

MAP = sodra_lappland()


@pytest.mark.parametrize("layout", GoalLayout)
def test_a_map_stands_in_the_sections_own_layout_and_template(layout: GoalLayout) -> None:
    view = goals_view(MAP, GoalsBlock(layout=layout), 3)
    assert view.map == laid_out(MAP, layout)
    assert view.template == f"plans/blocks/goals/_{layout}.html"
    assert (view.level, view.names_perspectives) == (3, True)


def test_one_perspective_stands_without_its_name_which_the_section_has() -> None:
    own = MAP.perspectives[1].key
    view = goals_view(MAP, GoalsBlock(perspective=own), 3)
    assert view.map == laid_out(MAP, GoalLayout.TABLE, perspective=own)
    assert not view.names_perspectives


BARE = GoalMap(perspectives=(Perspective(key=key("individ"), name="Individ"),))


@pytest.mark.parametrize("layout", GoalLayout)
def test_perspectives_without_goals_are_an_empty_map(layout: GoalLayout) -> None:
    assert goals_view(BARE, GoalsBlock(layout=layout), 2).is_empty


def test_a_scorecard_with_a_vision_alone_is_not_empty() -> None:
    said = replace(BARE, vision="Alla kommer i arbete.")
    assert not goals_view(said, GoalsBlock(layout=GoalLayout.SCORECARD), 2).is_empty
