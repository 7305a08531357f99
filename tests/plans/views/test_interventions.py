"""The page where the insatser are written: its cards, what is open, goals and budget lines."""

from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from budgets.models import BudgetLine
from budgets.sheet import Line
from goals.content import Intervention, Level
from plans.document.content import InterventionsBlock, PlanContent, Section
from plans.models import Plan
from plans.writing import interventions
from plans.writing.importing import import_plan
from tests import factories
from tests.plans.views.html import body, forbidden, tags, text
from tests.plans.views.test_goals import PART, fields, office
from tests.plans.writing.test_goals import GOAL, INSATS, LINE, full, paid

pytestmark = pytest.mark.django_db

ADDRESS = "/fjallbygden/2025/insatser/"
OPEN = f"{ADDRESS}{INSATS}/"
GETS = [ADDRESS, OPEN, f"{OPEN}skriv/"]
POSTS = [
    f"{ADDRESS}ny/",
    f"{ADDRESS}avsnitt/",
    f"{OPEN}flytta/",
    f"{OPEN}bort/",
    f"{OPEN}mal/{GOAL}/",
    f"{OPEN}rad/{LINE}/",
]
QUERIES = 20
"""The plan's own (tests/plans/views/test_plan.py); one more where an insats is open."""


def with_insatser(count: int) -> PlanContent:
    """A plan with so many insatser, goals and budget lines."""
    content = full()
    assert content.budget is not None
    insatser = tuple(
        Intervention(
            key=factories.key(f"insats {n}"),
            name=f"Insats {n}",
            level=list(Level)[n % 2],
            html="<p>Stöd till arbete.</p>",
            volume=10,
            volume_unit="deltagare",
            goals=(GOAL,),
        )
        for n in range(count)
    )
    lines = tuple(
        Line(key=factories.key(f"line {n}"), label=f"Rad {n}", intervention=one.key)
        for n, one in enumerate(insatser)
    )
    return replace(
        content,
        goal_map=replace(content.goal_map, interventions=insatser),
        budget=replace(content.budget, costs=lines),
    )


def sums(response: Any) -> str:
    """What the page says of volumes."""
    return text(response).partition("Planerad volym, individnivå")[2][:60]


@pytest.mark.parametrize("address", GETS)
def test_it_is_read_by_get_alone(client: Client, address: str) -> None:
    office(client)
    assert client.post(address).status_code == 405


@pytest.mark.parametrize("address", POSTS)
def test_what_changes_anything_refuses_get(client: Client, address: str) -> None:
    office(client)
    assert client.get(address).status_code == 405


@pytest.mark.parametrize("address", [*GETS, *POSTS])
def test_another_federations_insatser_are_not_there(client: Client, address: str) -> None:
    import_plan(full())
    factories.signed_in(client, "chief", factories.federation("slatt"))
    response = client.get(address) if address in GETS else client.post(address)
    assert response.status_code == 404
    assert factories.SECRET not in body(response)


@pytest.mark.parametrize("address", [*GETS, *POSTS])
@pytest.mark.parametrize("role", ["board", "member", "auditor"])
def test_only_the_office_writes_insatser(client: Client, address: str, role: str) -> None:
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
    assert "är låst." in text(response)
    assert not plan.changes.exists()


def test_the_insatser_stand_by_level_with_goals_and_lines(client: Client) -> None:
    office(client, paid(full()))
    page = client.get(ADDRESS)
    assert page.status_code == 200
    card = "Skymningsinsatsen Mål Individ: 1 Fler i arbete Budgetrader Berg"
    assert f"3 Insatser Individnivå Lägg till insats {card}" in text(page)
    assert "Strukturövergripande Lägg till insats" in text(page)
    assert "Inga insatser här än." in text(page)
    assert forbidden(body(page)) == []


def test_volumes_are_added_unit_by_unit(client: Client) -> None:
    content = with_insatser(4)
    first, *others = content.goal_map.interventions
    moten = replace(first, volume_unit="möten")
    map_ = replace(content.goal_map, interventions=(moten, *others))
    office(client, replace(content, goal_map=map_))
    assert sums(client.get(ADDRESS)).startswith(" 10 möten 10 deltagare")


def test_an_insats_is_opened_where_it_stands(client: Client) -> None:
    office(client)
    part = client.get(f"{OPEN}skriv/", headers=PART)
    assert part.status_code == 200
    assert "<main" not in body(part)
    assert set(fields(body(part))) - {"oppen", "csrfmiddlewaretoken", "on"} == {
        "name", "level", "owner", "html", "starts_on", "ends_on", "volume", "volume_unit",
        "is_esf", "is_decided",
    }  # fmt: skip
    assert "data-editor" in body(part)


def test_when_the_writing_is_done_the_whole_list_is_as_it_is_now(client: Client) -> None:
    office(client)
    part = client.get(f"{OPEN}?oppen={INSATS}", headers=PART)
    assert 'id="insatserna"' in body(part)
    assert "data-editor" not in body(part)
    assert body(part).count("autofocus") == 1


@pytest.mark.parametrize("deed", ["", "skriv/"])
def test_without_script_the_whole_page_is_shown(client: Client, deed: str) -> None:
    office(client)
    response = client.get(f"{OPEN}{deed}", follow=True)
    assert response.status_code == 200
    assert ("data-editor" in body(response)) == (deed == "skriv/")


def test_an_insats_that_is_gone_says_so_kindly(client: Client) -> None:
    office(client)
    part = client.get(f"{ADDRESS}{uuid4()}/skriv/", headers=PART)
    assert (part.status_code, "Insatsen är redan borttagen." in body(part)) == (200, True)


@pytest.mark.parametrize("level", Level)
def test_an_insats_is_added_on_its_level_with_the_hands_in_its_name(
    client: Client, level: Level
) -> None:
    plan = office(client)
    part = client.post(f"{ADDRESS}ny/", {"level": level}, headers=PART)
    row = plan.goal_map.interventions.get(name="Ny insats")
    assert row.level == level
    assert body(part).count("autofocus") == 1
    assert "Insatsen är tillagd." in body(part)


@pytest.mark.parametrize("level", ["", "federal"])
def test_a_level_that_is_none_is_not_there(client: Client, level: str) -> None:
    office(client)
    assert client.post(f"{ADDRESS}ny/", {"level": level}, headers=PART).status_code == 404


def test_an_insats_moves_and_it_is_said(client: Client) -> None:
    plan = office(client)
    interventions.add_intervention(plan, level=Level.INDIVIDUAL, by=factories.person())
    part = client.post(f"{OPEN}flytta/", {"at": "ner", "oppen": str(INSATS)}, headers=PART)
    assert "Insatsen står nu som nummer 2." in body(part)
    assert "data-editor" in body(part)
    assert client.post(f"{OPEN}flytta/", {"at": "?"}, headers=PART).status_code == 404


def test_a_removed_insats_has_a_way_back(client: Client) -> None:
    plan = office(client, paid(full()))
    part = client.post(f"{OPEN}bort/", headers=PART)
    change = plan.changes.get()
    assert f'action="/fjallbygden/2025/historik/{change.pk}/angra/"' in body(part)
    assert (change.before or {})["budget_lines"] == [str(LINE)]


@pytest.mark.parametrize("deed", ["bort", "flytta"])
def test_two_people_at_one_insats_and_the_second_is_told_kindly(client: Client, deed: str) -> None:
    plan = office(client)
    by = factories.person(email="bo@berg.se")
    interventions.remove_intervention(plan, key=INSATS, by=by)
    part = client.post(f"{OPEN}{deed}/", {"at": "upp"}, headers=PART)
    assert part.status_code == 200
    assert "Insatsen är redan borttagen." in body(part)
    assert "bo@berg.se hann före." in body(part)


def test_a_goal_is_ticked_and_unticked(client: Client) -> None:
    plan = factories.draft_plan()
    factories.signed_in(client, "chief", plan.federation)
    row = plan.goal_map.interventions.get()
    address = f"{OPEN}mal/{GOAL}/"
    response = client.post(address, {"on": "on"}, headers=PART)
    assert (response.status_code, response["HX-Trigger"]) == (204, "plan:changed")
    assert [goal.key for goal in row.goals.all()] == [GOAL]
    client.post(address, headers=PART)
    assert not row.goals.exists()


def test_a_line_is_ticked_and_unticked(client: Client) -> None:
    office(client)
    address = f"{OPEN}rad/{LINE}/"
    assert client.post(address, {"on": "on"}, headers=PART).status_code == 204
    assert BudgetLine.objects.get().intervention
    client.post(address, headers=PART)
    assert BudgetLine.objects.get().intervention is None


@pytest.mark.parametrize(
    "address",
    [
        f"{OPEN}mal/{UUID(int=1)}/",
        f"{OPEN}rad/{UUID(int=1)}/",
        f"{ADDRESS}{UUID(int=1)}/mal/{GOAL}/",
        f"{ADDRESS}{UUID(int=1)}/rad/{LINE}/",
    ],
)
def test_a_tick_of_what_is_gone_changes_nothing(client: Client, address: str) -> None:
    plan = office(client)
    assert client.post(address, {"on": "on"}, headers=PART).status_code == 410
    assert not plan.changes.exists()


def test_a_plan_without_a_budget_has_no_lines_to_tick(client: Client) -> None:
    office(client, replace(full(), budget=None))
    assert "Budgetrader" not in body(client.get(f"{OPEN}skriv/", headers=PART))
    assert client.post(f"{OPEN}rad/{LINE}/", {"on": "on"}, headers=PART).status_code == 410


def test_a_line_that_pays_for_another_says_so(client: Client) -> None:
    office(client, with_insatser(2))
    part = client.get(f"{ADDRESS}{factories.key('insats 0')}/skriv/", headers=PART)
    assert "(betalar nu Insats 1)" in body(part)


def test_ends_before_it_starts_is_told_beside_the_field(client: Client) -> None:
    plan = office(client)
    typed = {"name": "Vägen in", "level": "individual", "edition": 1}
    days = {"starts_on": "2025-05-01", "ends_on": "2025-04-01"}
    response = client.post(f"{OPEN}spara/", typed | days)
    said = ["Insatsen kan inte sluta innan den har börjat."]
    assert (response.status_code, response.json()) == (422, {"errors": {"ends_on": said}})
    assert not plan.changes.exists()


def test_a_changed_level_is_seen_when_the_writing_is_done(client: Client) -> None:
    office(client)
    typed = {"name": "Vägen in", "level": "structural", "edition": 1}
    assert client.post(f"{OPEN}spara/", typed).status_code == 200
    part = body(client.get(OPEN, headers=PART))
    assert part.index("level-structural-h") < part.index("Vägen in")


def test_a_description_is_sanitised(client: Client) -> None:
    plan = office(client)
    html = "<p>Stöd</p><script>alert(1)</script>"
    typed = {"name": "Vägen in", "level": "structural", "edition": 1, "html": html}
    client.post(f"{OPEN}spara/", typed)
    assert plan.goal_map.interventions.get().html == "<p>Stöd</p>"


def test_the_page_stands_under_the_only_section_that_shows_it(client: Client) -> None:
    other = Section(key=factories.key("other"), heading="Individ", block=InterventionsBlock())
    office(client, replace(full(), sections=(*full().sections, other)))
    page = client.get(f"{ADDRESS}?avsnitt={other.key}")
    assert f'href="/fjallbygden/2025/#avsnitt-{other.key}"' in body(page)
    assert [a for tag, a in tags(body(page)) if a.get("aria-current")] != []
    assert text(page).count("Insatser Individnivå") == 1


def test_without_a_section_that_shows_them_they_can_have_one(client: Client) -> None:
    plan = office(client, replace(full(), sections=full().sections[:1]))
    assert "Insatserna syns inte i planen än." in text(client.get(ADDRESS))
    response = client.post(f"{ADDRESS}avsnitt/")
    assert (response.status_code, response["Location"]) == (302, ADDRESS)
    assert plan.sections.filter(kind="interventions").count() == 1


@pytest.mark.parametrize(
    ("address", "typed", "said"),
    [
        (f"{ADDRESS}ny/", {"level": "individual"}, "Insatsen är tillagd."),
        (f"{OPEN}flytta/", {"at": "ner"}, "Insatsen står redan ytterst."),
        (f"{OPEN}bort/", {}, "Insatsen är borttagen."),
        (f"{OPEN}mal/{GOAL}/", {}, "Insatser"),
    ],
)
def test_without_script_one_comes_back_to_the_page_and_is_told(
    client: Client, address: str, typed: dict[str, str], said: str
) -> None:
    office(client)
    response = client.post(address, typed)
    assert response.status_code == 302
    assert said in body(client.get(response["Location"]))


@pytest.mark.parametrize("count", [1, 50])
def test_the_queries_are_as_many_for_one_insats_as_for_50(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    office(client, with_insatser(count))
    with django_assert_num_queries(QUERIES):
        page = client.get(ADDRESS)
    assert body(page).count("insats-edit") == count
    with django_assert_num_queries(QUERIES + 1):
        client.get(f"{ADDRESS}?oppen={factories.key('insats 0')}")


@pytest.mark.parametrize("count", [2, 50])
def test_a_tick_takes_as_many_queries_among_50(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    office(client, with_insatser(count))
    one, line = factories.key("insats 0"), factories.key("line 1")
    with django_assert_num_queries(16):
        client.post(f"{ADDRESS}{one}/rad/{line}/", {"on": "on"}, headers=PART)


def test_the_plan_leads_to_its_insatser_for_those_who_write(client: Client) -> None:
    plan = office(client)
    link = f'href="{ADDRESS}?avsnitt={factories.key("insatser")}"'
    assert link in body(client.get("/fjallbygden/2025/"))
    Plan.objects.filter(pk=plan.pk).update(status="decided")
    assert link not in body(client.get("/fjallbygden/2025/"))
