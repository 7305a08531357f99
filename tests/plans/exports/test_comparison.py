"""Two plans compared on paper."""

from dataclasses import replace

import pytest
from lxml.html import document_fromstring

from plans.document.comparing.whole import Comparison
from plans.document.copying import moved_on
from plans.exports.comparison import comparison_page, comparison_pdf
from plans.exports.stylesheets import static_file
from tests.plans.document.comparing.compared import (
    NAMES,
    compared,
    decided,
    example,
    with_section,
)
from tests.plans.exports.structure import faults

SODRA = example("sodra-lappland-2024")


def next_year(name: str) -> Comparison:
    content = example(name)
    first = content.sections[0]
    edited = replace(first, html=f"{first.html.replace(' och ', ' samt ')}<p>En ny mening.</p>")
    later = moved_on(content, content.year + 1)
    return compared(content, replace(later, sections=(edited, *later.sections[2:])))


@pytest.mark.parametrize("name", NAMES)
def test_it_keeps_the_rules_of_pdf_ua_and_pdf_a(name: str) -> None:
    assert faults(comparison_pdf(next_year(name))) == []


def test_the_same_two_plans_give_the_same_bytes() -> None:
    comparison = compared(decided(SODRA), SODRA)
    assert comparison_pdf(comparison) == comparison_pdf(comparison)


def test_the_summary_stands_before_the_document() -> None:
    root = document_fromstring(comparison_page(compared(decided(SODRA), SODRA)).html)
    headings = [
        " ".join("".join(map(str, each.itertext())).split()) for each in root.iter("h1", "h2")
    ]
    assert headings[:5] == [
        "Ändringar i Verksamhetsplan 2024",
        "Det här är nytt",
        "Alla ändringar",
        "Planen med ändringarna markerade",
        "1 Inledning",
    ]


def test_what_follows_is_told_on_paper_without_unfolding_anything() -> None:
    html = comparison_page(compared(decided(SODRA), SODRA)).html
    assert "<details" not in html
    assert "Utgående eget kapital 2026: 727" in html.replace("\u00a0", " ")


def test_a_long_budget_with_many_columns_lies() -> None:
    html = comparison_page(next_year("skelleftea-norsjo-2016")).html
    assert 'class="leaf lying' in html


def test_marks_are_lines_and_not_only_colours() -> None:
    sheet = static_file("css/pdf-comparison.css").read_text()
    assert "text-decoration: underline" in sheet
    assert "text-decoration: line-through" in sheet


def test_a_text_with_marks_is_printed_with_a_rule() -> None:
    later = with_section(SODRA, "Vision", html="<p>En annan vision.</p>")
    html = comparison_page(compared(SODRA, later)).html
    assert '<div class="changed"><p><ins>' in html or '<div class="changed"><p><del>' in html


def test_every_character_of_it_has_a_place_in_the_fonts() -> None:
    html = comparison_page(compared(decided(SODRA), SODRA)).html
    assert "ESF-medel 2025: 0\u00a0till 300" in html
    assert "[U+" not in html
