"""A plan from a Word file: asked for, shown, approved."""

import json
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from finsam.members.permissions import REFUSALS, Action
from plans.document.content import Section
from plans.document.word.proposal import proposal_of, written
from plans.document.word.wordplan import WordPlan
from plans.models import Plan
from tests import factories
from tests.plans.document.word import documents
from tests.plans.views.html import body, forbidden, tags, text

pytestmark = pytest.mark.django_db

ADDRESS = "/fjallbygden/ny-plan/word/"
APPROVE = f"{ADDRESS}godkann/"
FORM_QUERIES, PROPOSAL_QUERIES, APPROVAL_QUERIES = 6, 7, 25
SHOWN = "Så här delades dokumentet."


@pytest.fixture
def office(client: Client) -> Client:
    return factories.signed_in(client, "chief", factories.federation())


def upload(client: Client, data: bytes, year: object = 2026) -> Any:
    file = BytesIO(data)
    file.name = "plan.docx"
    return client.post(ADDRESS, {"year": year, "file": file})


def paste(client: Client, **fields: object) -> Any:
    return client.post(ADDRESS, {"year": 2026} | fields)


def fields(page: Any) -> dict[str, Any]:
    """What the page's form would send as it stands."""
    sent: dict[str, Any] = {"heading": [], "place": []}
    for tag, attributes in tags(body(page)):
        name, value = attributes.get("name", ""), attributes.get("value", "")
        if tag == "input" and name == "heading":
            sent["heading"].append(value)
        elif tag == "input" and name in {"title", "year", "proposal"}:
            sent[name] = value
        elif tag == "option" and "selected" in attributes:
            sent["place"].append(value)
    return sent


def proposed(*sections: Section) -> dict[str, Any]:
    """What approving these sections sends."""
    proposal = proposal_of(WordPlan("", sections))
    return {
        "title": "Verksamhetsplan 2026",
        "year": "2026",
        "proposal": written(proposal),
        "heading": [part.heading for part in proposal.parts],
        "place": [part.place.value for part in proposal.parts],
    }


SECTIONS = (
    Section(key=factories.key("a"), heading="Syfte", html="<p>Text</p>"),
    Section(key=factories.key("b"), heading="Mål"),
)


# Asking


@pytest.mark.parametrize("role", ["chief", "staff"])
def test_the_office_is_asked_for_a_file_for_next_year(client: Client, role: str) -> None:
    plan = factories.decided_plan(year=2025)
    page = factories.signed_in(client, role, plan.federation).get(ADDRESS)
    assert page.status_code == 200
    assert fields(page)["year"] == "2026"
    assert text(page).startswith("Ny plan från Word Dokumentet delas vid sina rubriker.")


def test_without_plans_it_is_for_the_year_to_come(office: Client) -> None:
    assert fields(office.get(ADDRESS))["year"] == str(timezone.localdate().year + 1)


def test_the_pages_keep_to_the_policy(office: Client) -> None:
    pages = [office.get(ADDRESS), upload(office, documents.sodra_lappland())]
    assert [forbidden(body(page)) for page in pages] == [[], []]


@pytest.mark.parametrize("role", ["board", "member", "auditor"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_others_are_told_whose_it_is(client: Client, role: str, method: str) -> None:
    other = factories.signed_in(client, role, factories.federation())
    page = getattr(other, method)(ADDRESS)
    assert page.status_code == 403
    assert REFUSALS[Action.START_PLAN].reason in text(page)


@pytest.mark.parametrize("method", ["get", "post"])
def test_another_federation_is_not_there(client: Client, method: str) -> None:
    factories.federation()
    other = factories.signed_in(client, "chief", factories.federation("kustbygden"))
    assert getattr(other, method)(ADDRESS).status_code == 404
    assert other.post(APPROVE).status_code == 404


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_other_methods_are_refused(office: Client, method: str) -> None:
    assert getattr(office, method)(ADDRESS).status_code == 405


# Showing


def test_a_file_is_shown_and_nothing_is_stored(office: Client) -> None:
    page = upload(office, documents.sodra_lappland())
    assert page.status_code == 200
    assert not Plan.objects.exists()
    sent = fields(page)
    assert sent["title"] == "Verksamhetsplan Budget 2024, Plan 2025–2026"
    assert list(zip(sent["place"], sent["heading"], strict=True)) == [
        ("section", "Inledning"),
        ("section", "Uppdrag och arbetsorganisation"),
        ("child", "Arbetsorganisation"),
        ("section", "Verksamhetsinriktning 2024"),
        ("section", "Mål/Målkarta"),
        ("section", "Budget"),
        ("appendix", "Ändamål och uppgifter"),
    ]
    words = text(page)
    assert "Att känna till En tabell som var delad i två sattes ihop." in words
    assert "Uppdrag individ En väg vidare Uppdrag struktur Kartlägga behoven" in words
    assert "i Verksamhetsinriktning 2024 2 listor, 11 ord" in words


def test_a_paste_is_shown_by_its_html(office: Client) -> None:
    page = paste(office, paste="Mål\nText", pasted="<h1>Mål</h1><ul><li>Text</li></ul>")
    assert "<li>Text</li>" in body(page)
    assert fields(page)["title"] == "Verksamhetsplan 2026"


def test_a_paste_without_script_is_its_words(office: Client) -> None:
    page = paste(office, paste="1. Mål\n\nText\n\n2. Budget\n\nText")
    assert fields(page)["heading"] == ["Mål", "Budget"]


def test_scripts_in_a_paste_go_nowhere(office: Client) -> None:
    page = paste(office, pasted="<h1>A</h1><p onclick=x()>b<script>x()</script></p>")
    assert forbidden(body(page)) == []
    assert "x()" not in body(page)


@pytest.mark.parametrize(
    ("data", "fact"),
    [
        (b"%PDF-1.7", "Filen är en PDF."),
        (b"Hej", "Filen är inte ett Word-dokument (.docx)."),
        (b"", "Filen är inte ett Word-dokument (.docx)."),
        (documents.made(lambda document: None), "Det finns ingen text i dokumentet."),
    ],
)
def test_a_file_that_cannot_be_read_is_told_beside_the_field(
    office: Client, data: bytes, fact: str
) -> None:
    page = upload(office, data)
    assert page.status_code == 422
    assert f"högst 30 MB. {fact}" in text(page)
    assert fields(page)["year"] == "2026"


def test_a_paste_without_text_is_told_and_kept(office: Client) -> None:
    page = paste(office, paste="•", pasted="<script>x()</script>")
    assert page.status_code == 422
    assert "Bilder följer inte med. Det finns ingen text i dokumentet." in text(page)
    assert ">\n•</textarea>" in body(page)


def test_neither_file_nor_paste_is_told(office: Client) -> None:
    page = paste(office)
    assert page.status_code == 422
    assert "Välj en Word-fil, eller klistra in dokumentet nedan." in text(page)


@pytest.mark.parametrize("year", ["", "i år", "1999", "3000"])
def test_a_year_out_of_range_is_told_and_the_paste_kept(office: Client, year: str) -> None:
    page = paste(office, year=year, paste="Hej")
    assert page.status_code == 422
    assert "Skriv ett år från 2004 till 2100, med fyra siffror." in text(page)
    assert ">\nHej</textarea>" in body(page)
    assert fields(page)["year"] == year


def test_a_year_with_a_plan_is_told_with_the_way_to_it(client: Client) -> None:
    plan = factories.draft_plan(year=2026)
    office = factories.signed_in(client, "chief", plan.federation)
    page = paste(office, paste="Hej")
    assert page.status_code == 422
    assert "Förbundet har redan en plan för 2026. Välj ett annat år." in text(page)
    assert '<a href="/fjallbygden/2026/">Öppna planen för 2026</a>' in body(page)


# Approving


def test_approving_makes_the_plan_that_was_shown(office: Client) -> None:
    sent = fields(upload(office, documents.sodra_lappland()))
    page = office.post(APPROVE, sent, follow=True)
    assert page.redirect_chain == [("/fjallbygden/2026/", 302)]
    assert "Planen för 2026 är börjad från Word." in body(page)
    plan = Plan.objects.get()
    assert (plan.title, plan.status, plan.numbering_depth, plan.budget) == (
        "Verksamhetsplan Budget 2024, Plan 2025–2026",
        "draft",
        1,
        None,
    )
    tops = plan.sections.filter(parent=None).values_list("heading", "is_appendix")
    assert list(tops) == [
        ("Inledning", False),
        ("Uppdrag och arbetsorganisation", False),
        ("Verksamhetsinriktning 2024", False),
        ("Mål/Målkarta", False),
        ("Budget", False),
        ("Ändamål och uppgifter", True),
    ]
    assert plan.sections.get(heading="Mål/Målkarta").html.count("<tr>") == 5


def test_a_picture_comes_with_it(office: Client) -> None:
    def write(document: Any) -> None:
        document.add_heading("Syfte", 1)
        document.add_picture(documents.picture())

    office.post(APPROVE, fields(upload(office, documents.made(write))))
    [picture] = Plan.objects.get().pictures.all()
    assert picture.alt == "Bild utan beskrivning"
    assert str(picture.key) in Plan.objects.get().sections.get().html


def test_headings_and_places_are_the_persons(office: Client) -> None:
    sent = proposed(*SECTIONS) | {
        "title": "Vår plan",
        "heading": ["Mening", "Vart vi ska"],
        "place": ["section", "child"],
    }
    office.post(APPROVE, sent)
    plan = Plan.objects.get()
    assert plan.title == "Vår plan"
    child = plan.sections.get(heading="Vart vi ska")
    assert child.parent
    assert (child.parent.heading, child.parent.html) == ("Mening", "<p>Text</p>")


def test_what_was_left_out_is_not_there(office: Client) -> None:
    office.post(APPROVE, proposed(*SECTIONS) | {"heading": ["", "Mål"], "place": ["out", "child"]})
    [section] = Plan.objects.get().sections.all()
    assert (section.heading, section.parent) == ("Mål", None)


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"year": "1999"}, "Skriv ett år från 2004 till 2100, med fyra siffror."),
        ({"title": ""}, "Skriv planens titel."),
        ({"title": "x" * 301}, "Titeln kan ha högst 300 tecken."),
        ({"heading": ["", "Mål"]}, "Skriv en rubrik, eller välj Ta inte med."),
        ({"heading": ["x" * 301, "Mål"]}, "Rubriken kan ha högst 300 tecken."),
        ({"place": ["out", "out"]}, "Ta med minst ett avsnitt."),
    ],
)
def test_what_is_wrong_is_told_where_it_is_and_the_rest_kept(
    office: Client, changed: dict[str, Any], message: str
) -> None:
    sent = proposed(*SECTIONS) | changed
    page = office.post(APPROVE, sent)
    assert page.status_code == 422
    assert message in text(page)
    assert fields(page) == sent
    assert not Plan.objects.exists()


def test_a_plan_that_came_meanwhile_is_not_written_over(client: Client) -> None:
    plan = factories.draft_plan(year=2026)
    office = factories.signed_in(client, "chief", plan.federation)
    page = office.post(APPROVE, proposed(*SECTIONS))
    assert page.status_code == 422
    assert "Förbundet har redan en plan för 2026. Välj ett annat år." in text(page)
    assert "Öppna planen för 2026" in text(page)
    assert SHOWN in text(page)
    assert Plan.objects.get().title == plan.title


def strange(**changed: Any) -> dict[str, Any]:
    sent = proposed(*SECTIONS)
    proposal = json.loads(sent["proposal"]) | changed
    return sent | {"proposal": json.dumps(proposal)}


@pytest.mark.parametrize(
    "sent",
    [
        {},
        proposed(*SECTIONS) | {"proposal": "x"},
        proposed(*SECTIONS) | {"proposal": "\0"},
        proposed(*SECTIONS) | {"heading": ["A"]},
        proposed(*SECTIONS) | {"place": ["section", "elsewhere"]},
        proposed(*SECTIONS) | {"title": "En\u2028plan"},
        strange(pictures=[{"key": "x"}]),
        strange(
            parts=[
                {
                    "heading": "a",
                    "html": f'<img data-picture="{factories.PICTURE}">',
                    "place": "out",
                }
            ]
            * 2
        )
        | {"place": ["section", "section"]},
    ],
    ids=range(8),
)
def test_what_nobody_was_shown_is_refused(office: Client, sent: dict[str, Any]) -> None:
    page = office.post(APPROVE, sent)
    assert page.status_code == 422
    assert "Förslaget kom inte fram som det visades. Läs in dokumentet igen." in text(page)
    assert not Plan.objects.exists()


def test_a_strangers_html_is_sanitised(office: Client) -> None:
    html = '<p onclick="x()">a</p><script>x()</script><img src="https://x.se/a.png">'
    part = {"heading": "a", "html": html, "place": "section"}
    office.post(APPROVE, strange(parts=[part, part]))
    assert [one.html for one in Plan.objects.get().sections.all()] == ["<p>a</p>"] * 2


@pytest.mark.parametrize("role", ["board", "member", "auditor"])
def test_only_the_office_approves(client: Client, role: str) -> None:
    other = factories.signed_in(client, role, factories.federation())
    page = other.post(APPROVE, proposed(*SECTIONS))
    assert page.status_code == 403
    assert REFUSALS[Action.START_PLAN].reason in text(page)
    assert not Plan.objects.exists()


@pytest.mark.parametrize("method", ["get", "put", "patch", "delete"])
def test_approving_is_posted(office: Client, method: str) -> None:
    assert getattr(office, method)(APPROVE).status_code == 405


# Queries


@pytest.mark.parametrize("plans", [1, 3])
def test_asking_takes_the_same_queries_whatever_there_is(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, plans: int
) -> None:
    for year in range(2020, 2020 + plans):
        factories.draft_plan(year=year)
    federation = Plan.objects.all()[0].federation
    office = factories.signed_in(client, "chief", federation)
    with django_assert_num_queries(FORM_QUERIES):
        office.get(ADDRESS)


@pytest.mark.parametrize("count", [1, 100])
def test_showing_takes_the_same_queries_at_one_section_and_at_a_hundred(
    office: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    html = "<h1>A</h1><p>x</p>" * count
    with django_assert_num_queries(PROPOSAL_QUERIES):
        assert len(fields(paste(office, pasted=html))["heading"]) == count


def test_approving_takes_the_same_queries_at_one_section_and_at_a_hundred(
    office: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    def approve(count: int, year: int) -> None:
        sections = [Section(key=factories.key(str(n)), heading="A") for n in range(count)]
        office.post(APPROVE, proposed(*sections) | {"year": year})

    with django_assert_num_queries(APPROVAL_QUERIES):
        approve(1, 2030)
    with django_assert_num_queries(APPROVAL_QUERIES):
        approve(100, 2031)
