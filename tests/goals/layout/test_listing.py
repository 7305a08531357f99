from goals.content import GoalLabels
from goals.layout.listing import listing
from tests.goals.maps import vastra_ostergotland


def test_expected_results_stand_below_their_goal() -> None:
    printed = listing(vastra_ostergotland(), GoalLabels())
    assert printed.lead_in == "Förväntade resultat"
    goal = printed.groups[0].goals[0]
    assert (goal.name, goal.number) == ("Mål", "")
    assert [[each.text for each in child.paragraphs] for child in goal.goals] == [
        ["Kompetensinsatserna motsvarar förväntningarna."],
        ["Volymmålen för strukturinsatser nås."],
    ]


def test_a_target_of_volumes_says_what_is_planned_per_unit() -> None:
    structure, people, _ = listing(vastra_ostergotland(), GoalLabels()).groups
    assert [
        [segment.text.replace("\u00a0", " ") for segment in paragraph.segments]
        for group in (structure, people)
        for child in group.goals[0].goals
        for paragraph in child.indicators.paragraphs
    ] == [
        ["Minst ", "75 %", " av deltagarna anger det."],
        ["Enligt bilaga 3: ", "1 080 deltagare", "."],
        ["Enligt bilaga 3: ", "410 deltagare, 50 möten, 200 kontakter", "."],
    ]


def test_only_what_is_said_is_a_part() -> None:
    goal = listing(vastra_ostergotland(), GoalLabels()).groups[0].goals[0].goals[0]
    assert [part.label for part in goal.parts] == ["Uppföljning"]
