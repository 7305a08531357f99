from goals.content import GoalLabels, GoalMap
from goals.layout.pieces import Part
from goals.layout.table import table
from tests.goals.maps import ange, goal, perspective, skelleftea_norsjo, sodra_lappland


def texts(cells: tuple[Part, ...]) -> list[list[str]]:
    return [[paragraph.text for paragraph in cell.paragraphs] for cell in cells]


def test_a_real_map_has_its_columns_and_several_paragraphs_in_a_cell() -> None:
    printed = table(sodra_lappland(), GoalLabels())
    assert printed.columns == ("Mål", "Aktiviteter", "Mätbart", "Ansvarig")
    assert [group.name for group in printed.groups] == ["Individen", "Arbetssätt", "Ekonomi"]
    assert texts(printed.groups[1].rows[0].cells) == [
        ["Rutiner för uppföljning"],
        ["70 % av styrelse och personal svarar ja.", "Internkontroll 2 gånger/år."],
        ["Styrelsen", "Förbundschef"],
    ]
    assert texts(printed.groups[2].rows[0].cells) == [[], [], ["Styrelsen"]]


def test_a_column_without_content_is_left_out() -> None:
    printed = table(skelleftea_norsjo(), GoalLabels())
    assert printed.columns == ("Mål", "Aktiviteter", "Mätbart")


def test_a_column_may_be_needed_by_one_perspective_only() -> None:
    goal_map = sodra_lappland()
    economy = goal_map.perspectives[2].key
    printed = table(goal_map, GoalLabels(), economy)
    assert printed.columns == ("Mål", "Ansvarig")
    assert [group.name for group in printed.groups] == ["Ekonomi"]


def test_child_goals_are_rows_below_their_parent() -> None:
    rows = table(ange(), GoalLabels()).groups[0].rows
    assert [(row.goal.name, row.is_child) for row in rows] == [
        ("Mål 1", False),
        ("Resultatmål 1", True),
        ("Resultatmål 2", True),
        ("Mål 2", False),
        ("Resultatmål 1", True),
    ]


def test_the_federations_words_stand_before_the_houses() -> None:
    labels = GoalLabels(goal="Målsättning", activities="Utförande", child_goals="Delmål")
    printed = table(sodra_lappland(), labels)
    assert printed.columns == ("Målsättning", "Utförande", "Mätbart", "Ansvarig")
    cell = printed.groups[0].rows[0].cells[0]
    assert cell.label == "Utförande"


def test_each_line_of_a_text_is_a_paragraph() -> None:
    goal_map = GoalMap(perspectives=(perspective("", goal("Ett.\n\n  Två.\n")),))
    printed = table(goal_map, GoalLabels()).groups[0].rows[0].goal
    assert [paragraph.text for paragraph in printed.paragraphs] == ["Ett.", "Två."]


def test_an_empty_map_is_a_table_without_rows() -> None:
    printed = table(GoalMap(), GoalLabels())
    assert (printed.columns, printed.groups) == (("Mål",), ())
