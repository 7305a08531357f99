from dataclasses import replace

import pytest

from goals.content import GoalMap, GoalNumbering
from goals.numbering import numbers
from tests.goals.maps import goal, perspective


def two_perspectives(numbering: GoalNumbering) -> GoalMap:
    return GoalMap(
        numbering=numbering,
        perspectives=(
            perspective("Individ", goal("a", goal("a1"), goal("a2")), goal("b")),
            perspective("Struktur", goal("c", goal("c1"))),
        ),
    )


@pytest.mark.parametrize(
    ("numbering", "expected"),
    [
        (GoalNumbering.BY_PERSPECTIVE, ["1", "1", "2", "2", "1", "1"]),
        (GoalNumbering.RUNNING, ["1", "1", "2", "2", "3", "1"]),
        (GoalNumbering.NONE, ["", "", "", "", "", ""]),
    ],
)
def test_goals_are_numbered_as_the_map_says(numbering: GoalNumbering, expected: list[str]) -> None:
    goal_map = two_perspectives(numbering)
    assert [numbers(goal_map)[each.key] for each in goal_map.walk()] == expected


def test_a_map_without_goals_has_no_numbers() -> None:
    assert numbers(GoalMap()) == {}


def test_an_empty_perspective_takes_no_number() -> None:
    goal_map = two_perspectives(GoalNumbering.RUNNING)
    first, second = goal_map.perspectives
    with_empty = replace(goal_map, perspectives=(first, perspective("Tom"), second))
    assert numbers(with_empty) == numbers(goal_map)
