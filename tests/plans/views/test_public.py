"""Published plans: the version in force, for everybody, and nothing of the others."""

from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from finsam.federations.models import Federation
from plans.models import Decision, Plan, Publication
from tests import factories
from tests.factories import SECRET

pytestmark = pytest.mark.django_db

ALL = "/offentligt/"
MINE = f"{ALL}fjallbygden/"
PAGE = f"{MINE}2025/"
PDF, PICTURE = f"{PAGE}pdf/", f"{PAGE}bilder/{factories.PICTURE}/"
HIDDEN = [PAGE, PDF, PICTURE, MINE]


@pytest.fixture
def plan() -> Plan:
    return factories.published_plan()


def page_of(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_everybody_reads_what_is_in_force(client: Client, plan: Plan) -> None:
    page = page_of(client, PAGE)
    for words in (f"{SECRET}splanen 2025", f"Om {SECRET}.", f"{SECRET}smålet", "368 000"):
        assert words in page.replace("\u00a0", " ")
    assert "Gäller 1 januari–31 december 2025. Beslutad 2024-11-28." in page
    assert PICTURE in page
    version = plan.versions.get()
    assert client.get(PDF).content == bytes(version.pdf)
    assert client.get(PICTURE)["Content-Type"] == "image/png"
    assert "reviderad" not in page


def test_nothing_of_the_working_copy_is_shown(client: Client, plan: Plan) -> None:
    Plan.objects.update(title="Det som skrivs nu", status="draft")
    plan.sections.update(heading="Rubriken nu")
    for url in (PAGE, MINE):
        page = page_of(client, url)
        assert ("Det som skrivs nu" in page, "Rubriken nu" in page) == (False, False)


@pytest.mark.parametrize("kind", ["consultation", "board"])
def test_what_was_sent_is_not_public(client: Client, plan: Plan, kind: str) -> None:
    factories.version(plan, kind, label="Förslaget", title="Förslaget till planen")
    assert "Förslaget" not in page_of(client, PAGE) + page_of(client, MINE)


def test_a_revision_says_since_when_and_what_was_before(client: Client, plan: Plan) -> None:
    Decision.objects.create(plan=plan, kind="revised", decided_on=date(2025, 3, 21))
    factories.version(plan, "revised", label="Reviderad 2025-03-21")
    page = page_of(client, PAGE)
    assert "Planen är reviderad." in page
    assert "Den här versionen gäller sedan 21 mars 2025." in page
    assert "Tidigare beslut: Beslutad 2024-11-28." in page


@pytest.mark.parametrize("url", HIDDEN)
@pytest.mark.parametrize("how", ["never", "taken down", "draft"])
def test_what_is_not_published_is_as_what_does_not_exist(
    client: Client, how: str, url: str
) -> None:
    plan = factories.draft_plan() if how == "draft" else factories.decided_plan()
    if how != "draft":
        factories.version(plan)
    if how == "taken down":
        factories.published(plan)
        factories.published(plan, is_public=False)
    answer = client.get(url)
    missing = client.get(url.replace("fjallbygden", "finns-inte"))
    assert (answer.status_code, missing.status_code) == (404, 404)
    assert answer.content == missing.content
    assert "fjallbygden" not in page_of(client, ALL)


def test_one_years_plan_says_nothing_of_anothers(client: Client, plan: Plan) -> None:
    other = factories.decided_plan(year=2024)
    factories.version(other, title="Den hemliga planen")
    assert client.get(f"{MINE}2024/").status_code == 404
    assert "Den hemliga planen" not in page_of(client, MINE)


def test_pictures_of_other_keys_are_not_there(client: Client, plan: Plan) -> None:
    assert client.get(f"{PAGE}bilder/{factories.key('annan')}/").status_code == 404


def test_the_list_has_those_who_have_published(client: Client, plan: Plan) -> None:
    factories.published_plan("dalen")
    factories.federation("tysta")
    page = page_of(client, ALL)
    assert ("Samordningsförbundet Fjallbygden" in page, "Dalen" in page, "Tysta" in page) == (
        True,
        True,
        False,
    )


def test_the_list_without_any(client: Client) -> None:
    assert "Inget förbund har publicerat någon plan än." in page_of(client, ALL)


def test_browsers_may_keep_it_five_minutes_and_ask_whether_it_is_the_same(
    client: Client, plan: Plan
) -> None:
    for url in (PAGE, PDF, PICTURE):
        first = client.get(url)
        assert first["Cache-Control"] == "public, max-age=300"
        again = client.get(url, headers={"If-None-Match": first["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert again["Cache-Control"] == "public, max-age=300"
    before = client.get(PAGE)["ETag"]
    factories.version(plan, "completed", note="Ny", title="Annan titel")
    Federation.objects.update(accent="#552233")
    assert client.get(PAGE)["ETag"] != before


def test_it_is_the_same_whoever_is_signed_in(client: Client, plan: Plan) -> None:
    nobody = client.get(PAGE).content
    chief = factories.signed_in(Client(), "chief", plan.federation)
    assert chief.get(PAGE).content == nobody
    assert b"Logga ut" not in nobody


def test_it_is_only_read(client: Client, plan: Plan) -> None:
    assert [client.post(url).status_code for url in (ALL, *HIDDEN)] == [405] * 5


@pytest.mark.parametrize("count", [1, 5])
def test_as_many_queries_whatever_there_is(
    client: Client,
    django_assert_num_queries: DjangoAssertNumQueries,
    count: int,
) -> None:
    for number in range(count):
        plan = factories.published_plan(year=2025 - number)
        factories.version(plan, "completed")
        factories.published_plan(f"dalen-{number}")
    for url, queries in ((ALL, 1), (MINE, 2), (PAGE, 3), (PDF, 4)):
        with django_assert_num_queries(queries):
            client.get(url)
    assert Publication.objects.count() == 2 * count
