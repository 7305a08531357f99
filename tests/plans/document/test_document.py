from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given, settings

from budgets.sheet import ComputedRow
from plans.document.content import GoalsBlock, Picture, PlanContent, Section
from plans.document.document import Document, ReadSection, document_of, inline_pictures
from plans.document.outline import headings
from tests.plans.document.checks.plans import BUDGET_SECTION, FAIR, example, key
from tests.strategies.plans import PNG, plans

NAMES = (
    "ange-2022",
    "blekinge-2023",
    "skelleftea-norsjo-2016",
    "sodra-lappland-2024",
    "vastra-ostergotland-2025",
)
PICTURE = Picture(key=key("picture"), media_type="image/png", alt="En trappa", data=PNG)


def read(html: str, plan: PlanContent = FAIR, pictures: dict[UUID, str] | None = None) -> str:
    """The text as it is read in a plan where it is the only section."""
    section = Section(key=key("only"), heading="Syfte", html=html)
    document = document_of(replace(plan, sections=(section,)), pictures=pictures)
    return document.sections[0].html


def walked(sections: tuple[ReadSection, ...]) -> list[ReadSection]:
    return [found for each in sections for found in (each, *walked(each.sections))]


def closing(document: Document) -> list[int | None]:
    """Closing equity of every column in tkr."""
    assert document.content.budget is not None
    assert document.figures is not None
    amounts = [
        document.figures.amount(ComputedRow.CLOSING_EQUITY, column.name)
        for column in document.content.budget.columns
    ]
    return [None if amount is None else amount // 1000 for amount in amounts]


@pytest.mark.parametrize("name", NAMES)
def test_a_document_made_twice_is_the_same(name: str) -> None:
    assert document_of(example(name)) == document_of(example(name))


@given(plans())
@settings(max_examples=40, deadline=None)
def test_every_plan_that_a_file_may_hold_has_a_document(plan: PlanContent) -> None:
    document = document_of(plan)
    assert document == document_of(plan)
    read_numbers = [(each.key, each.number) for each in walked(document.sections)]
    assert read_numbers == [(each.section.key, each.number) for each in headings(plan)]
    assert (*document.body, *document.appendices) == document.sections


@pytest.mark.parametrize("name", NAMES)
def test_every_heading_of_an_example_has_something_below_it(name: str) -> None:
    empty = [each.heading for each in walked(document_of(example(name)).sections) if each.is_empty]
    assert empty == []


@pytest.mark.parametrize(
    ("name", "equity"),
    [
        ("sodra-lappland-2024", [2096, 1665, 1346, 1027]),
        ("skelleftea-norsjo-2016", [2192, 2900, 645, 0, 0]),
        ("ange-2022", [150]),
        ("vastra-ostergotland-2025", [None]),
    ],
)
def test_the_examples_equity(name: str, equity: list[int | None]) -> None:
    assert closing(document_of(example(name))) == equity


def test_a_plan_with_nothing_in_it_has_a_document() -> None:
    bare = replace(FAIR, sections=(), budget=None, members=())
    document = document_of(bare)
    assert (document.sections, document.figures, document.label) == ((), None, "Arbetsutkast")


def test_a_plan_without_goals_shows_a_map_without_rows() -> None:
    goals = Section(key=key("goals"), heading="Mål", block=GoalsBlock())
    [section] = document_of(replace(FAIR, sections=(goals,))).sections
    assert section.block is not None
    assert section.block.kind == "goals"


def test_appendices_are_read_last_wherever_they_stand() -> None:
    appendix = Section(key=key("appendix"), heading="Ändamål", is_appendix=True)
    document = document_of(replace(FAIR, sections=(appendix, BUDGET_SECTION)))
    assert [each.heading for each in document.sections] == ["Budget", "Ändamål"]
    assert [each.number for each in document.sections] == ["1", "Bilaga"]


def test_a_short_number_has_room_in_a_list_of_contents() -> None:
    own = Section(key=key("a"), heading="A", is_appendix=True)
    two = (own, replace(own, key=key("b")))
    found = document_of(replace(FAIR, sections=(BUDGET_SECTION, *two))).sections
    assert [each.short_number for each in found] == ["1", "B1", "B2"]
    assert document_of(replace(FAIR, sections=(own,))).sections[0].short_number == "B"


def test_a_figure_in_the_text_is_printed_with_its_unit() -> None:
    html = '<p>Intäkterna är <span data-figure="total_income/budget-2025"></span>.</p>'
    assert read(html) == "<p>Intäkterna är 2\u00a0000\u00a0000\u00a0kr.</p>"


@pytest.mark.parametrize("plan", [FAIR, replace(FAIR, budget=None)])
def test_a_figure_that_is_not_there_leaves_words_that_can_be_seen(plan: PlanContent) -> None:
    html = '<p>Summa <span data-figure="gone/budget-2025"></span></p>'
    assert read(html, plan) == (
        '<p>Summa <span class="missing-figure">[siffra saknas: gone/budget-2025]</span></p>'
    )


def test_a_picture_stands_in_the_text_itself_where_no_address_is_given() -> None:
    plan = replace(FAIR, pictures=(PICTURE,))
    html = f'<img alt="En trappa" data-picture="{PICTURE.key}">'
    assert read(html, plan) == (
        f'<figure><img alt="En trappa" src="data:image/png;base64,{PNG}"></figure>'
    )


def test_a_picture_is_fetched_from_its_address_where_one_is_given() -> None:
    plan = replace(FAIR, pictures=(replace(PICTURE, data=""),))
    html = f'<img alt="En trappa" data-picture="{PICTURE.key}">'
    assert read(html, plan, {PICTURE.key: "/bilder/1/"}) == (
        '<figure><img alt="En trappa" src="/bilder/1/"></figure>'
    )


def test_pictures_whose_bytes_are_not_read_have_no_address_of_their_own() -> None:
    plan = replace(FAIR, pictures=(PICTURE, replace(PICTURE, key=key("other"), data="")))
    assert list(inline_pictures(plan)) == [PICTURE.key]


def test_a_link_to_a_section_leads_to_it() -> None:
    html = f'<p><a href="#{key("only")}">Syftet</a></p>'
    assert read(html) == f'<p><a href="#avsnitt-{key("only")}">Syftet</a></p>'


def test_a_subsections_headings_stand_below_its_own() -> None:
    child = Section(key=key("child"), heading="Vision", html="<h2>Varför</h2><p>Därför.</p>")
    parent = Section(key=key("parent"), heading="Mål", sections=(child,))
    [section] = document_of(replace(FAIR, sections=(parent,))).sections
    assert section.sections[0].level == 3
    assert section.sections[0].html == "<h4>Varför</h4><p>Därför.</p>"


def test_footnotes_stand_in_their_places_for_print_and_below_the_text_on_screen() -> None:
    note = '<p>Enligt lagen<span class="footnote">2003:1210</span>.</p>'
    section = Section(key=key("only"), heading="Syfte", html=note)
    [found] = document_of(replace(FAIR, sections=(section,))).sections
    assert found.html == note
    assert f'href="#{found.anchor}-not-1"' in found.on_screen
