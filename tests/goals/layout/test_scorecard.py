from goals.content import GoalLabels
from goals.layout.scorecard import Column, scorecard
from tests.goals.maps import skelleftea_norsjo


def parts(column: Column) -> dict[str, list[str]]:
    return {part.label: [each.text for each in part.paragraphs] for part in column.parts}


def test_vision_and_strategy_stand_above_the_perspectives() -> None:
    printed = scorecard(skelleftea_norsjo(), GoalLabels())
    assert [each.text for each in printed.vision] == ["Ökad välfärd genom samordning."]
    assert [each.text for each in printed.strategy] == ["Fler får stöd.", "Stödet är samlat."]
    assert [column.name for column in printed.columns] == ["Individen", "Ekonomi"]


def test_a_column_lists_goals_measures_and_activities_each_thing_once() -> None:
    people, economy = scorecard(skelleftea_norsjo(), GoalLabels()).columns
    assert [goal.number for goal in people.goals] == ["1", "2"]
    assert parts(people) == {"Mått": ["Deltagarnas upplevelse."], "Aktiviteter": ["Kartlägg"]}
    assert parts(economy) == {"Mått": ["Utfall i kr."]}


def test_one_perspective_is_shown_without_the_vision_of_the_whole() -> None:
    goal_map = skelleftea_norsjo()
    printed = scorecard(goal_map, GoalLabels(), goal_map.perspectives[1].key)
    assert (printed.vision, printed.strategy) == ((), ())
    assert [column.name for column in printed.columns] == ["Ekonomi"]
