"""Akten: read by the office, the chairs and the auditors, on a page and as one file."""

from io import BytesIO
from urllib.parse import unquote
from zipfile import ZipFile

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from finsam.members.permissions import REFUSALS, Action
from plans.models import Plan
from tests import factories
from tests.plans.deciding import cases

pytestmark = pytest.mark.django_db

PAGE = "/fjallbygden/2025/akten/"
ZIP = f"{PAGE}akten.zip"
COPY = f"{PAGE}versioner/01-version-1.pdf"
URLS = (PAGE, ZIP, COPY)


@pytest.fixture
def plan() -> Plan:
    """Sent to nobody who reads here, and not decided."""
    plan = factories.draft_plan()
    factories.version(plan, "board")
    return plan


def test_an_auditor_reads_what_there_is_and_fetches_it(client: Client, plan: Plan) -> None:
    factories.signed_in(client, "auditor", plan.federation)
    page = client.get(PAGE).content.decode()
    assert ("Version 1" in page, ZIP in page, COPY in page) == (True, True, True)
    answer = client.get(ZIP)
    assert (answer["Content-Type"], "Akt " in unquote(answer["Content-Disposition"])) == (
        "application/zip",
        True,
    )
    data = b"".join(answer)
    assert len(data) == int(answer["Content-Length"])
    with ZipFile(BytesIO(data)) as archive:
        assert archive.read("versioner/01-version-1.pdf") == bytes(plan.versions.get().pdf)


def test_each_file_is_fetched_by_itself(client: Client, plan: Plan) -> None:
    factories.signed_in(client, "chief", plan.federation)
    pdf, json = client.get(COPY), client.get(COPY.replace("pdf", "json"))
    assert (pdf.content, pdf["Content-Type"]) == (bytes(plan.versions.get().pdf), "application/pdf")
    assert json.content == bytes(plan.versions.get().json)
    assert pdf["Content-Disposition"].startswith("inline")
    assert json["Content-Disposition"].startswith("attachment")
    for path in ("versioner/02-version-2.pdf", "../../../etc/passwd", "x"):
        assert client.get(f"{PAGE}{path}").status_code == 404


def test_the_chairs_read_it_and_find_it_from_the_decision(client: Client, plan: Plan) -> None:
    client.force_login(cases.chair(plan, "vice_chair"))
    assert client.get(PAGE).status_code == 200
    assert PAGE in client.get("/fjallbygden/2025/beslut/").content.decode()


def test_where_nothing_is_sent_it_is_empty(client: Client) -> None:
    plan = factories.draft_plan()
    page = factories.signed_in(client, "auditor", plan.federation).get(PAGE).content.decode()
    assert ("Akten är tom." in page, ZIP in page) == (True, False)
    with ZipFile(BytesIO(b"".join(client.get(ZIP)))) as archive:
        assert archive.namelist() == ["index.html", "checksummor.txt"]


@pytest.mark.parametrize("url", URLS)
@pytest.mark.parametrize("role", ["board", "member", "economist", "preparation"])
def test_others_are_refused_with_the_reason(
    client: Client, plan: Plan, role: str, url: str
) -> None:
    answer = factories.signed_in(client, role, plan.federation).get(url)
    assert answer.status_code == 403
    assert REFUSALS[Action.READ_CASE_FILE].reason in answer.content.decode()
    page = client.get("/fjallbygden/2025/beslut/").content.decode()
    assert PAGE not in page


@pytest.mark.parametrize("url", URLS)
def test_another_federations_case_is_not_there(client: Client, plan: Plan, url: str) -> None:
    factories.signed_in(client, "auditor", factories.federation("dalen"))
    assert client.get(url).status_code == 404


def test_it_is_only_read(client: Client, plan: Plan) -> None:
    factories.signed_in(client, "chief", plan.federation)
    assert [client.post(url).status_code for url in URLS] == [405] * 3


@pytest.mark.parametrize("count", [1, 6])
def test_as_many_queries_for_many_versions(
    client: Client,
    django_assert_num_queries: DjangoAssertNumQueries,
    count: int,
) -> None:
    plan = factories.draft_plan()
    for _ in range(count):
        factories.version(plan, "board")
    factories.signed_in(client, "auditor", plan.federation)
    client.get(PAGE)
    with django_assert_num_queries(18):
        client.get(PAGE)
