"""Underlag till styrelsen on paper: the missiv, and then the whole plan."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from lxml.html import document_fromstring
from pikepdf import Pdf

from plans.document.checks import Finding, Severity
from plans.document.comparing.news import news
from plans.document.document import document_of
from plans.exports.papers import Missiv, papers_page, papers_pdf
from tests.plans.document.comparing.compared import compared, decided
from tests.plans.document.comparing.compared import example as content_of
from tests.plans.exports.printing import NAMES, example, text_of
from tests.plans.exports.structure import faults, outline

SODRA = content_of("sodra-lappland-2024")
FINDING = Finding(
    code="shares",
    severity=Severity.WARN,
    fact="Bidragen är inte delade som lagen säger.",
    detail="",
    place="",
    reason="Nytt medlemskap.",
)
MISSIV = Missiv(
    number=2,
    sent_on=date(2023, 11, 20),
    meeting_on=date(2023, 11, 30),
    registry_number="2023-17",
    matter="Verksamhetsplan och budget 2024",
    background="Kansliet har arbetat fram planen.\n\nBeredningsgruppen har läst den.",
    proposals=("fastställa Verksamhetsplan 2024 med budget", "ge kansliet rätt att rätta skrivfel"),
    samrad=("Fem av sex medlemmar har svarat.",),
    news=news(compared(decided(SODRA), SODRA)),
    base="Verksamhetsplan 2024, beslutad 2023-11-30",
    findings=[FINDING],
    turned_off=[("Att alla tecken finns", "Vi har ett eget typsnitt")],
)


@pytest.mark.parametrize("name", NAMES)
def test_they_keep_the_rules_of_pdf_ua_and_pdf_a(name: str) -> None:
    assert faults(papers_pdf(MISSIV, example(name))) == []


def test_the_same_papers_give_the_same_bytes() -> None:
    document = example("ange-2022")
    assert papers_pdf(MISSIV, document) == papers_pdf(MISSIV, document)


def test_the_missiv_stands_first_and_says_everything() -> None:
    text = text_of(papers_pdf(MISSIV, example("sodra-lappland-2024"))).split("\f")[0:2]
    first = " ".join(" ".join(text).split())
    for words in (
        "Underlag till styrelsen 2",
        "Skickat 2023-11-20",
        "Sammanträde 2023-11-30",
        "Diarienummer 2023-17",
        "1. att fastställa Verksamhetsplan 2024 med budget",
        "2. att ge kansliet rätt att rätta skrivfel",
        "Beredningsgruppen har läst den.",
        "Fem av sex medlemmar har svarat.",
        "Det här är nytt",
        "Att se över: Bidragen är inte delade som lagen säger. Förklaring: Nytt medlemskap.",
        "Att alla tecken finns: Vi har ett eget typsnitt",
    ):
        assert words in first


def test_what_is_not_known_is_said_plainly() -> None:
    bare = replace(
        MISSIV,
        meeting_on=None,
        registry_number="",
        samrad=(),
        news=None,
        findings=[],
        turned_off=[],
    )
    html = papers_page(bare, example("ange-2022")).html
    for words in (
        "Dagen är inte bestämd",
        "Inget samråd är registrerat.",
        "Det finns ingen beslutad plan att jämföra med.",
        "Kontrollerna har inga anmärkningar.",
    ):
        assert words in html
    assert "Diarienummer" not in html


def test_the_contents_have_the_pages_of_this_file() -> None:
    pages = text_of(papers_pdf(MISSIV, example("sodra-lappland-2024"))).split("\f")
    [contents] = [page for page in pages if "\nInnehåll\n" in page]
    found = re.search(r"5 Vision\W+(\d+)", contents)
    assert found
    page = pages[int(found[1]) - 1]
    assert "5 Vision" in page
    assert f"sida {found[1]} av {len(pages) - 1}" in page


def test_the_missivs_parts_and_the_plans_are_bookmarks() -> None:
    titles = [title for _, title in outline(papers_pdf(MISSIV, example("sodra-lappland-2024")))]
    assert titles[:2] == ["Underlag till styrelsen 2", "Förslag till beslut"]
    assert {"Verksamhetsplan 2024", "Innehåll", "1 Inledning"} <= set(titles)


def test_the_missivs_pages_have_its_own_head_and_the_plans_theirs() -> None:
    pages = text_of(papers_pdf(MISSIV, example("sodra-lappland-2024"))).split("\f")
    assert "Skickat 2023-11-20 sida 1 av" in pages[0]
    assert "Beslutad 2023-11-30, reviderad 2024-03-21 sida" in pages[-2]


def test_every_character_has_a_place_in_the_fonts() -> None:
    html = papers_page(MISSIV, example("sodra-lappland-2024")).html
    assert "[U+" not in html
    assert "3\u00a0752\u00a0till 4\u00a0052" in html


def test_nothing_that_was_typed_is_markup() -> None:
    sharp = replace(MISSIV, matter="<b>&", background="<img src=x>", proposals=("<i>",))
    page = papers_page(sharp, document_of(content_of("ange-2022")))
    assert not document_fromstring(page.html).xpath("//div[@class='missiv']//img | //ol//i")


def test_the_file_names_itself() -> None:
    with Pdf.open(BytesIO(papers_pdf(MISSIV, example("ange-2022")))) as pdf:
        assert str(pdf.docinfo.Title).startswith("Underlag till styrelsen 2: ")
