"""A plan from a Word file: shown for approval first, stored only then."""

import json
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from docx import Document

from plans.models import Plan
from tests import factories
from tests.plans.views.html import body, tags, text

pytestmark = pytest.mark.django_db

ADDRESS = "/fjallbygden/ny-plan/word/"
APPROVE = f"{ADDRESS}godkann/"


def chief(client: Client) -> None:
    factories.signed_in(client, "chief", factories.draft_plan().federation)


def docx() -> bytes:
    document = Document()
    document.add_heading("1. Inledning", 1)
    document.add_paragraph("Förbundet samordnar.")
    document.add_heading("Mål", 1)
    document.add_paragraph("Egen försörjning", style="List Bullet")
    document.add_heading("Uppföljning", 2)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def sent(data: bytes, year: str = "2026") -> dict[str, object]:
    return {"year": year, "file": SimpleUploadedFile("plan.docx", data)}


def fields(page: str) -> dict[str, str]:
    """The hidden fields of the page's proposal."""
    inputs = [a for tag, a in tags(page) if tag == "input"]
    return {a["name"]: a["value"] for a in inputs if a.get("name") in ("year", "title", "proposal")}


def test_a_file_is_shown_section_by_section_and_nothing_is_stored(client: Client) -> None:
    chief(client)
    page = client.post(ADDRESS, sent(docx()))
    assert page.status_code == 200
    values = [a.get("value", "") for tag, a in tags(body(page)) if a.get("name") == "heading"]
    assert values == ["Inledning", "Mål", "Uppföljning"]
    assert Plan.objects.count() == 1


def test_what_is_approved_becomes_a_draft_with_its_headings_and_lists(client: Client) -> None:
    chief(client)
    shown = fields(body(client.post(ADDRESS, sent(docx()))))
    chosen = {
        "heading": ["Bakgrund", "Mål", "Uppföljning"],
        "place": ["section", "section", "child"],
    }
    response = client.post(APPROVE, shown | chosen)
    assert (response.status_code, response["Location"]) == (302, "/fjallbygden/2026/")
    plan = Plan.objects.get(year=2026)
    found = plan.sections.values_list("heading", "html", "parent__heading")
    assert list(found) == [
        ("Bakgrund", "<p>Förbundet samordnar.</p>", None),
        ("Mål", "<ul><li><p>Egen försörjning</p></li></ul>", None),
        ("Uppföljning", "", "Mål"),
    ]
    assert (plan.status, plan.budget) == ("draft", None)


def test_a_pasted_document_is_split_in_the_same_way(client: Client) -> None:
    chief(client)
    page = client.post(ADDRESS, {"year": "2026", "paste": "<h1>Vision</h1><p>Alla i arbete.</p>"})
    assert "Vision" in fields(body(page))["proposal"]


def bomb() -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"0" * 300_000_000)
    return file.getvalue()


@pytest.mark.parametrize(
    "data",
    [b"inte en zip", b"%PDF-1.7 en pdf", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600],
    ids=["text", "pdf", "old word"],
)
def test_what_is_no_word_file_is_refused_beside_its_field(client: Client, data: bytes) -> None:
    chief(client)
    page = client.post(ADDRESS, sent(data))
    assert page.status_code == 422
    assert 'id="id_file_error"' in body(page)
    assert Plan.objects.count() == 1


def test_a_file_that_unpacks_without_end_is_refused(client: Client) -> None:
    chief(client)
    assert client.post(ADDRESS, sent(bomb())).status_code == 422


def test_neither_file_nor_paste_is_asked_for(client: Client) -> None:
    chief(client)
    assert client.post(ADDRESS, {"year": "2026"}).status_code == 422


@pytest.mark.parametrize("year", ["", "x", "1999", "2101", "2025"])
def test_a_year_that_cannot_be_is_refused(client: Client, year: str) -> None:
    chief(client)
    assert client.post(ADDRESS, sent(docx(), year)).status_code == 422


def test_a_plan_of_nothing_is_refused(client: Client) -> None:
    chief(client)
    shown = fields(body(client.post(ADDRESS, sent(docx()))))
    chosen = {"heading": ["a", "b", "c"], "place": ["out", "out", "out"]}
    page = client.post(APPROVE, shown | chosen)
    assert page.status_code == 422
    assert "Ta med minst ett avsnitt." in text(page)


@pytest.mark.parametrize("proposal", ["", "x", "{}", "[]", json.dumps({"parts": 1})])
def test_a_proposal_that_was_tampered_with_is_refused(client: Client, proposal: str) -> None:
    chief(client)
    typed = {
        "year": "2026",
        "title": "Plan",
        "proposal": proposal,
        "heading": "a",
        "place": "section",
    }
    assert client.post(APPROVE, typed).status_code == 422
    assert Plan.objects.count() == 1


def test_script_in_a_tampered_proposal_is_not_stored(client: Client) -> None:
    chief(client)
    parts = [{"heading": "A", "html": "<p onclick=x>B<script>1</script></p>", "place": "section"}]
    proposal = json.dumps({"parts": parts, "pictures": [], "remarks": []})
    typed = {
        "year": "2026",
        "title": "Plan",
        "proposal": proposal,
        "heading": "A",
        "place": "section",
    }
    client.post(APPROVE, typed)
    stored = Plan.objects.filter(year=2026).values_list("sections__html", flat=True)
    assert list(stored) in ([], ["<p>B</p>"])


@pytest.mark.parametrize("address", [ADDRESS, APPROVE])
def test_it_is_the_offices(client: Client, address: str) -> None:
    plan = factories.draft_plan()
    factories.signed_in(client, "board", plan.federation)
    assert client.post(address, sent(docx())).status_code == 403
    factories.signed_in(client, "chief", factories.federation("slatt"))
    assert client.post(address, sent(docx())).status_code == 404


def test_approving_is_no_page(client: Client) -> None:
    chief(client)
    assert client.get(APPROVE).status_code == 405
    assert client.get(ADDRESS).status_code == 200
