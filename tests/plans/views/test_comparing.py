"""A plan beside another one, on its page and as a PDF."""

import itertools
import re
from dataclasses import replace
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pikepdf import Pdf

from finsam.members.permissions import REFUSALS, Action
from plans.models import Plan
from plans.writing.importing import import_plan
from plans.writing.starting import start_from
from tests import factories
from tests.plans.document.comparing.compared import example, with_amount
from tests.plans.exports.structure import faults
from tests.plans.views.html import body, tags, text

# WeasyPrint leaves its own colour profile open.
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:.*sRGB2014:pytest.PytestUnraisableExceptionWarning"),
]

ADDRESS = "/fjallbygden/2025/jamfor/"
ADDRESSES = [ADDRESS, f"{ADDRESS}pdf/"]


def two_plans() -> Plan:
    """The plan of 2025, and a decided one of the year before."""
    earlier = replace(factories.decided(factories.content(year=2024)), title="Planen för 2024")
    import_plan(earlier)
    return factories.draft_plan()


def test_last_years_plan_is_what_it_is_compared_with(client: Client) -> None:
    page = factories.signed_in(client, "chief", two_plans().federation).get(ADDRESS)
    assert page.status_code == 200
    said = text(page)
    assert "jämfört med Planen för 2024 (Beslutad" in said
    for part in ("Det här är ändrat", "Det här är nytt", "Alla ändringar", "Titeln är ändrad"):
        assert part in said


def test_the_office_chooses_another_year(client: Client) -> None:
    plan = two_plans()
    import_plan(replace(factories.content(year=2023), title="Planen för 2023"))
    factories.signed_in(client, "chief", plan.federation)
    page = body(client.get(ADDRESS, {"med": "2023"}))
    assert '<option value="2023" selected>Planen för 2023</option>' in page
    assert '<option value="2024">Planen för 2024</option>' in page


@pytest.mark.parametrize("asked", ["", "abc", "2025", "99999", "-1", "²"])
def test_what_is_no_other_year_is_last_year(client: Client, asked: str) -> None:
    factories.signed_in(client, "chief", two_plans().federation)
    assert "jämfört med Planen för 2024" in text(client.get(ADDRESS, {"med": asked}))


def test_a_year_without_a_plan_is_not_there(client: Client) -> None:
    factories.signed_in(client, "chief", two_plans().federation)
    assert client.get(ADDRESS, {"med": "2019"}).status_code == 404


def test_a_plan_that_stands_alone_says_so(client: Client) -> None:
    factories.signed_in(client, "chief", factories.draft_plan().federation)
    assert "Det finns ingen annan plan att jämföra med än." in text(client.get(ADDRESS))


def test_only_the_changes_leave_the_rest_out(client: Client) -> None:
    plan = import_plan(example("sodra-lappland-2024")).plan
    start_from(plan=plan, year=2025)
    factories.signed_in(client, "chief", plan.federation)
    whole, short = (
        body(client.get("/sodra-lappland/2025/jamfor/", query)) for query in ({}, {"bara": "1"})
    )
    assert "Målgrupper</h2>" in re.sub(r"\s+<", "<", whole)
    assert "Målgrupper" not in short
    assert len(short) < len(whole)


def test_the_page_has_one_title_levels_in_order_and_addresses_that_are_there(
    client: Client,
) -> None:
    plan = import_plan(example("vastra-ostergotland-2025")).plan
    start_from(plan=plan, year=2026)
    factories.signed_in(client, "chief", plan.federation)
    page = body(client.get("/vastra-ostergotland/2026/jamfor/"))
    main = tags(f"<main{page.split('<main')[1]}")
    levels = [int(tag[1]) for tag, _ in main if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels))
    ids = [attributes["id"] for _, attributes in tags(page) if "id" in attributes]
    assert sorted(ids) == sorted(set(ids))
    links = {a["href"][1:] for tag, a in main if tag == "a" and a["href"].startswith("#")}
    assert links and links <= set(ids)


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("role", ["board", "member", "auditor"])
def test_a_draft_is_refused_with_the_reason(client: Client, role: str, address: str) -> None:
    page = factories.signed_in(client, role, two_plans().federation).get(address)
    assert page.status_code == 403
    assert REFUSALS[Action.READ_PLAN].reason in text(page)


@pytest.mark.parametrize("address", ["/fjallbygden/2024/jamfor/", "/fjallbygden/2024/jamfor/pdf/"])
def test_a_draft_is_not_seen_beside_what_one_may_read(client: Client, address: str) -> None:
    factories.signed_in(client, "board", two_plans().federation)
    page = client.get(address, {"med": "2025"})
    assert page.status_code == 404
    assert "Skymningsplanen" not in text(page)


def test_a_draft_is_no_choice_for_those_who_may_not_read_it(client: Client) -> None:
    factories.signed_in(client, "board", two_plans().federation)
    page = client.get("/fjallbygden/2024/jamfor/")
    assert "Det finns ingen annan plan att jämföra med än." in text(page)


@pytest.mark.parametrize("address", ADDRESSES)
def test_another_federations_plans_are_not_there(client: Client, address: str) -> None:
    two_plans()
    page = factories.signed_in(client, "chief", factories.federation("slatt")).get(address)
    assert page.status_code == 404
    assert factories.SECRET not in body(page)


@pytest.mark.parametrize("address", ADDRESSES)
def test_without_sign_in_one_is_sent_to_sign_in(client: Client, address: str) -> None:
    two_plans()
    page = client.get(address)
    assert (page.status_code, page["Location"]) == (302, f"/logga-in/?next={address}")


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_a_comparison_is_for_reading(client: Client, method: str, address: str) -> None:
    factories.signed_in(client, "chief", two_plans().federation)
    assert getattr(client, method)(address).status_code == 405


def test_a_longer_plan_asks_no_more_of_the_database(client: Client) -> None:
    short = two_plans()
    long = import_plan(example("sodra-lappland-2024")).plan
    start_from(plan=long, year=2025)
    counts = []
    for plan, address in ((short, ADDRESS), (long, "/sodra-lappland/2025/jamfor/")):
        email = f"chef@{plan.federation.slug}.se"
        client.force_login(factories.person("chief", plan.federation, email=email))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(address)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= QUERIES


QUERIES = 48
"""The plan's page (20) without its own, and the other plan with its standing and document."""


def test_the_pdf_keeps_the_rules_of_the_plans_own(client: Client) -> None:
    content = example("sodra-lappland-2024")
    plan = import_plan(content).plan
    later = with_amount(replace(content, year=2025), "Förbundschef", "budget-2024", 1_000_000)
    import_plan(replace(later, status=factories.content().status, decisions=()))
    factories.signed_in(client, "chief", plan.federation)
    answer = client.get("/sodra-lappland/2025/jamfor/pdf/")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert answer["Cache-Control"] == "private, no-cache, no-store"
    assert answer["Content-Disposition"].startswith(
        'inline; filename="Andringar sodra-lappland 2025 2024-nu.pdf"'
    )
    assert faults(answer.content) == []
    with Pdf.open(BytesIO(answer.content)) as pdf:
        assert len(pdf.pages) > 5


def test_the_plan_leads_to_its_comparison(client: Client) -> None:
    factories.signed_in(client, "chief", two_plans().federation)
    assert f'href="{ADDRESS}"' in body(client.get("/fjallbygden/2025/"))
