import re
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from lxml.html import HtmlElement, document_fromstring
from pikepdf import Pdf

from finsam.federations.profile import Logo
from plans.document.content import PlanContent
from plans.document.html.sanitise import sanitise
from plans.exports.pdf import pdf_html
from tests import factories
from tests.plans.exports.printing import (
    NAMES,
    example,
    example_pdf,
    pdf_of,
    section,
    text_of,
)
from tests.plans.exports.structure import faults, font_names, levels, outline, tags_of
from tests.strategies.html import editor_html
from tests.strategies.plans import plans

FEW = settings(
    phases=[Phase.explicit, Phase.generate],
    max_examples=8,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

FIGURES = {
    "sodra-lappland-2024": [
        "Summa kostnader 4 326 4 483 4 371 4 071",
        "Årets resultat −574 −431 −319 −319",
        "Utgående eget kapital 2 096 1 665 1 346 1 027",
    ],
    "skelleftea-norsjo-2016": [
        "Summa intäkter 6 139 6 603 6 230 6 230 6 230 31 432",
        "Summa kostnader 7 724 5 895 8 505 6 895 6 250 35 269",
        "Resultat efter finansiella poster −1 567 708 −2 255 −645 0 −3 759",
        "Resultat inkl. överföring från föregående år 2 192 2 900 645 0 0 –",
    ],
    "ange-2022": ["−444 500", "−1 127 500", "−1 572 000", "Prognos eget kapital 150 000"],
    "vastra-ostergotland-2025": [
        "8 644 000",
        "10 010 000",
        "Årets resultat −1 366 000",
        *("1 045 924", "676 393", "179 363", "131 821", "127 499"),
    ],
    "blekinge-2023": ["Verksamhetsplan med budget för 2023", "7.3 Finansiella mål"],
}


@pytest.mark.parametrize("name", NAMES)
def test_an_example_keeps_the_rules_of_pdf_ua_and_pdf_a(name: str) -> None:
    assert faults(example_pdf(name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_bookmarks_and_tags_are_the_headings(name: str) -> None:
    root = document_fromstring(pdf_html(example(name)).html)
    found: list[HtmlElement] = list(root.iter("h1", "h2", "h3", "h4", "h5", "h6"))
    # Ordinary space collapses; a hard space in a title stays what it is.
    texts = [re.sub("[ \n\t]+", " ", tag.text_content()).strip(" ") for tag in found]
    own = [(int(str(tag.tag)[1]), text) for tag, text in zip(found, texts, strict=True)]
    with Pdf.open(BytesIO(example_pdf(name))) as pdf:
        assert levels(list(tags_of(pdf))) == [level for level, _ in own]
    # The title stands beside the sections in the bookmarks, not above them all.
    assert outline(example_pdf(name)) == [(max(level - 1, 1), text) for level, text in own]


@pytest.mark.parametrize("name", NAMES)
def test_the_computed_figures_are_in_the_text(name: str) -> None:
    text = text_of(example_pdf(name))
    assert [figure for figure in FIGURES[name] if figure not in text] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_page_but_the_cover_has_its_heads_and_number(name: str) -> None:
    cover, *pages = text_of(example_pdf(name)).split("\f")[:-1]
    assert "sida" not in cover
    count = len(pages) + 1
    for number, page in enumerate(pages, start=2):
        assert f"{example(name).label} sida {number} av {count}" in page


def test_the_same_document_is_the_same_bytes() -> None:
    assert pdf_of(example("ange-2022").content) == example_pdf("ange-2022")


def test_only_our_fonts_are_in_it() -> None:
    with Pdf.open(BytesIO(example_pdf("sodra-lappland-2024"))) as pdf:
        assert font_names(pdf) == {
            "Finsam-Sans",
            "Finsam-Sans-Bold",
            "Finsam-Sans-Semi-Bold",
            "Finsam-Serif",
            "Finsam-Serif-Bold",
            "Finsam-Serif-Semi-Bold",
        }


def test_wide_tables_lie_and_the_rest_stands() -> None:
    with Pdf.open(BytesIO(example_pdf("sodra-lappland-2024"))) as pdf:
        lying = [page.mediabox[2] > page.mediabox[3] for page in pdf.pages]
    assert lying == [False] * 7 + [True] * 2 + [False] * 3


def test_a_table_repeats_its_heads_on_every_page() -> None:
    pages = text_of(example_pdf("sodra-lappland-2024")).split("\f")
    heads = "Post Budget 2023 Budget 2024 Plan 2025 Plan 2026"
    assert [heads in page for page in pages].count(True) == 2


def test_a_picture_of_the_budget_is_a_figure_with_words_and_its_figures_are_text() -> None:
    pdf = example_pdf("sodra-lappland-2024")
    page = text_of(pdf).split("\f")[11]
    assert [line for line in page.splitlines() if line][1:-1] == [
        "Utgående eget kapital går från 2 096 tkr 2023 till",
        "1 027 tkr 2026.",
        "Summa medel att disponera",
        "Summa kostnader",
        "Utgående eget kapital",
        "Budget 2023 6 422",
        "4 326",
        "2 096",
        "Budget 2024 6 148",
        "4 483",
        "1 665",
        "Plan 2025 5 717",
        "4 371",
        "1 346",
        "Plan 2026 5 098",
        "4 071",
        "1 027",
    ]
    with Pdf.open(BytesIO(pdf)) as read:
        alts = [str(tag.Alt) for kind, tag, _ in tags_of(read) if kind == "/Figure"]
    assert alts[-1].replace("\u00a0", " ") == (
        "Utgående eget kapital går från 2 096 tkr 2023 till 1 027 tkr 2026."
    )


def test_the_cover_names_every_decision_and_all_parties() -> None:
    cover = text_of(example_pdf("sodra-lappland-2024")).split("\f")[0]
    assert [line for line in cover.splitlines() if line][:6] == [
        "Samordningsförbundet Södra Lappland",
        "Verksamhetsplan",
        "2024",
        "Budget 2024 och plan 2025–2026",
        "Beslutad 2023-11-30",
        "Reviderad 2024-03-21",
    ]
    assert "Lycksele, Malå, Sorsele, Åsele," in cover


def test_a_logo_is_on_the_cover_with_its_words() -> None:
    content = factories.content()
    logo = Logo(media_type="image/png", data=factories.PIXEL)
    data = pdf_of(replace(content, federation=replace(content.federation, logo=logo)))
    with Pdf.open(BytesIO(data)) as pdf:
        alts = [str(tag.Alt) for kind, tag, _ in tags_of(pdf) if kind == "/Figure"]
    assert alts[0] == "Logotyp för Samordningsförbundet Fjallbygden"


def test_a_long_title_is_not_broken_inside_its_words() -> None:
    title = "Arbetsmarknadsverksamhetsplan för rehabiliteringssamordning 2025"
    text = text_of(pdf_of(replace(factories.content(), title=title)))
    cover = text.split("\f")[0].splitlines()
    assert [line for line in cover if line][1:3] == [
        "Arbetsmarknadsverksamhetsplan för",
        "rehabiliteringssamordning 2025",
    ]


PART = "Rehabilitering"
PARTS = 20_000 // len(PART)


def parts_in(pdf: bytes) -> int:
    """How often the part stands in the text, without line ends and their hyphens."""
    return "".join(text_of(pdf).replace("\u2010", "").split()).count(PART)


def test_a_word_of_20_000_characters_comes_out_whole_in_a_text() -> None:
    content = replace(factories.content(), sections=(section(f"<p>{PART * PARTS}</p>"),))
    pdf = pdf_of(content)
    assert parts_in(pdf) > PARTS - 20
    assert faults(pdf) == []


def test_a_word_of_20_000_characters_comes_out_whole_in_a_goal() -> None:
    content = factories.content()
    perspective = content.goal_map.perspectives[0]
    goal = replace(perspective.goals[0], text=PART * PARTS)
    goal_map = replace(content.goal_map, perspectives=(replace(perspective, goals=(goal,)),))
    pdf = pdf_of(replace(content, goal_map=goal_map))
    assert parts_in(pdf) > PARTS - 40
    assert faults(pdf) == []


def test_a_plan_without_sections_is_still_a_pdf() -> None:
    assert faults(pdf_of(replace(factories.content(), sections=()))) == []


@FEW
@given(editor_html)
def test_whatever_the_editor_writes_keeps_the_rules(html: str) -> None:
    content = factories.content()
    assert (
        faults(pdf_of(replace(content, sections=(section(sanitise(html)), *content.sections))))
        == []
    )


@FEW
@given(plans())
def test_whatever_a_plan_holds_keeps_the_rules(content: PlanContent) -> None:
    assert faults(pdf_of(content)) == []
