"""Parts of a goal map added, moved, removed and put back: their order is always whole."""

from contextlib import suppress
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from finsam.editions import Gone
from goals import editing, models
from goals.content import Goal, GoalMap, Level, Perspective
from goals.ordering import KINDS
from goals.reading import goal_map_of
from goals.returning import put_back
from goals.writing import write_goal_map
from tests.goals import maps

pytestmark = pytest.mark.django_db

NOWHERE = UUID(int=0)
ONE = Level.INDIVIDUAL


def stored(*perspectives: Perspective, **fields: Any) -> models.GoalMap:
    goal_map = models.GoalMap()
    write_goal_map(GoalMap(perspectives=perspectives, **fields), goal_map)
    return models.GoalMap.objects.get(pk=goal_map.pk)


def outline(goal_map: models.GoalMap) -> list[tuple[str, list[Any]]]:
    """Perspectives' names with their goals' texts, child goals in a list after their goal."""

    def below(goals: tuple[Goal, ...]) -> list[Any]:
        said: list[Any] = []
        for goal in goals:
            said.append(goal.text)
            said += [below(goal.goals)] if goal.goals else []
        return said

    return [(each.name, below(each.goals)) for each in goal_map_of(goal_map).perspectives]


def positions(goal_map: models.GoalMap) -> dict[str, list[int]]:
    return {
        name: list(kind.rows(goal_map).values_list("position", flat=True))
        for name, kind in KINDS.items()
    }


def counted(goal_map: models.GoalMap) -> dict[str, list[int]]:
    return {name: list(range(kind.rows(goal_map).count())) for name, kind in KINDS.items()}


def test_a_goal_is_added_last_in_its_perspective() -> None:
    first = maps.perspective("A", maps.goal("1"))
    goal_map = stored(first, maps.perspective("B", maps.goal("2")))
    editing.add_goal(goal_map, text="Nytt", perspective=first.key)
    assert outline(goal_map) == [("A", ["1", "Nytt"]), ("B", ["2"])]


def test_a_goal_in_an_empty_map_stands_in_a_nameless_perspective() -> None:
    goal_map = stored()
    editing.add_goal(goal_map, text="Nytt")
    assert outline(goal_map) == [("", ["Nytt"])]


def test_a_child_goal_stands_below_its_goal_and_before_the_next() -> None:
    top = maps.goal("1", maps.goal("1.1"))
    goal_map = stored(maps.perspective("A", top, maps.goal("2")))
    editing.add_goal(goal_map, text="1.2", parent=top.key)
    assert outline(goal_map) == [("A", ["1", ["1.1", "1.2"], "2"])]
    assert positions(goal_map) == counted(goal_map)


def test_a_child_goal_has_no_child_goals() -> None:
    child = maps.goal("1.1")
    goal_map = stored(maps.perspective("A", maps.goal("1", child)))
    with pytest.raises(editing.TooDeep):
        editing.add_goal(goal_map, text="1.1.1", parent=child.key)


@pytest.mark.parametrize("kind", KINDS)
def test_what_another_map_holds_is_gone(kind: str) -> None:
    goal = maps.goal("1", activities=("A",), indicators=(maps.said("M"),))
    insats = maps.intervention("I", Level.INDIVIDUAL, None, "")
    other = stored(maps.perspective("A", goal), interventions=(insats,))
    key = KINDS[kind].rows(other).get().key
    with pytest.raises(Gone):
        editing.remove(stored(), kind=kind, key=key)
    with pytest.raises(Gone):
        editing.shift(stored(), kind=kind, key=key, steps=1)


def test_a_goal_moves_among_those_it_stands_with() -> None:
    one, two = maps.goal("1", maps.goal("1.1")), maps.goal("2")
    goal_map = stored(maps.perspective("A", one, two), maps.perspective("B", maps.goal("3")))
    editing.shift(goal_map, kind="goal", key=one.key, steps=1)
    assert outline(goal_map) == [("A", ["2", "1", ["1.1"]]), ("B", ["3"])]
    editing.shift(goal_map, kind="goal", key=one.key, steps=-1)
    assert outline(goal_map) == [("A", ["1", ["1.1"], "2"]), ("B", ["3"])]


@pytest.mark.parametrize("steps", [-1, 1])
def test_what_stands_alone_moves_nowhere(steps: int) -> None:
    goal = maps.goal("1")
    goal_map = stored(maps.perspective("A", goal))
    moved = editing.shift(goal_map, kind="goal", key=goal.key, steps=steps)
    assert not moved.is_elsewhere


def test_a_perspective_takes_its_goals_along() -> None:
    second = maps.perspective("B", maps.goal("2"))
    goal_map = stored(maps.perspective("A", maps.goal("1")), second)
    editing.shift(goal_map, kind="perspective", key=second.key, steps=-1)
    assert outline(goal_map) == [("B", ["2"]), ("A", ["1"])]
    assert list(goal_map.goals.values_list("text", flat=True)) == ["2", "1"]


def test_an_intervention_moves_among_those_of_its_level() -> None:
    one, other, two = (
        maps.intervention(name, level, None, "")
        for name, level in (("1", ONE), ("S", Level.STRUCTURAL), ("2", ONE))
    )
    goal_map = stored(interventions=(one, other, two))
    editing.shift(goal_map, kind="intervention", key=two.key, steps=-1)
    assert [each.name for each in goal_map_of(goal_map).interventions] == ["2", "1", "S"]


def test_a_goal_moves_to_another_perspective_with_its_child_goals() -> None:
    goal, home = maps.goal("1", maps.goal("1.1")), maps.perspective("B", maps.goal("2"))
    goal_map = stored(maps.perspective("A", goal), home)
    moved = editing.move_goal(goal_map, key=goal.key, perspective=home.key)
    assert outline(goal_map) == [("A", []), ("B", ["2", "1", ["1.1"]])]
    assert moved.after == {"perspective": str(home.key), "parent": None, "position": 1}


def test_a_goal_becomes_a_child_goal_and_a_goal_again() -> None:
    top, goal, home = maps.goal("1"), maps.goal("2"), maps.perspective("B")
    goal_map = stored(maps.perspective("A", goal), replace(home, goals=(top,)))
    editing.move_goal(goal_map, key=goal.key, parent=top.key)
    assert outline(goal_map) == [("A", []), ("B", ["1", ["2"]])]
    editing.move_goal(goal_map, key=goal.key, perspective=home.key)
    assert outline(goal_map) == [("A", []), ("B", ["1", "2"])]


def test_a_goal_with_child_goals_does_not_become_one_nor_its_own() -> None:
    goal, other = maps.goal("1", maps.goal("1.1")), maps.goal("2")
    goal_map = stored(maps.perspective("A", goal, other))
    with pytest.raises(editing.TooDeep):
        editing.move_goal(goal_map, key=goal.key, parent=other.key)
    with pytest.raises(editing.TooDeep):
        editing.move_goal(goal_map, key=other.key, parent=other.key)


def test_a_removed_perspective_comes_back_as_it_was() -> None:
    source = maps.sodra_lappland()
    goal_map = models.GoalMap()
    write_goal_map(source, goal_map)
    insats = editing.add_intervention(goal_map, name="I", level=Level.INDIVIDUAL)
    for goal in source.walk():
        editing.link(goal_map, intervention=insats.key, goal=goal.key, serves=True)
    before = goal_map_of(goal_map)
    gone = editing.remove(goal_map, kind="perspective", key=source.perspectives[1].key)
    assert positions(goal_map) == counted(goal_map)
    put_back(goal_map, "perspective", gone.tree, gone.place, gone.links)
    assert goal_map_of(goal_map) == before


def test_putting_back_twice_does_no_harm() -> None:
    goal = maps.goal("1", activities=("A",))
    goal_map = stored(maps.perspective("A", goal))
    gone = editing.remove(goal_map, kind="goal", key=goal.key)
    put_back(goal_map, "goal", gone.tree, gone.place)
    goal_map.goals.update(text="Skrivet sedan")
    put_back(goal_map, "goal", gone.tree, gone.place)
    assert outline(goal_map) == [("A", ["Skrivet sedan"])]


def test_a_child_goal_without_its_goal_comes_back_by_itself() -> None:
    child, top = maps.goal("1.1"), maps.goal("1")
    goal_map = stored(maps.perspective("A", replace(top, goals=(child,)), maps.goal("2")))
    gone = editing.remove(goal_map, kind="goal", key=child.key)
    editing.remove(goal_map, kind="goal", key=top.key)
    put_back(goal_map, "goal", gone.tree, gone.place)
    assert outline(goal_map) == [("A", ["1.1", "2"])]


def test_an_activity_without_its_goal_has_nowhere_to_come_back_to() -> None:
    goal = maps.goal("1", activities=("A",))
    goal_map = stored(maps.perspective("A", goal))
    gone = editing.remove(goal_map, kind="activity", key=goal.activities[0].key)
    editing.remove(goal_map, kind="goal", key=goal.key)
    with pytest.raises(Gone):
        put_back(goal_map, "activity", gone.tree, gone.place)


def test_a_link_is_made_and_taken_away() -> None:
    goal, insats = maps.goal("1"), maps.intervention("I", Level.INDIVIDUAL, None, "")
    goal_map = stored(maps.perspective("A", goal), interventions=(insats,))
    made = editing.link(goal_map, intervention=insats.key, goal=goal.key, serves=True)
    assert (made.before, made.after) == ((), (goal.key,))
    gone = editing.link(goal_map, intervention=insats.key, goal=goal.key, serves=False)
    assert (gone.before, gone.after) == ((goal.key,), ())


def test_a_link_to_what_is_gone_says_so() -> None:
    goal_map = stored()
    insats = editing.add_intervention(goal_map, name="I", level=Level.INDIVIDUAL)
    with pytest.raises(Gone):
        editing.link(goal_map, intervention=insats.key, goal=NOWHERE, serves=True)


@pytest.mark.parametrize("kind", ["goal", "perspective"])
def test_moving_takes_as_many_queries_in_a_large_map(kind: str) -> None:
    def queries(count: int) -> int:
        goals = [maps.goal(str(n), activities=("A",)) for n in range(count)]
        rest = maps.perspective("B", maps.goal("Sist"), maps.goal("Allra sist"))
        goal_map = stored(maps.perspective("A", *goals), rest)
        key = {"goal": rest.goals[1].key, "perspective": rest.key}[kind]
        with CaptureQueriesContext(connection) as captured:
            editing.shift(goal_map, kind=kind, key=key, steps=-1)
        return len(captured)

    assert queries(1) == queries(100)


def test_removing_takes_as_many_queries_in_a_large_map() -> None:
    def queries(count: int) -> int:
        goals = [maps.goal(str(n), maps.goal("a"), activities=("A",)) for n in range(count)]
        goal_map = stored(maps.perspective("A", *goals, maps.goal("Sist")))
        with CaptureQueriesContext(connection) as captured:
            editing.remove(goal_map, kind="goal", key=goals[0].key)
        return len(captured)

    assert queries(2) == queries(100)


CHOICE = st.integers(0, 30)
DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["add", "shift", "move", "below", "remove", "undo", "link"]),
        st.sampled_from(sorted(KINDS)),
        CHOICE,
        CHOICE,
    ),
    max_size=25,
)


class Hands:
    """Somebody who does one thing after the other in a map, and may undo the last removal."""

    def __init__(self, goal_map: models.GoalMap) -> None:
        self.map = goal_map
        self.bin: list[tuple[str, editing.Removed]] = []

    def do(self, deed: str, kind: str, one: int, other: int) -> None:
        with suppress(Gone, editing.TooDeep):
            getattr(self, deed)(kind, one, other)

    def pick(self, kind: str, number: int) -> UUID:
        keys = list(KINDS[kind].rows(self.map).values_list("key", flat=True))
        return keys[number % len(keys)] if keys else uuid4()

    def add(self, kind: str, one: int, other: int) -> None:
        if kind == "perspective":
            editing.add_perspective(self.map, name="P")
        elif kind == "goal":
            parent = self.pick("goal", one) if other % 2 else None
            editing.add_goal(self.map, text="M", parent=parent)
        elif kind == "intervention":
            level = list(Level)[one % 2]
            editing.add_intervention(self.map, name="I", level=level)
        elif kind == "activity":
            editing.add_activity(self.map, goal=self.pick("goal", one))
        else:
            editing.add_indicator(self.map, goal=self.pick("goal", one))

    def shift(self, kind: str, one: int, other: int) -> None:
        editing.shift(self.map, kind=kind, key=self.pick(kind, one), steps=other % 5 - 2)

    def move(self, kind: str, one: int, other: int) -> None:
        home = self.pick("perspective", other)
        editing.move_goal(self.map, key=self.pick("goal", one), perspective=home)

    def below(self, kind: str, one: int, other: int) -> None:
        parent = self.pick("goal", other)
        editing.move_goal(self.map, key=self.pick("goal", one), parent=parent)

    def remove(self, kind: str, one: int, other: int) -> None:
        gone = editing.remove(self.map, kind=kind, key=self.pick(kind, one))
        self.bin.append((kind, gone))

    def undo(self, kind: str, one: int, other: int) -> None:
        if self.bin:
            kind, gone = self.bin.pop()
            put_back(self.map, kind, gone.tree, gone.place, gone.links)

    def link(self, kind: str, one: int, other: int) -> None:
        goal, insats = self.pick("goal", one), self.pick("intervention", other)
        editing.link(self.map, intervention=insats, goal=goal, serves=bool(one % 3))


@given(deeds=DEEDS)
@settings(max_examples=60)
def test_whatever_is_done_the_order_is_whole(deeds: list[tuple[str, str, int, int]]) -> None:
    with transaction.atomic():
        hands = Hands(stored(maps.perspective("A", maps.goal("1", maps.goal("1.1")))))
        for deed in deeds:
            hands.do(*deed)
        assert positions(hands.map) == counted(hands.map)
        in_order = [str(goal.key) for goal in goal_map_of(hands.map).walk()]
        rows = hands.map.goals.values_list("key", flat=True)
        assert in_order == [str(key) for key in rows]
        transaction.set_rollback(True)
