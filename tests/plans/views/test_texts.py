"""A section opened for writing and closed again, and what is pasted into it."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from plans.models import Plan
from plans.writing.importing import import_plan
from tests import factories
from tests.plans.document.checks.plans import example
from tests.plans.views.html import body, forbidden, text
from tests.plans.views.test_plan import with_lines

pytestmark = pytest.mark.django_db

AIM = factories.key("aim")
WRITE = f"/fjallbygden/2025/text/{AIM}/skriv/"
READ = f"/fjallbygden/2025/text/{AIM}/"
PASTE = "/fjallbygden/2025/klistra-in/"
PART = {"HX-Request": "true"}


def chief(client: Client) -> Plan:
    plan = factories.draft_plan()
    factories.signed_in(client, "chief", plan.federation)
    return plan


def test_a_section_opens_with_its_text_and_its_editions(client: Client) -> None:
    chief(client)
    part = body(client.get(WRITE, headers=PART))
    assert 'data-unit="text/' in part
    assert 'data-edition="1"' in part
    assert "&lt;p&gt;Om Skymning.&lt;/p&gt;" in part
    # The picture's address is there for the editor; the sanitiser takes it away again.
    assert "src=&quot;/fjallbygden/2025/bilder/" in part
    assert "<html" not in part


def test_without_script_it_is_the_whole_plan_with_the_section_open(client: Client) -> None:
    chief(client)
    page = body(client.get(WRITE))
    assert page.count('data-unit="text/') == 1
    assert "Skymningsmålet" in page
    assert forbidden(page) == []


def test_a_figure_in_the_text_is_shown_in_its_words(client: Client) -> None:
    plan = chief(client)
    text_ = f'<p>Vi får <span data-figure="{factories.key("fee")}/budget-2025"></span>.</p>'
    plan.sections.filter(key=AIM).update(html=text_)
    assert "368\u00a0000\u00a0kr&lt;/span&gt;" in body(client.get(WRITE, headers=PART))


def test_closed_it_is_read_with_the_contents_as_they_are_now(client: Client) -> None:
    plan = chief(client)
    plan.sections.filter(key=AIM).update(heading="Uppdrag", html="<p>Nytt</p>")
    part = body(client.get(READ, headers=PART))
    assert '<div class="prose"><p>Nytt</p></div>' in part
    assert part.count("Uppdrag") >= 2
    assert 'hx-swap-oob="true"' in part


def test_without_script_a_closed_section_is_a_place_in_the_plan(client: Client) -> None:
    chief(client)
    response = client.get(READ)
    assert response.status_code == 302
    assert response["Location"] == f"/fjallbygden/2025/#avsnitt-{AIM}"


@pytest.mark.parametrize("address", [WRITE, READ])
def test_a_section_that_is_gone_is_not_there(client: Client, address: str) -> None:
    plan = chief(client)
    plan.sections.get(key=AIM).delete()
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", [WRITE, READ])
def test_another_federations_is_not_there(client: Client, address: str) -> None:
    factories.draft_plan()
    factories.signed_in(client, "chief", factories.federation("slatt"))
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("role", ["board", "member", "auditor"])
def test_only_the_office_opens_a_section(client: Client, role: str) -> None:
    plan = factories.draft_plan()
    factories.signed_in(client, role, plan.federation)
    assert client.get(WRITE).status_code == 403
    assert client.post(PASTE, {"html": "<p>x</p>"}).status_code == 403


def test_a_decided_plan_is_not_opened_and_says_why(client: Client) -> None:
    plan = factories.decided_plan()
    factories.signed_in(client, "chief", plan.federation)
    response = client.get(WRITE)
    assert response.status_code == 403
    assert "Planen beslutades 2024-11-28" in text(response)


def test_a_decided_plan_says_to_the_office_that_it_is_locked(client: Client) -> None:
    plan = factories.decided_plan()
    page = factories.signed_in(client, "chief", plan.federation).get("/fjallbygden/2025/")
    assert "Planen beslutades 2024-11-28 och är låst." in text(page)
    assert "sec-edit" not in body(page)


def test_a_reader_sees_no_pencil_and_loads_no_script(client: Client) -> None:
    plan = factories.decided_plan()
    page = body(factories.signed_in(client, "board", plan.federation).get("/fjallbygden/2025/"))
    assert "sec-edit" not in page
    assert "<script" not in page


@pytest.mark.parametrize("count", [1, 300])
@pytest.mark.parametrize(("address", "queries"), [(WRITE, 20), (READ, 19)])
def test_the_queries_are_as_many_however_long_the_plan(
    client: Client,
    django_assert_num_queries: DjangoAssertNumQueries,
    count: int,
    address: str,
    queries: int,
) -> None:
    plan = import_plan(with_lines(count)).plan
    factories.signed_in(client, "chief", plan.federation)
    with django_assert_num_queries(queries):
        client.get(address, headers=PART)


@pytest.mark.parametrize("address", [WRITE, READ])
def test_opening_and_closing_only_read(client: Client, address: str) -> None:
    chief(client)
    assert client.post(address).status_code == 405


def test_what_is_pasted_is_answered_clean_and_stores_nothing(client: Client) -> None:
    plan = chief(client)
    pasted = "<p class=MsoNormal onclick=x>Text<script>1</script></p>"
    response = client.post(PASTE, {"html": pasted})
    assert (response.status_code, body(response)) == (200, "<p>Text</p>")
    assert plan.changes.count() == 0
    assert client.get(PASTE).status_code == 405


def test_every_section_of_an_example_opens(client: Client) -> None:
    plan = import_plan(example("vastra-ostergotland-2025")).plan
    factories.signed_in(client, "chief", plan.federation)
    for key in plan.sections.values_list("key", flat=True):
        address = f"/vastra-ostergotland/2025/text/{key}/skriv/"
        assert client.get(address, headers=PART).status_code == 200
