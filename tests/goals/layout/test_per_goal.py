from goals.content import GoalLabels, GoalMap
from goals.layout.per_goal import GoalCard, cards
from tests.goals.maps import ange, goal, perspective


def rows(card: GoalCard) -> list[tuple[str, list[str]]]:
    return [(row.label, [each.text for each in row.paragraphs]) for row in card.rows]


def test_each_goal_is_a_table_with_numbered_result_goals() -> None:
    first, second = cards(ange(), GoalLabels()).groups[0].cards
    assert first.caption == "Mål 1: Individinriktade insatser"
    assert rows(first) == [
        ("Resultatmål 1", ["Deltagare närmar sig arbete."]),
        ("Resultatmål 2", ["Fler försörjer sig själva."]),
        ("Uppföljning", ["Deltagarnas nöjdhet.", "Försörjning före och efter."]),
    ]
    assert second.caption == "Mål 2: Finansiella mål"
    assert rows(second) == [
        ("Resultatmål 1", ["Eget kapital är högst 20 % av driftsbidraget."]),
        ("Uppföljning", ["Delårsredovisning."]),
    ]


def test_a_goal_without_heading_is_captioned_by_its_text() -> None:
    goal_map = GoalMap(perspectives=(perspective("", goal("Ekonomi i balans.")),))
    card = cards(goal_map, GoalLabels()).groups[0].cards[0]
    assert (card.caption, card.rows) == ("Mål 1: Ekonomi i balans.", ())


def test_a_goal_with_heading_and_text_says_its_text_in_the_first_row() -> None:
    goal_map = GoalMap(perspectives=(perspective("", goal("I balans.", heading="Ekonomi")),))
    card = cards(goal_map, GoalLabels()).groups[0].cards[0]
    assert (card.caption, rows(card)) == ("Mål 1: Ekonomi", [("Mål", ["I balans."])])
