"""The page where the goals are written: its list, what is open in it, its layouts."""

from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from goals.content import GoalLayout, GoalMap, Perspective
from plans.document.content import GoalLabels, GoalsBlock, PlanContent, Section
from plans.models import Plan
from plans.writing.importing import import_plan
from tests import factories
from tests.plans.views.html import body, forbidden, tags, text
from tests.plans.views.test_plan import with_goals
from tests.plans.writing.test_goals import GOAL, PERSPECTIVE, full

pytestmark = pytest.mark.django_db

ADDRESS = "/fjallbygden/2025/mal/"
SECTION = factories.key("goals")
PART = {"HX-Request": "true"}
CHILD = factories.key("child")
GETS = [ADDRESS, f"{ADDRESS}visning/", f"{ADDRESS}{GOAL}/", f"{ADDRESS}{GOAL}/skriv/"]
POSTS = [
    f"{ADDRESS}form/",
    f"{ADDRESS}avsnitt/",
    f"{ADDRESS}perspektiv/",
    f"{ADDRESS}nytt/",
    f"{ADDRESS}{GOAL}/till/",
    f"{ADDRESS}{GOAL}/aktivitet/",
    f"{ADDRESS}{GOAL}/matt/",
    *(
        f"{ADDRESS}{place}{key}/{deed}/"
        for place, key in (
            ("", GOAL),
            ("perspektiv/", PERSPECTIVE),
            ("aktivitet/", factories.key("activity")),
            ("matt/", factories.key("indicator")),
        )
        for deed in ("flytta", "bort")
    ),
]
QUERIES = 21
"""The plan's own 19 (tests/plans/views/test_plan.py) and the perspectives' names to write in."""


def office(client: Client, content: PlanContent | None = None) -> Plan:
    """A plan of the small federation, and its chief signed in."""
    plan = import_plan(content or full()).plan
    factories.signed_in(client, "chief", plan.federation)
    return plan


def fields(html: str) -> dict[str, str]:
    """The names of the fields on a page with their first values."""
    found = [a for tag, a in tags(html) if tag in ("input", "textarea", "select") and "name" in a]
    return {a["name"]: a.get("value", "") for a in reversed(found)}


@pytest.mark.parametrize("address", GETS)
def test_it_is_read_by_get_alone(client: Client, address: str) -> None:
    office(client)
    assert client.post(address).status_code == 405


@pytest.mark.parametrize("address", POSTS)
def test_what_changes_anything_refuses_get(client: Client, address: str) -> None:
    office(client)
    assert client.get(address).status_code == 405


@pytest.mark.parametrize("address", [*GETS, *POSTS])
def test_another_federations_goals_are_not_there(client: Client, address: str) -> None:
    import_plan(full())
    factories.signed_in(client, "chief", factories.federation("slatt"))
    response = client.get(address) if address in GETS else client.post(address)
    assert response.status_code == 404
    assert "Fler i arbete" not in body(response)


@pytest.mark.parametrize("address", [*GETS, *POSTS])
@pytest.mark.parametrize("role", ["board", "member", "auditor"])
def test_only_the_office_writes_goals(client: Client, address: str, role: str) -> None:
    plan = import_plan(full()).plan
    factories.signed_in(client, role, plan.federation)
    response = client.get(address) if address in GETS else client.post(address)
    assert response.status_code == 403
    assert not plan.changes.exists()


@pytest.mark.parametrize("address", [*GETS, *POSTS])
def test_a_decided_plan_is_locked_with_the_reason(client: Client, address: str) -> None:
    plan = office(client, factories.decided(full()))
    response = client.get(address) if address in GETS else client.post(address)
    assert response.status_code == 403
    assert "Planen beslutades 2024-11-28 och är låst." in text(response)
    assert not plan.changes.exists()


def test_the_goals_stand_by_perspective_with_all_that_is_said_of_them(client: Client) -> None:
    office(client)
    page = client.get(ADDRESS)
    assert page.status_code == 200
    said = text(page)
    assert "2 Mål 1 mål och 1 delmål i 1 perspektiv." in said
    goal = "1 Fler i arbete Insatser: Skymningsinsatsen Aktiviteter Kartlägga Mätbart 70 %"
    assert goal in said
    assert "Förbundschef Styrelsen 1 Fler i studier" in said
    assert fields(body(page))["name"] == "Individ"
    assert forbidden(body(page)) == []


def test_the_federations_own_words_stand_above_the_list(client: Client) -> None:
    labels = GoalLabels(goal="Effektmål", activities="Så gör vi")
    section = Section(key=SECTION, heading="Mål", block=GoalsBlock(labels=labels))
    office(client, replace(full(), sections=(section,)))
    assert "Effektmål Så gör vi Mätbart Ansvarig" in text(client.get(ADDRESS))


def test_a_goal_is_opened_where_it_stands(client: Client) -> None:
    office(client)
    part = client.get(f"{ADDRESS}{GOAL}/skriv/", headers=PART)
    assert part.status_code == 200
    assert "<main" not in body(part)
    assert set(fields(body(part))) == {
        "oppen", "csrfmiddlewaretoken", "heading", "text", "responsible", "sentence",
        "is_qualitative", "comparator", "target", "unit", "volumes_of", "method", "frequency", "on",
        "till",
    }  # fmt: skip
    assert "Förbundschef\nStyrelsen</textarea>" in body(part)


def test_a_goal_is_closed_again(client: Client) -> None:
    office(client)
    part = client.get(f"{ADDRESS}{GOAL}/", headers=PART)
    assert "Skriv i Mål 1, Individ" in body(part)
    assert "textarea" not in body(part)


@pytest.mark.parametrize("deed", ["", "skriv/"])
def test_without_script_the_whole_page_is_shown(client: Client, deed: str) -> None:
    office(client)
    response = client.get(f"{ADDRESS}{GOAL}/{deed}", follow=True)
    assert response.status_code == 200
    is_open = f'name="oppen" value="{GOAL}"' in " ".join(body(response).split())
    assert is_open == (deed == "skriv/")


@pytest.mark.parametrize("deed", ["", "skriv/"])
def test_a_goal_that_is_gone_says_so_kindly(client: Client, deed: str) -> None:
    office(client)
    part = client.get(f"{ADDRESS}{uuid4()}/{deed}", headers=PART)
    assert part.status_code == 200
    assert "Målet är redan borttaget." in body(part)


def test_the_section_that_is_asked_for_gives_heading_and_layout(client: Client) -> None:
    content = full()
    other = Section(
        key=factories.key("other"),
        heading="Styrkortet",
        block=GoalsBlock(layout=GoalLayout.SCORECARD),
    )
    office(client, replace(content, sections=(*content.sections, other)))
    page = client.get(f"{ADDRESS}?avsnitt={other.key}")
    assert "5 Styrkortet 1 mål" in text(page)
    [chosen] = [a["value"] for _, a in tags(body(page)) if a.get("aria-pressed") == "true"]
    assert chosen == "scorecard"
    assert f'href="/fjallbygden/2025/#avsnitt-{other.key}"' in body(page)


def test_without_a_section_that_shows_them_the_goals_can_have_one(client: Client) -> None:
    plan = office(client, replace(full(), sections=full().sections[:1]))
    page = client.get(ADDRESS)
    assert "Målen syns inte i planen än. Inget avsnitt visar dem." in text(page)
    response = client.post(f"{ADDRESS}avsnitt/")
    row = plan.sections.get(kind="goals")
    assert (response.status_code, response["Location"]) == (302, f"{ADDRESS}?avsnitt={row.key}")
    assert "2 Mål 1 mål" in text(client.get(ADDRESS))


def test_a_map_without_anything_in_it_says_so(client: Client) -> None:
    office(client, replace(full(), goal_map=GoalMap(), budget=None))
    assert "Planen har inga mål än." in text(client.get(ADDRESS))


def test_a_perspective_without_goals_says_so(client: Client) -> None:
    empty = GoalMap(perspectives=(Perspective(key=PERSPECTIVE, name="Individ"),))
    office(client, replace(full(), goal_map=empty, budget=None))
    assert "Inga mål här än." in text(client.get(ADDRESS))


@pytest.mark.parametrize("layout", GoalLayout)
def test_a_layout_is_chosen_and_shows_the_same_goals(client: Client, layout: GoalLayout) -> None:
    plan = office(client)
    typed = {"layout": layout, "avsnitt": SECTION}
    part = client.post(f"{ADDRESS}form/", typed, headers=PART)
    assert part.status_code == 200
    for said in ("Fler i arbete", "Fler i studier", "Kartlägga", "Förbundschef"):
        assert said in body(part)
    assert plan.sections.get(key=SECTION).options["layout"] == layout
    preview = client.get(f"{ADDRESS}visning/?avsnitt={SECTION}", headers=PART)
    assert "Fler i arbete" in body(preview)


def test_without_script_a_chosen_layout_leads_back(client: Client) -> None:
    office(client)
    response = client.post(f"{ADDRESS}form/", {"layout": "list", "avsnitt": SECTION})
    assert response.status_code == 302
    assert response["Location"] == f"{ADDRESS}?avsnitt={SECTION}#visning"


@pytest.mark.parametrize(
    ("layout", "section"),
    [("pie", SECTION), ("", SECTION), ("list", ""), ("list", "1"), ("list", UUID(int=1))],
)
def test_a_layout_that_no_page_offers_is_not_there(
    client: Client, layout: str, section: object
) -> None:
    plan = office(client)
    typed = {"layout": layout, "avsnitt": section}
    assert client.post(f"{ADDRESS}form/", typed, headers=PART).status_code == 404
    assert not plan.changes.exists()


@pytest.mark.parametrize("query", ["oppen=x", "avsnitt=x"])
def test_keys_that_are_none_are_of_no_goal(client: Client, query: str) -> None:
    office(client)
    assert client.get(f"{ADDRESS}visning/?{query}").status_code in (200, 404)
    assert client.get(f"{ADDRESS}?{query}").status_code in (200, 404)


def test_words_of_a_goal_are_never_markup(client: Client) -> None:
    content = full()
    [home] = content.goal_map.perspectives
    evil = "<script>alert(1)</script>"
    goals = tuple(replace(goal, text=evil, heading=evil) for goal in home.goals)
    map_ = replace(
        content.goal_map, perspectives=(replace(home, name=evil, goals=goals),), vision=evil
    )
    office(client, replace(content, goal_map=map_))
    assert "<script>alert" not in body(client.get(f"{ADDRESS}?oppen={GOAL}"))


@pytest.mark.parametrize("count", [1, 100])
def test_the_queries_are_as_many_for_one_goal_as_for_100(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    office(client, with_goals(count))
    with django_assert_num_queries(QUERIES):
        page = client.get(ADDRESS)
    assert text(page).count("Målsats ") == 2 * count


@pytest.mark.parametrize("count", [1, 100])
def test_all_of_them_open_takes_three_more(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    office(client, with_goals(count))
    keys = "&".join(f"oppen={factories.key(f'goal {n}')}" for n in range(count))
    with django_assert_num_queries(QUERIES + 3):
        page = client.get(f"{ADDRESS}?{keys}")
    assert body(page).count('name="sentence"') == count


@pytest.mark.parametrize("count", [1, 100])
def test_a_goal_is_opened_by_as_many_queries_among_100(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    office(client, with_goals(count))
    with django_assert_num_queries(15):
        client.get(f"{ADDRESS}{factories.key('goal 0')}/skriv/", headers=PART)


def test_the_plan_leads_to_its_goals_for_those_who_write(client: Client) -> None:
    plan = office(client)
    link = f'href="{ADDRESS}?avsnitt={SECTION}"'
    assert link in body(client.get("/fjallbygden/2025/"))
    Plan.objects.filter(pk=plan.pk).update(status="decided")
    assert link not in body(client.get("/fjallbygden/2025/"))
