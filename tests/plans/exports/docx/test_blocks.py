"""Goals, insatser, contributions and seats as Word has them."""

from dataclasses import replace

import pytest

from goals.content import Activity, Goal, GoalMap, Indicator, Intervention, Level, Perspective
from plans.document.content import (
    ContributionsBlock,
    GoalLayout,
    GoalsBlock,
    InterventionsBlock,
    Section,
)
from tests import factories
from tests.factories import key
from tests.plans.exports.docx.reading import docx_of, example_docx, faults, items, lines, tables

CHILD = Goal(
    key=key("child"), text="Delmålet", indicators=(Indicator(key=key("i"), sentence="70 %"),)
)
GOAL = Goal(
    key=key("whole"),
    heading="Målet",
    text="Så här.",
    responsible=("Styrelsen",),
    activities=(Activity(key=key("a"), text="Enkät"), Activity(key=key("b"), text="Möten")),
    goals=(CHILD,),
)
MAP = GoalMap(
    vision="Ett gott liv",
    perspectives=(
        Perspective(key=key("p"), name="Individ", goals=(GOAL, replace(CHILD, key=key("c2")))),
    ),
)


def goals_in(layout: GoalLayout) -> bytes:
    shown = Section(key=key("s"), heading="Mål", block=GoalsBlock(layout=layout))
    return docx_of(replace(factories.content(), goal_map=MAP, sections=(shown,)))


@pytest.mark.parametrize("layout", GoalLayout)
def test_a_goal_map_is_a_good_file_in_every_layout(layout: GoalLayout) -> None:
    assert faults(goals_in(layout)) == []


def test_a_table_has_a_row_for_each_goal() -> None:
    assert tables(goals_in(GoalLayout.TABLE)) == [
        [
            ["Mål", "Aktiviteter", "Mätbart", "Ansvarig"],
            ["1 Målet Så här.", "EnkätMöten", "", "Styrelsen"],
            ["1 Delmålet", "", "70 %", ""],
            ["2 Delmålet", "", "70 %", ""],
        ]
    ]


def test_a_scorecard_has_a_column_for_each_perspective() -> None:
    data = goals_in(GoalLayout.SCORECARD)
    assert lines(data)[1:3] == [("GoalPart", "Vision"), ("", "Ett gott liv")]
    assert tables(data) == [
        [
            ["Del", "Individ"],
            ["Mål", "Målet Så här.DelmåletDelmålet"],
            ["Mått", "70 %"],
            ["Aktiviteter", "EnkätMöten"],
            ["Ansvarig", "Styrelsen"],
        ]
    ]


def test_per_goal_each_has_a_table_of_what_is_said_about_it() -> None:
    data = goals_in(GoalLayout.PER_GOAL)
    assert [text for style, text in lines(data) if style == "Caption"] == [
        "Mål 1: Målet",
        "Mål 2: Delmålet",
    ]
    assert [row[0] for row in tables(data)[0]] == [
        "Del",
        "Mål",
        "Resultatmål 1",
        "Uppföljning",
        "Aktiviteter",
        "Ansvarig",
    ]


def test_a_list_has_the_child_goals_as_items() -> None:
    data = goals_in(GoalLayout.LIST)
    assert lines(data)[1:] == [
        ("Heading2", "Individ"),
        ("Goal", "1 Målet"),
        ("", "Så här."),
        ("GoalPart", "Aktiviteter"),
        ("ListBullet", "Enkät"),
        ("ListBullet", "Möten"),
        ("GoalPart", "Ansvarig"),
        ("", "Styrelsen"),
        ("GoalPart", "Förväntade resultat"),
        ("ListBullet", "1 Delmålet"),
        ("GoalPart", "Uppföljning"),
        ("ListContinue", "70 %"),
        ("Goal", "2 Delmålet"),
        ("GoalPart", "Uppföljning"),
        ("", "70 %"),
    ]
    assert [text for *_, text in items(data)] == ["Enkät", "Möten", "1 Delmålet"]


def test_an_insats_says_all_that_is_known_of_it() -> None:
    insats = Intervention(
        key=key("insats"),
        name="En väg vidare",
        level=Level.INDIVIDUAL,
        html="<p>Så gör vi.</p>",
        owner="Åsele kommun",
        volume=1200,
        volume_unit="deltagare",
        is_esf=True,
        is_decided=False,
    )
    shown = Section(key=key("s"), heading="Insatser", block=InterventionsBlock())
    data = docx_of(
        replace(factories.content(), goal_map=GoalMap(interventions=(insats,)), sections=(shown,))
    )
    assert lines(data)[1:] == [
        ("Heading2", "En väg vidare"),
        ("", "Så gör vi."),
        ("Fact", "Planerad volym: 1 200 deltagare"),
        ("Fact", "Huvudman: Åsele kommun"),
        ("Fact", "Finansiering: Med medel från ESF"),
        ("Fact", "Läge: Ej beslutad"),
        ("Fact", "Planerad volym, individnivå: 1 200 deltagare"),
    ]


def test_the_contributions_have_their_shares() -> None:
    found = tables(example_docx("vastra-ostergotland-2025"))
    [shares] = [t for t in found if t[0] == ["Kommun", "Befolkningsmängd", "Andel"]]
    assert shares[1] == ["Motala kommun", "43 674", "48,4 %"]
    assert shares[-1] == ["Totalt", "90 292", "100,0 %"]
    [paid] = [t for t in found if t[0] == ["Medlem", "Andel", "Belopp i kr"]]
    assert paid[-1] == ["Totalt", "100,0 %", "8 644 000"]


def test_without_contributions_that_is_said() -> None:
    shown = Section(key=key("s"), heading="Bidrag", block=ContributionsBlock())
    data = docx_of(replace(factories.content(), budget=None, sections=(shown,)))
    assert lines(data)[1:] == [("Notice", "Medlemmarnas bidrag är inte inlagda än.")]


def test_the_seats_in_the_board_add_up() -> None:
    [seats] = [t for t in tables(example_docx("ange-2022")) if t[0][0] == "Medlem"]
    assert (seats[0], seats[-1]) == (["Medlem", "Ledamöter", "Ersättare"], ["Totalt", "4", "4"])


def test_a_budgets_picture_is_its_sentence() -> None:
    said = "Utgående eget kapital går från 2 096 tkr 2023 till 1 027 tkr 2026."
    read = [
        (style, words.replace("\u00a0", " "))
        for style, words in lines(example_docx("sodra-lappland-2024"))
    ]
    assert read.count(("TableNote", said)) == 1
