"""Two plans as one document."""

import re
from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given, settings

from plans.document.comparing.marking.budget import MarkedBudget
from plans.document.comparing.marking.document import MarkedDocument, MarkedSection, marked_document
from plans.document.comparing.marking.goals import MarkedGoals
from plans.document.comparing.marking.insatser import MarkedInterventions
from plans.document.comparing.marking.pieces import ruled, spoken
from plans.document.content import Picture, PlanContent
from plans.document.copying import moved_on
from tests.plans.document.comparing.compared import (
    NAMES,
    compared,
    decided,
    example,
    section,
    with_line,
    with_section,
)
from tests.strategies.plans import plans

SODRA = example("sodra-lappland-2024")
VASTRA = example("vastra-ostergotland-2025")


def both(before: PlanContent, after: PlanContent) -> MarkedDocument:
    return marked_document(compared(before, after), pictures={})


def walk(document: MarkedDocument) -> list[MarkedSection]:
    found = list(document.sections)
    return [each for root in found for each in (root, *root.sections)]


def at(document: MarkedDocument, heading: str) -> MarkedSection:
    return next(each for each in walk(document) if each.heading.html == heading)


def shown(html: str) -> str:
    """The marks without the words that only are heard, and with plain spaces."""
    return re.sub('<span class="sr">[^<]*</span>', "", html).replace("\u00a0", " ")


@given(plans())
@settings(max_examples=30)
def test_a_plan_beside_itself_has_no_marks(content: PlanContent) -> None:
    assert not both(content, content).has_changes


@given(plans(), plans())
@settings(max_examples=30)
def test_any_two_plans_stand_in_one_document(before: PlanContent, after: PlanContent) -> None:
    document = both(before, after)
    keys = [each.key for each in walk(document)]
    assert sorted(keys) == sorted(
        {each.key for plan in (before, after) for root in plan.sections for each in root.walk()}
    )


@pytest.mark.parametrize("name", NAMES)
def test_an_example_beside_itself_has_no_marks(name: str) -> None:
    assert not both(example(name), example(name)).has_changes


@pytest.mark.parametrize("name", NAMES)
def test_an_example_moved_on_to_next_year_can_be_shown(name: str) -> None:
    content = example(name)
    assert both(content, moved_on(content, content.year + 1)).has_changes


def test_a_changed_figure_stands_after_the_old_one_and_nothing_else_is_marked() -> None:
    document = both(decided(SODRA), SODRA)
    block = at(document, "Budget").block
    assert block and isinstance(block.view, MarkedBudget)
    rows = {row.label.html: row for row in block.view.rows}
    cells = [shown(cell.html) for cell in rows["ESF-medel"].cells]
    assert cells == ["0", "300", "<del>0</del><ins>300</ins>", "0"]
    changed = [label for label, row in rows.items() if row.is_changed]
    assert changed == [
        "Övrig finansiering", "ESF-medel", "Summa intäkter", "SF Södra Lappland eget kapital",
        "Summa medel att disponera", "Årets resultat", "Utgående eget kapital",
    ]  # fmt: skip
    assert [each.heading.html for each in walk(document) if each.is_changed] == ["Budget"]


def test_a_row_and_a_column_that_came_or_went_are_marked_whole() -> None:
    later = with_line(moved_on(SODRA, 2025), "Revision", lambda _: None)
    block = at(both(SODRA, later), "Budget").block
    assert block and isinstance(block.view, MarkedBudget)
    heads = [shown(head.html) for head in block.view.heads]
    assert heads == [
        "<del>Budget 2023</del>",
        "Budget 2024",
        "<del>Plan</del><ins>Budget</ins> 2025",
        "Plan 2026",
        "<ins>Plan 2027</ins>",
    ]
    rows = {shown(row.label.html): row for row in block.view.rows}
    assert [shown(cell.html) for cell in rows["<del>Revision</del>"].cells] == [
        "<del>56</del>", "<del>56</del>", "<del>56</del>", "<del>56</del>", "",
    ]  # fmt: skip
    assert not rows["Lycksele kommun"].is_changed


def test_a_section_that_came_or_went_is_marked_and_says_so() -> None:
    kept = tuple(each for each in SODRA.sections if each.heading != "Vision")
    there = both(replace(SODRA, sections=kept), SODRA)
    new = next(each for each in walk(there) if each.words)
    assert (new.words, shown(new.heading.html)) == ("Nytt avsnitt", "<ins>Vision</ins>")
    assert "<ins>" in new.prose.html and "<del>" not in new.prose.html
    back = both(SODRA, replace(SODRA, sections=kept))
    gone = next(each for each in walk(back) if each.words)
    assert (gone.words, gone.block) == ("Borttaget avsnitt", None)
    assert "<del>" in gone.prose.html and "<ins>" not in gone.prose.html


def test_only_the_changed_paragraphs_stand_in_the_short_form() -> None:
    texts = (
        "<p>Ett.</p><p>Två.</p><p>Tre.</p><p>Fyra.</p>",
        "<p>Ett.</p><p>Två.</p><p>Tre.</p><p>Fem.</p>",
    )
    before, after = (with_section(SODRA, "Vision", html=html) for html in texts)
    prose = at(both(before, after), "Vision").prose
    assert "Två" not in prose.changes
    assert "Två" in prose.html


def test_a_goal_a_measure_and_an_insats_are_marked_where_they_stand() -> None:
    first, *others = VASTRA.goal_map.interventions
    insatser = (replace(first, volume=60), *others)
    perspective, *rest = VASTRA.goal_map.perspectives
    goal, *goals = perspective.goals
    renamed = replace(perspective, goals=(replace(goal, text=f"{goal.text} Ny mening."), *goals))
    goal_map = replace(VASTRA.goal_map, perspectives=(renamed, *rest), interventions=insatser)
    document = both(VASTRA, replace(VASTRA, goal_map=goal_map))
    views = [each.block.view for each in walk(document) if each.block]
    goals_view = next(view for view in views if isinstance(view, MarkedGoals) and view.is_changed)
    [changed] = [
        goal for p in goals_view.perspectives for goal in p.goals if "<ins>" in goal.text.html
    ]
    assert shown(changed.text.html).endswith("<ins> Ny mening.</ins>")
    cards = [
        card
        for view in views
        if isinstance(view, MarkedInterventions)
        for group in view.groups
        for card in group.cards
        if card.is_changed
    ]
    assert [dict(card.terms)["volym"].state for card in cards] == ["changed"]


def test_a_removed_picture_is_fetched_from_the_earlier_plan() -> None:
    picture = f'<img alt="Karta" data-picture="{UUID(int=1)}">'
    own = Picture(key=UUID(int=1), media_type="image/png", alt="Karta", data="AAAA")
    before = replace(with_section(SODRA, "Vision", html=picture), pictures=(own,))
    document = marked_document(compared(before, with_section(SODRA, "Vision", html="")))
    html = at(document, "Vision").prose.on_paper
    assert '<img alt="Karta" src="data:image/png;base64,AAAA">' in html
    assert html.startswith('<div class="changed"><del>')


def test_the_marks_have_words_for_those_who_hear_them() -> None:
    assert spoken("<p><del>a</del><ins>b</ins><ins></ins></p>") == (
        '<p><del><span class="sr">borttaget: </span>a</del>'
        '<ins><span class="sr">tillagt: </span>b</ins>'
        '<ins class="end">¶<span class="sr">nytt stycke</span></ins></p>'
    )


def test_a_rule_stands_beside_what_is_marked_and_nothing_else() -> None:
    assert ruled("<p>a</p><p><ins>b</ins></p>") == (
        '<p>a</p><div class="changed"><p><ins>b</ins></p></div>'
    )


def test_what_a_plan_says_cannot_become_markup() -> None:
    evil = "<script>alert(1)</script>"
    before = replace(SODRA, title=evil)
    document = both(before, replace(SODRA, title=f"{evil} två"))
    assert "<script" not in document.title.html
    line = with_line(SODRA, "Revision", lambda one: replace(one, label=evil))
    block = at(both(SODRA, line), "Budget").block
    assert block and isinstance(block.view, MarkedBudget)
    assert not any("<script" in row.label.html for row in block.view.rows)
    assert section(SODRA, "Vision").heading == "Vision"
