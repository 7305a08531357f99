"""The plan as one document to read."""

import itertools
from dataclasses import replace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from budgets.sheet import Line
from finsam.federations.models import Federation
from finsam.members.permissions import REFUSALS, Action
from goals.content import Activity, Goal, Indicator, Perspective
from plans.document.content import GoalLayout, GoalsBlock, PlanContent, Section
from plans.document.loading import load_content
from plans.models import Plan
from plans.writing.importing import import_plan
from tests import factories
from tests.plans.document.checks.plans import example
from tests.plans.views.html import body, tags, text

pytestmark = pytest.mark.django_db

ADDRESS = "/fjallbygden/2025/"
QUERIES = 20
"""Session, person, plan, standing (2), the document (14; one more with a share
key), and the earlier texts that empty sections could begin with."""
PACE = 6
"""How often a file's turn is counted, in the cache's table."""


def test_the_office_reads_its_draft(client: Client) -> None:
    plan = factories.draft_plan()
    page = factories.signed_in(client, "chief", plan.federation).get(ADDRESS)
    assert page.status_code == 200
    assert "Samordningsförbundet Fjallbygden Skymningsplanen 2025 Arbetsutkast" in text(page)
    for said in ("1 Syfte Om Skymning.", "Skymningsmålet nås", "Skymningsinsatsen", "368 000"):
        assert said in text(page)


def test_the_contents_lead_to_every_section(client: Client) -> None:
    plan = import_plan(example("blekinge-2023")).plan
    page = factories.signed_in(client, "chief", plan.federation).get("/blekinge/2023/")
    found = tags(body(page))
    ids = [attributes["id"] for _, attributes in found if "id" in attributes]
    links = [a["href"] for tag, a in found if tag == "a" and a["href"].startswith("#avsnitt")]
    sections = [f"#avsnitt-{section.key}" for section in load_content(plan).walk()]
    # Once beside the document, once above it on a narrow screen.
    assert links == sections * 2
    assert sorted(ids) == sorted(set(ids))
    assert {link[1:] for link in links} <= set(ids)


def test_headings_never_skip_a_level(client: Client) -> None:
    plan = import_plan(example("blekinge-2023")).plan
    page = factories.signed_in(client, "chief", plan.federation).get("/blekinge/2023/")
    main = body(page).split("<main")[1]
    levels = [int(tag[1]) for tag, _ in tags(f"<main{main}") if tag in {"h1", "h2", "h3", "h4"}]
    document = levels[levels.index(1) :]
    assert document.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(document))


@pytest.mark.parametrize("role", ["chief", "staff"])
def test_the_office_has_a_way_to_the_checks(client: Client, role: str) -> None:
    plan = factories.draft_plan()
    page = factories.signed_in(client, role, plan.federation).get(ADDRESS)
    assert 'href="/fjallbygden/2025/kontroller/"' in body(page)


@pytest.mark.parametrize("role", ["board", "member", "auditor"])
def test_the_others_read_what_is_decided_without_the_checks(client: Client, role: str) -> None:
    plan = factories.decided_plan()
    page = factories.signed_in(client, role, plan.federation).get(ADDRESS)
    assert "Skymningsplanen 2025 Beslutad 2024-11-28" in text(page)
    assert "kontroller" not in body(page)


@pytest.mark.parametrize("role", ["board", "member", "auditor"])
def test_a_draft_is_refused_with_the_reason_and_nothing_of_it(client: Client, role: str) -> None:
    plan = factories.draft_plan()
    response = factories.signed_in(client, role, plan.federation).get(ADDRESS)
    assert response.status_code == 403
    assert REFUSALS[Action.READ_PLAN].reason in text(response)
    assert factories.SECRET not in body(response)


def test_another_federations_plan_is_not_there_and_nothing_of_it_is(client: Client) -> None:
    factories.decided_plan()
    response = factories.signed_in(client, "chief", factories.federation("slatt")).get(ADDRESS)
    assert response.status_code == 404
    assert "Planen finns inte eller så har du inte tillgång till den." in text(response)
    assert factories.SECRET not in body(response)
    assert "Fjallbygden" not in body(response)


def test_the_same_keys_in_another_federation_stay_there(client: Client) -> None:
    factories.decided_plan()
    elsewhere = factories.content("slatt")
    plan = import_plan(replace(elsewhere, title="Slättens plan", sections=())).plan
    page = factories.signed_in(client, "chief", plan.federation).get("/slatt/2025/")
    assert factories.SECRET not in text(page)


@pytest.mark.parametrize(
    "address", ["/fjallbygden/2024/", "/fjallbygden/99999999999999999999/", "/fjallbygden/x/"]
)
def test_a_year_without_a_plan_is_not_there(client: Client, address: str) -> None:
    plan = factories.draft_plan()
    assert factories.signed_in(client, "chief", plan.federation).get(address).status_code == 404


def test_without_sign_in_one_is_sent_to_sign_in(client: Client) -> None:
    factories.decided_plan()
    response = client.get(ADDRESS)
    assert (response.status_code, response["Location"]) == (302, f"/logga-in/?next={ADDRESS}")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_the_page_is_for_reading(client: Client, method: str) -> None:
    plan = factories.draft_plan()
    factories.signed_in(client, "chief", plan.federation)
    assert getattr(client, method)(ADDRESS).status_code == 405


def test_a_plan_without_anything_in_it_says_so(client: Client) -> None:
    plan = import_plan(replace(factories.content(), sections=(), budget=None)).plan
    page = factories.signed_in(client, "chief", plan.federation).get(ADDRESS)
    assert "Planen har inga avsnitt än." in text(page)


def test_an_empty_section_says_so(client: Client) -> None:
    empty = (Section(key=factories.key("empty"), heading="Vision"),)
    plan = import_plan(replace(factories.content(), sections=empty)).plan
    page = factories.signed_in(client, "chief", plan.federation).get(ADDRESS)
    assert "Vision Inget skrivet än." in text(page)


def test_words_of_a_plan_are_never_markup(client: Client) -> None:
    evil = "<script>alert(1)</script>"
    content = factories.content()
    sections = (Section(key=factories.key("evil"), heading=evil),)
    changed = replace(content, title=evil, subtitle=evil, sections=sections + content.sections)
    plan = import_plan(changed).plan
    page = factories.signed_in(client, "chief", plan.federation).get(ADDRESS)
    assert "<script>" not in body(page)


def with_lines(count: int) -> PlanContent:
    content = factories.content()
    assert content.budget is not None
    lines = [
        Line(key=factories.key(f"line {n}"), label=f"Rad {n}", amounts={"budget-2025": n})
        for n in range(count)
    ]
    return replace(content, budget=replace(content.budget, costs=tuple(lines)))


def with_goals(count: int, layout: GoalLayout = GoalLayout.TABLE) -> PlanContent:
    content = factories.content()
    goals = [
        Goal(
            key=factories.key(f"goal {n}"),
            text=f"Målsats {n}.",
            responsible=("Styrelsen",),
            activities=(Activity(key=factories.key(f"activity {n}"), text="Enkät"),),
            indicators=(Indicator(key=factories.key(f"indicator {n}"), sentence="70 %"),),
            goals=(Goal(key=factories.key(f"child {n}"), text="Delmål"),),
        )
        for n in range(count)
    ]
    map_ = replace(
        content.goal_map,
        perspectives=(Perspective(key=factories.key("p"), name="Individ", goals=tuple(goals)),),
    )
    section = Section(key=factories.key("g"), heading="Mål", block=GoalsBlock(layout=layout))
    return replace(content, goal_map=map_, sections=(*content.sections[:1], section))


@pytest.mark.parametrize("count", [1, 300])
def test_the_queries_are_as_many_for_one_budget_line_as_for_300(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    plan = import_plan(with_lines(count)).plan
    factories.signed_in(client, "chief", plan.federation)
    with django_assert_num_queries(QUERIES):
        page = client.get(ADDRESS)
    assert text(page).count(" Rad ") == count


@pytest.mark.parametrize("layout", GoalLayout)
@pytest.mark.parametrize("count", [1, 100])
def test_the_queries_are_as_many_for_one_goal_as_for_100(
    client: Client,
    django_assert_num_queries: DjangoAssertNumQueries,
    count: int,
    layout: GoalLayout,
) -> None:
    plan = import_plan(with_goals(count, layout)).plan
    factories.signed_in(client, "chief", plan.federation)
    with django_assert_num_queries(QUERIES):
        page = client.get(ADDRESS)
    assert text(page).count("Målsats ") == count


@pytest.mark.parametrize("name", ["skelleftea-norsjo-2016", "sodra-lappland-2024"])
def test_an_example_takes_no_more(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, name: str
) -> None:
    plan = import_plan(example(name)).plan
    factories.signed_in(client, "chief", plan.federation)
    # Both are decided: one says when, and why nobody writes in them; none asks for earlier texts.
    with django_assert_num_queries(QUERIES):
        client.get(plan.get_absolute_url())


@pytest.mark.parametrize(
    ("name", "count"), [("skelleftea-norsjo-2016", 15), ("vastra-ostergotland-2025", 16)]
)
def test_a_document_is_loaded_in_at_most_16_queries_with_the_plans_own(
    name: str, count: int
) -> None:
    pk = import_plan(example(name)).plan.pk
    with CaptureQueriesContext(connection) as queries:
        load_content(Plan.objects.for_reading().get(pk=pk))
    assert len(queries) == count


def test_a_page_leaves_the_pictures_bytes_where_they_are(client: Client) -> None:
    plan = factories.draft_plan()
    Federation.objects.update(logo=b"png", logo_media_type="image/png")
    factories.signed_in(client, "chief", plan.federation)
    with CaptureQueriesContext(connection) as queries:
        client.get(ADDRESS)
    assert not any('"plans_picture"."data"' in query["sql"] for query in queries)
