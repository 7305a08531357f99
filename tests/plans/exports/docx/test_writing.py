"""The whole Word file: of the examples, and of whatever a plan may hold."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, Phase, given, settings
from lxml.html import HtmlElement, document_fromstring

from finsam.federations.profile import Logo
from plans.document.content import PlanContent
from plans.document.html.sanitise import sanitise
from plans.exports.printed import page
from tests import factories
from tests.plans.exports.docx.reading import (
    body,
    docx_of,
    example_docx,
    faults,
    headings,
    lines,
    opened,
    parts,
    style_of,
    tables,
    text_of,
    value,
    with_text,
)
from tests.plans.exports.printing import NAMES, example
from tests.strategies.html import editor_html
from tests.strategies.plans import plans

FEW = settings(
    phases=[Phase.explicit, Phase.generate],
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_a_file_that_word_need_not_repair(name: str) -> None:
    assert faults(example_docx(name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_headings_are_those_of_the_pdf(name: str) -> None:
    root = document_fromstring(page(example(name)))
    found: list[HtmlElement] = list(root.iter("h1", "h2", "h3", "h4", "h5", "h6"))
    own = [
        (int(str(tag.tag)[1]), " ".join(tag.text_content().split()))
        for tag in found
        if tag.text_content() != "Innehåll"
    ]
    assert headings(example_docx(name)) == own


@pytest.mark.parametrize("name", NAMES)
def test_contents_are_the_headings_of_two_levels(name: str) -> None:
    data = example_docx(name)
    [contents] = body(data).iter(qn("w:sdtContent"))
    entries = [(style_of(p), text_of(p)) for p in contents.iter(qn("w:p"))]
    assert entries == [
        ("TOCHeading", "Innehåll"),
        *((f"TOC{level - 1}", text) for level, text in headings(data) if level in (2, 3)),
    ]
    [instruction] = [e.text for e in contents.iter(qn("w:instrText"))]
    assert instruction == ' TOC \\o "1-2" \\h \\z '


def test_numbers_stand_in_the_headings_as_the_document_prints_them() -> None:
    found = [text for _, text in headings(example_docx("blekinge-2023"))]
    assert "4.1 Förbättrad samverkanskultur mellan myndigheterna" in found
    found = [text for _, text in headings(example_docx("vastra-ostergotland-2025"))]
    assert "Bilaga 1 Samordningsförbundets ändamål och uppgifter" in found


def test_the_cover_says_whose_plan_it_is_and_which_version() -> None:
    cover = [
        (p.style.style_id, p.text)
        for p in opened(example_docx("sodra-lappland-2024")).paragraphs
        if p.style
    ]
    assert cover[:5] == [
        ("CoverFederation", "Samordningsförbundet Södra Lappland"),
        ("Title", "Verksamhetsplan 2024"),
        ("Subtitle", "Budget 2024 och plan 2025–2026"),
        ("CoverDecision", "Beslutad 2023-11-30"),
        ("CoverDecision", "Reviderad 2024-03-21"),
    ]


def test_the_budget_of_sodra_lappland_has_its_figures() -> None:
    [budget] = [t for t in tables(example_docx("sodra-lappland-2024")) if t[0][0] == "Post"]
    rows = {row[0]: row[1:] for row in budget}
    assert rows["Post"] == ["Budget 2023", "Budget 2024", "Plan 2025", "Plan 2026"]
    assert rows["Summa kostnader"] == ["4 326", "4 483", "4 371", "4 071"]
    assert rows["Årets resultat"] == ["−574", "−431", "−319", "−319"]
    assert rows["Utgående eget kapital"] == ["2 096", "1 665", "1 346", "1 027"]


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_of_a_table_is_that_of_the_page(name: str) -> None:
    root = document_fromstring(page(example(name)))
    budgets: list[HtmlElement] = root.findall(".//table[@class='bt']")
    printed = [
        [[" ".join(cell.text_content().split()) for cell in row] for row in table.iter("tr")]
        for table in budgets
    ]
    written = [table for table in tables(example_docx(name)) if table[0][0] == "Post"]
    assert written == printed


def test_the_footnote_of_vastra_ostergotland_is_words_own() -> None:
    notes = parts(example_docx("vastra-ostergotland-2025"))["word/footnotes.xml"]
    [note] = [note for note in notes if value(note, "type") == ""]
    assert text_of(note).strip().startswith("Uppgifter från Statistiska centralbyrån (SCB)")
    assert style_of(note[0]) == "FootnoteText"


def test_a_picture_has_its_words() -> None:
    content = example("skelleftea-norsjo-2016").content
    drawings = body(example_docx("skelleftea-norsjo-2016")).iter(qn("wp:docPr"))
    assert [drawing.get("descr") for drawing in drawings] == [content.pictures[0].alt]


def test_a_logo_has_its_words() -> None:
    content = factories.content()
    logo = Logo(media_type="image/png", data=factories.PIXEL)
    data = docx_of(replace(content, federation=replace(content.federation, logo=logo)))
    words = [drawing.get("descr") for drawing in body(data).iter(qn("wp:docPr"))]
    assert words[0] == "Logotyp för Samordningsförbundet Fjallbygden"
    assert faults(data) == []


def test_wide_budgets_and_scorecards_lie_and_the_rest_stands() -> None:
    pages = [
        (value(size, "orient"), int(value(size, "w")) > int(value(size, "h")))
        for size in body(example_docx("skelleftea-norsjo-2016")).iter(qn("w:pgSz"))
    ]
    assert pages == [("portrait", False), ("landscape", True)]


def test_every_appendix_begins_a_page() -> None:
    breaks = [
        text_of(p)
        for p in body(example_docx("skelleftea-norsjo-2016")).iter(qn("w:p"))
        if p.find(f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}") is not None
    ]
    # The first appendix lies, and so begins a page without being told.
    assert breaks == [
        "1 Inledning",
        "Bilaga 2 Budget 2016 plan 2017–2018",
        "Bilaga 3 Bilaga budget",
    ]


def test_heads_and_feet_say_whose_which_version_and_which_page() -> None:
    found = parts(example_docx("ange-2022"))
    head, foot = found["word/header1.xml"], found["word/footer1.xml"]
    assert text_of(head) == "Samordningsförbundet ÅngeVerksamhetsplan och budget 2022"
    assert text_of(foot) == "Arbetsutkastsida 2 av 2"
    fields = [field.text for field in foot.iter(qn("w:instrText"))]
    assert fields == [" PAGE ", " NUMPAGES "]
    [section] = body(example_docx("ange-2022")).iter(qn("w:sectPr"))
    assert section.find(qn("w:titlePg")) is not None


def test_the_file_says_what_it_is_and_in_which_language() -> None:
    said = opened(example_docx("sodra-lappland-2024")).core_properties
    assert (said.title, said.author, said.language) == (
        "Verksamhetsplan 2024 – Samordningsförbundet Södra Lappland",
        "Samordningsförbundet Södra Lappland",
        "sv-SE",
    )
    assert said.modified == datetime(2024, 3, 21, tzinfo=UTC)
    styles = parts(example_docx("sodra-lappland-2024"))["word/styles.xml"]
    [language] = styles.iter(qn("w:lang"))
    assert value(language) == "sv-SE"


def test_a_draft_has_no_day() -> None:
    core = parts(example_docx("ange-2022"))["docProps/core.xml"]
    assert [child for child in core if "dcterms" in str(child.tag)] == []


def test_the_same_document_is_the_same_bytes() -> None:
    assert docx_of(example("ange-2022").content) == example_docx("ange-2022")


BAD = "Mål\x00\x0b\x1f\ufffe\ud800 & <mått>"


def test_characters_that_xml_cannot_hold_go_and_the_rest_stays() -> None:
    content = factories.content()
    federation = replace(content.federation, name=BAD, short_name=BAD)
    first = replace(content.sections[0], heading=BAD)
    bad = replace(content, title=BAD, subtitle=BAD, federation=federation, sections=(first,))
    data = docx_of(bad)
    assert faults(data) == []
    assert headings(data) == [(1, "Mål & <mått>"), (2, "1 Mål & <mått>")]
    assert opened(data).core_properties.author == "Mål & <mått>"


def test_line_ends_in_a_title_are_spaces() -> None:
    data = docx_of(replace(factories.content(), title="Plan\n\tför 2025"))
    assert headings(data)[0] == (1, "Plan för 2025")


def test_a_plan_without_sections_has_no_contents_and_is_still_a_file() -> None:
    data = docx_of(replace(factories.content(), sections=()))
    assert faults(data) == []
    assert list(body(data).iter(qn("w:sdt"))) == []


def test_what_is_not_there_is_said_as_on_the_page() -> None:
    content = factories.content()
    empty = replace(
        content, budget=None, goal_map=replace(content.goal_map, perspectives=(), interventions=())
    )
    assert [text for style, text in lines(docx_of(empty)) if style == "Notice"] == [
        "Inga mål är inlagda än.",
        "Inga insatser är inlagda än.",
        "Planen har ingen budget än.",
    ]


def test_a_word_of_20_000_characters_comes_out_whole() -> None:
    word = "Rehabilitering" * 1500
    assert re.search(word, text_of(body(with_text(f"<p>{word}</p>"))))


@FEW
@given(editor_html)
def test_whatever_the_editor_writes_is_a_good_file(html: str) -> None:
    assert faults(with_text(sanitise(html), *factories.content().sections)) == []


@FEW
@given(plans())
def test_whatever_a_plan_holds_is_a_good_file(content: PlanContent) -> None:
    data = docx_of(content)
    assert faults(data) == []
    assert data == docx_of(content)
