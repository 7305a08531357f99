from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goals import models
from goals.content import GoalMap, Level
from goals.reading import goal_map_of
from goals.writing import write_goal_map
from tests.goals import maps

pytestmark = pytest.mark.django_db


def stored(source: GoalMap) -> models.GoalMap:
    goal_map = models.GoalMap()
    write_goal_map(source, goal_map)
    return models.GoalMap.objects.get(pk=goal_map.pk)


@pytest.mark.parametrize(
    "make",
    [maps.vastra_ostergotland, maps.sodra_lappland, maps.ange],
    ids=lambda make: make.__name__,
)
def test_a_goal_map_is_read_as_it_was_written(make: Callable[[], GoalMap]) -> None:
    source = make()
    assert goal_map_of(stored(source)) == source


def test_an_empty_map_is_read_as_it_was_written() -> None:
    assert goal_map_of(stored(GoalMap())) == GoalMap()


def test_an_intervention_keeps_all_that_is_known_of_it() -> None:
    source = maps.sodra_lappland()
    first, second, *_ = (goal.key for goal in source.walk())
    insats = replace(
        maps.intervention("En väg vidare", Level.INDIVIDUAL, 40, "deltagare"),
        owner="Lycksele kommun",
        html="<p>Stöd.</p>",
        starts_on=date(2023, 7, 1),
        ends_on=date(2024, 6, 30),
        is_esf=True,
        is_decided=False,
        goals=(first, second),
    )
    read = goal_map_of(stored(replace(source, interventions=(insats,))))
    assert read.interventions == (insats,)


def test_an_interventions_goals_stand_in_the_maps_order() -> None:
    source = maps.sodra_lappland()
    keys = tuple(goal.key for goal in source.walk())
    insats = replace(maps.intervention("X", Level.STRUCTURAL, None, ""), goals=keys[::-1])
    read = goal_map_of(stored(replace(source, interventions=(insats,))))
    assert read.interventions[0].goals == keys


@pytest.mark.parametrize("count", [1, 100])
def test_a_goal_map_is_read_by_five_queries_however_many_goals(count: int) -> None:
    goals = tuple(
        maps.goal(f"Mål {number}", activities=("Enkät",), indicators=(maps.said("Svar"),))
        for number in range(count)
    )
    goal_map = stored(GoalMap(perspectives=(maps.perspective("Individen", *goals),)))
    with CaptureQueriesContext(connection) as captured:
        goal_map_of(goal_map)
    assert len(captured) == 5
