"""A whole Word file, and a whole paste, as a proposed plan."""

import pytest

from plans.document.content import Section
from plans.document.word import WordPlan, WordRefused, plan_of_file, plan_of_paste
from tests.plans.document.word import documents

HEADINGS = [
    "Inledning",
    "Uppdrag och arbetsorganisation",
    "Verksamhetsinriktning 2024",
    "Mål/Målkarta",
    "Budget",
    "Ändamål och uppgifter",
]


@pytest.fixture(scope="module")
def plan() -> WordPlan:
    return plan_of_file(documents.sodra_lappland())


def section(plan: WordPlan, heading: str) -> Section:
    return next(one for top in plan.sections for one in top.walk() if one.heading == heading)


def test_the_title_is_the_plans(plan: WordPlan) -> None:
    assert plan.title == "Verksamhetsplan Budget 2024, Plan 2025–2026"


def test_the_headings_are_sections_without_their_numbers(plan: WordPlan) -> None:
    assert [one.heading for one in plan.sections] == HEADINGS


def test_a_second_level_is_a_section_below_and_a_third_is_in_its_text(plan: WordPlan) -> None:
    [child] = section(plan, "Uppdrag och arbetsorganisation").sections
    assert child.heading == "Arbetsorganisation"
    assert child.html.startswith("<h2>Styrelse</h2><p>Styrelsen har tio")


def test_only_the_appendix_is_one(plan: WordPlan) -> None:
    assert [one.heading for one in plan.sections if one.is_appendix] == ["Ändamål och uppgifter"]


def test_lists_nest_and_keep_their_kinds(plan: WordPlan) -> None:
    assert section(plan, "Verksamhetsinriktning 2024").html == (
        "<ul><li><p>Uppdrag individ</p><ul><li><p>En väg vidare</p></li></ul></li>"
        "<li><p>Uppdrag struktur</p></li></ul>"
        "<ol><li><p>Kartlägga behoven</p></li><li><p>Föreslå insatser</p></li></ol>"
    )


def test_the_goal_table_is_one_with_its_head_and_its_wide_cell(plan: WordPlan) -> None:
    html = section(plan, "Mål/Målkarta").html
    assert (html.count("<table>"), html.count("<thead>"), html.count("<tr>")) == (1, 1, 5)
    assert html.count("<th>") == 4
    assert '<td colspan="4"><p>Individen</p></td>' in html
    assert html.endswith("<td><p>Styrelsen</p></td></tr></tbody></table>")


def test_the_budget_is_a_table_of_its_own(plan: WordPlan) -> None:
    assert "<td><p>4 326</p></td><td><p>4 483</p></td>" in section(plan, "Budget").html


def test_what_was_left_out_or_changed_is_told(plan: WordPlan) -> None:
    assert plan.remarks == (
        "En tabell som var delad i två sattes ihop.",
        "Numren i rubrikerna togs bort. Planen numrerar själv.",
        "Försättsbladets rader togs inte med: ”Region Västerbotten, Arbetsförmedlingen och "
        "Försäkringskassan, Beslutad 2023.11.30”.",
    )


def test_a_paste_is_split_by_the_same_rules() -> None:
    plan = plan_of_paste(
        "<p class=MsoTitle>Verksamhetsplan 2026</p><h1>1. Inledning</h1><p>Text.</p>"
        "<p class=MsoToc1>1. Inledning 3</p><img src='file:///c:/bild.png'>"
        "<h2>1.1 Syfte</h2><p>Mer.</p><h1>Bilaga 2: Budget</h1><p>Siffror.</p>"
    )
    assert plan.title == "Verksamhetsplan 2026"
    assert [one.heading for one in plan.sections] == ["Inledning", "Budget"]
    assert [one.heading for one in plan.sections[0].sections] == ["Syfte"]
    assert plan.remarks[:2] == (
        "En bild togs inte med.",
        "Innehållsförteckningen togs inte med. Planen gör en egen.",
    )


@pytest.mark.parametrize("nothing", ["", "  \n ", "<p></p>", "<script>x()</script>"])
def test_nothing_pasted_is_refused(nothing: str) -> None:
    with pytest.raises(WordRefused, match="ingen text"):
        plan_of_paste(nothing)


def test_an_empty_document_is_refused() -> None:
    with pytest.raises(WordRefused, match="ingen text"):
        plan_of_file(documents.made(lambda document: None))
