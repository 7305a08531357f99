"""Earlier plans as PDF: put in, read, taken out."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from finsam.federations.models import Federation
from finsam.members.permissions import REFUSALS, Action
from plans.models import FiledPlan
from plans.writing.pdfs import LOCKED, MOST_BYTES, NOT_A_PDF
from tests import factories
from tests.plans.views.html import body, tags, text

pytestmark = pytest.mark.django_db

ADDRESS = "/fjallbygden/tidigare-plan/"
PLAN = "/fjallbygden/tidigare/2019/"
REMOVE = f"{PLAN}ta-bort/"
OTHERS = ["board", "member", "auditor"]
TOLD = {
    "year": "2019",
    "title": "Verksamhetsplan 2019",
    "decided_on": "2018-11-28",
    "minutes_paragraph": "42",
    "registry_number": "2018-7",
}


@pytest.fixture
def office(client: Client) -> Client:
    return factories.signed_in(client, "chief", factories.federation())


def upload(data: bytes, name: str = "plan.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, "application/pdf")


def file(client: Client, data: bytes | None = None, **told: str) -> Any:
    sent = {**TOLD, **told, "pdf": upload(factories.pdf() if data is None else data)}
    return client.post(ADDRESS, sent, follow=True)


def test_the_page_asks_for_the_plans_pdf_and_what_is_said_of_it(office: Client) -> None:
    page = office.get(ADDRESS)
    assert "Lägg in en tidigare plan" in text(page)
    names = [a.get("name") for tag, a in tags(body(page)) if tag == "input"]
    assert [name for name in names if name in {*TOLD, "pdf"}] == [*TOLD, "pdf"]


def test_a_filed_plan_stands_among_the_earlier_ones(office: Client) -> None:
    page = file(office)
    assert page.redirect_chain == [("/fjallbygden/", 302)]
    assert "Planen för 2019 finns nu bland tidigare planer." in body(page)
    said = "Verksamhetsplan 2019 Beslutad 2018-11-28, § 42, dnr 2018-7. Inlagd som PDF"
    assert said in text(page)
    assert said in text(office.get("/"))


@pytest.mark.parametrize("role", OTHERS)
def test_everyone_in_the_federation_reads_it(client: Client, role: str) -> None:
    federation = factories.federation()
    filed = factories.filed_plan(federation)
    factories.signed_in(client, role, federation)
    response = client.get(PLAN)
    assert (response.status_code, response["Content-Type"]) == (200, "application/pdf")
    assert response.content == filed.pdf
    assert response["Content-Disposition"].startswith('inline; filename="Skymningsplanen 2019 ')
    assert response["Cache-Control"] == "private, no-cache, no-store"
    page = client.get("/fjallbygden/")
    assert f'href="{PLAN}"' in body(page)
    assert REMOVE not in body(page)


def test_it_stands_by_its_year_among_ours(client: Client) -> None:
    for year in (2025, 2020, 2018):
        plan = factories.decided_plan(year=year)
    factories.filed_plan(plan.federation)
    page = text(factories.signed_in(client, "board", plan.federation).get("/fjallbygden/"))
    earlier = page.split("Tidigare planer")[1]
    places = [earlier.index(f"planen {year}") for year in (2020, 2019, 2018)]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ({"year": ""}, "Vilket år gäller planen? Skriv ett år från 2004 till 2100"),
        ({"year": "1999"}, "Skriv ett år från 2004 till 2100"),
        ({"title": " "}, "Titel Skriv planens titel, som på omslaget."),
        ({"title": "å" * 301}, "Titel Skriv högst 300 tecken."),
        ({"decided_on": ""}, "Skriv datumet som 2023-11-30."),
        ({"decided_on": "28 november"}, "Skriv datumet som 2023-11-30."),
        ({"decided_on": "2018-02-30"}, "Skriv datumet som 2023-11-30."),
        ({"minutes_paragraph": "1" * 21}, "Skriv högst 20 tecken."),
        ({"registry_number": "1" * 61}, "Skriv högst 60 tecken."),
    ],
)
def test_what_is_wrong_is_told_beside_its_field_and_the_rest_is_kept(
    office: Client, told: Any, message: str
) -> None:
    page = file(office, **told)
    assert page.status_code == 422
    assert message in text(page)
    kept = {a.get("name"): a.get("value") for tag, a in tags(body(page)) if tag == "input"}
    expected = {name: value for name, value in TOLD.items() if name not in told}
    assert {name: kept[name] for name in expected} == expected
    assert not FiledPlan.objects.exists()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "Filen är tom. Välj planens PDF."),
        (b"PK\x03\x04 ett Word-dokument", NOT_A_PDF),
        (b"%PDF-1.7 bara en rubrik", NOT_A_PDF),
        (factories.pdf(password="hemligt"), LOCKED),
        (b"%PDF-1.7" + b" " * MOST_BYTES, "Filen är större än 30 MB."),
    ],
    ids=["empty", "word", "fake", "locked", "large"],
)
def test_a_file_that_is_no_plan_to_read_is_refused_with_the_reason(
    office: Client, data: bytes, message: str
) -> None:
    page = file(office, data)
    assert page.status_code == 422
    assert message in text(page)
    assert not FiledPlan.objects.exists()


def test_without_a_file_it_is_asked_for(office: Client) -> None:
    page = office.post(ADDRESS, TOLD)
    assert page.status_code == 422
    assert "Välj planens PDF." in text(page)


def test_a_year_that_has_a_plan_is_told(office: Client) -> None:
    file(office)
    page = file(office)
    assert page.status_code == 422
    assert "Planen för 2019 finns redan som PDF bland tidigare planer." in text(page)


def test_a_year_with_a_plan_of_ours_is_told(client: Client) -> None:
    plan = factories.draft_plan(year=2019)
    page = file(factories.signed_in(client, "staff", plan.federation))
    assert page.status_code == 422
    assert "Förbundet har redan en plan för 2019. Välj ett annat år." in text(page)


def test_one_is_asked_before_it_is_taken_away(office: Client) -> None:
    file(office)
    page = office.get(REMOVE)
    assert "Ta bort planen för 2019? Verksamhetsplan 2019 . Beslutad 2018-11-28" in text(page)
    assert FiledPlan.objects.exists()
    gone = office.post(REMOVE, follow=True)
    assert gone.redirect_chain == [("/fjallbygden/", 302)]
    assert "Planen för 2019 är borttagen." in body(gone)
    assert not FiledPlan.objects.exists()
    for address in (PLAN, REMOVE):
        assert office.get(address).status_code == 404


@pytest.mark.parametrize("role", OTHERS)
def test_others_neither_file_nor_remove(client: Client, role: str) -> None:
    federation = factories.federation()
    factories.filed_plan(federation)
    factories.signed_in(client, role, federation)
    asked = [client.get(ADDRESS), file(client, year="2020"), client.get(REMOVE)]
    for response in (*asked, client.post(REMOVE)):
        assert response.status_code == 403
        assert REFUSALS[Action.FILE_PLAN].reason in body(response)
    assert FiledPlan.objects.count() == 1
    assert ADDRESS not in body(client.get("/fjallbygden/"))


def test_another_federations_are_not_there(client: Client) -> None:
    factories.filed_plan(factories.federation())
    factories.signed_in(client, "chief", factories.federation("slatt"))
    asked = [client.get(address) for address in (ADDRESS, PLAN, REMOVE)]
    for response in (*asked, file(client, year="2020"), client.post(REMOVE)):
        assert response.status_code == 404
    assert FiledPlan.objects.count() == 1
    assert factories.SECRET not in body(client.get("/"))


def test_a_year_without_one_is_not_there(office: Client) -> None:
    for address in (PLAN, REMOVE):
        assert office.get(address).status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_the_plan_itself_is_for_reading(office: Client, method: str) -> None:
    assert getattr(office, method)(PLAN).status_code == 405


@pytest.mark.parametrize("address", [ADDRESS, REMOVE])
@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_nothing_else_is_answered(office: Client, address: str, method: str) -> None:
    assert getattr(office, method)(address).status_code == 405


@pytest.mark.parametrize("count", [1, 20])
@pytest.mark.parametrize(("address", "queries"), [("/", 16), ("/fjallbygden/", 10)])
def test_lists_never_load_the_files_and_ask_as_often_for_one_as_for_20(
    office: Client,
    django_assert_num_queries: DjangoAssertNumQueries,
    address: str,
    queries: int,
    count: int,
) -> None:
    federation = Federation.objects.get()
    for year in range(2004, 2004 + count):
        factories.filed_plan(federation, year)
    with django_assert_num_queries(queries) as asked:
        page = office.get(address)
    assert text(page).count("Inlagd som PDF") == count
    assert not any('"pdf"' in query["sql"] for query in asked)
