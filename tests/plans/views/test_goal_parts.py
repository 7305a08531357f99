"""Goals and what hangs on them added, moved and removed from the page; two people at once."""

import json
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from goals.models import Goal
from plans.document.content import GoalsBlock, Section
from plans.models import Change
from plans.writing import goals
from plans.writing.importing import import_plan
from tests import factories
from tests.plans.views.html import body
from tests.plans.views.test_goals import ADDRESS, CHILD, PART, office
from tests.plans.views.test_plan import with_goals
from tests.plans.writing.test_goals import GOAL, PERSPECTIVE, full

pytestmark = pytest.mark.django_db

ACTIVITY, INDICATOR = factories.key("activity"), factories.key("indicator")
PLACES = {
    "perspective": f"{ADDRESS}perspektiv/{PERSPECTIVE}/",
    "goal": f"{ADDRESS}{GOAL}/",
    "activity": f"{ADDRESS}aktivitet/{ACTIVITY}/",
    "indicator": f"{ADDRESS}matt/{INDICATOR}/",
}


def words(response: Any) -> str:
    """What a part of a page says, in one line."""
    return " ".join(body(response).split())


def latest() -> tuple[str, str]:
    change = Change.objects.order_by("-pk")[0]
    return change.action, change.kind


def test_a_goal_is_added_open_with_the_hands_in_it(client: Client) -> None:
    plan = office(client)
    part = client.post(f"{ADDRESS}nytt/", {"till": f"perspektiv/{PERSPECTIVE}"}, headers=PART)
    row = plan.goal_map.goals.get(text="Nytt mål")
    assert part["HX-Trigger"] == "plan:changed"
    assert f'name="oppen" value="{row.key}"' in words(part)
    assert "2 mål och 1 delmål i 1 perspektiv." in words(part)
    assert body(part).count("autofocus") == 1
    assert latest() == ("added", "goal")


def test_a_child_goal_is_added_below_its_goal(client: Client) -> None:
    plan = office(client)
    client.post(f"{ADDRESS}nytt/", {"till": f"mal/{GOAL}"}, headers=PART)
    below = plan.goal_map.goals.get(key=GOAL).goals.values_list("text", flat=True)
    assert list(below) == ["Fler i studier", "Nytt mål"]


def test_a_goal_without_a_place_stands_in_the_first_perspective(client: Client) -> None:
    plan = office(client)
    client.post(f"{ADDRESS}nytt/", headers=PART)
    assert plan.goal_map.goals.get(text="Nytt mål").perspective.key == PERSPECTIVE


@pytest.mark.parametrize("deed", ["nytt/", f"{GOAL}/till/"])
@pytest.mark.parametrize("place", ["mal/", "mal/x", f"annat/{GOAL}", str(GOAL)])
def test_a_place_that_no_page_offers_is_not_there(client: Client, deed: str, place: str) -> None:
    plan = office(client)
    assert client.post(f"{ADDRESS}{deed}", {"till": place}, headers=PART).status_code == 404
    assert not plan.changes.exists()


@pytest.mark.parametrize("kind", ["mal", "perspektiv"])
def test_a_goal_is_not_added_where_somebody_has_removed_the_place(
    client: Client, kind: str
) -> None:
    office(client)
    part = client.post(f"{ADDRESS}nytt/", {"till": f"{kind}/{uuid4()}"}, headers=PART)
    assert part.status_code == 200
    assert "är redan borttaget." in body(part)


def test_a_child_goal_has_none_below_it_and_says_so(client: Client) -> None:
    plan = office(client)
    for deed, place in (("nytt/", f"mal/{CHILD}"), (f"{GOAL}/till/", f"mal/{CHILD}")):
        part = client.post(f"{ADDRESS}{deed}", {"till": place}, headers=PART)
        assert "Ett mål med delmål kan inte själv bli delmål." in body(part)
    assert not plan.changes.exists()


def test_a_perspective_is_added_with_the_hands_in_its_name(client: Client) -> None:
    office(client)
    part = client.post(f"{ADDRESS}perspektiv/", headers=PART)
    assert 'value="Nytt perspektiv"' in body(part)
    assert body(part).count("autofocus") == 1
    assert latest() == ("added", "perspective")


@pytest.mark.parametrize(
    ("deed", "field", "kind"),
    [("aktivitet", "text", "activity"), ("matt", "sentence", "indicator")],
)
def test_a_part_of_a_goal_is_added_ready_to_be_written(
    client: Client, deed: str, field: str, kind: str
) -> None:
    office(client)
    part = client.post(f"{ADDRESS}{GOAL}/{deed}/", headers=PART)
    assert f'name="{field}"' in body(part)
    assert body(part).count("data-unit=") == 1
    assert body(part).count("autofocus") == 1
    assert latest() == ("added", kind)


@pytest.mark.parametrize("deed", ["aktivitet", "matt"])
def test_nothing_is_added_to_a_goal_that_is_gone(client: Client, deed: str) -> None:
    plan = office(client)
    part = client.post(f"{ADDRESS}{uuid4()}/{deed}/", headers=PART)
    assert (part.status_code, plan.changes.exists()) == (200, False)
    assert "Målet är redan borttaget." in body(part)


def test_a_goal_moves_and_it_is_said(client: Client) -> None:
    plan = office(client)
    row = goals.add_goal(plan, perspective=PERSPECTIVE, by=factories.person())
    part = client.post(f"{ADDRESS}{row.key}/flytta/", {"at": "upp"}, headers=PART)
    assert "Målet står nu som nummer 1." in body(part)
    assert latest() == ("moved", "goal")
    part = client.post(f"{ADDRESS}{row.key}/flytta/", {"at": "upp"}, headers=PART)
    assert "Målet står redan ytterst." in body(part)


def test_what_is_open_stays_open_when_something_moves(client: Client) -> None:
    office(client)
    typed = {"at": "ner", "oppen": ["", str(CHILD)]}
    part = client.post(f"{ADDRESS}{GOAL}/flytta/", typed, headers=PART)
    assert f'name="oppen" value="{CHILD}"' in words(part)
    assert f'name="oppen" value="{GOAL}"' not in words(part)


@pytest.mark.parametrize("kind", ["activity", "indicator"])
def test_a_part_moves_within_its_open_goal(client: Client, kind: str) -> None:
    plan = office(client)
    add = {"activity": goals.add_activity, "indicator": goals.add_indicator}[kind]
    add(plan, goal=GOAL, by=factories.person())
    part = client.post(f"{PLACES[kind]}flytta/", {"at": "ner"}, headers=PART)
    assert f'id="mal-{GOAL}-own"' in body(part)
    assert "står nu som nummer 2." in body(part)
    assert "autofocus" not in body(part)


@pytest.mark.parametrize("kind", PLACES)
@pytest.mark.parametrize("at", ["", "up", "1"])
def test_a_way_that_is_none_is_not_there(client: Client, kind: str, at: str) -> None:
    office(client)
    assert client.post(f"{PLACES[kind]}flytta/", {"at": at}, headers=PART).status_code == 404


def test_a_goal_goes_to_another_perspective_and_below_another_goal(client: Client) -> None:
    plan = office(client)
    home = goals.add_perspective(plan, by=factories.person())
    place = f"{ADDRESS}{GOAL}/till/"
    part = client.post(place, {"till": f"perspektiv/{home.key}"}, headers=PART)
    assert "Målet är flyttat: Nytt perspektiv." in body(part)
    top = goals.add_goal(plan, perspective=PERSPECTIVE, by=factories.person())
    client.post(f"{ADDRESS}{CHILD}/till/", {"till": f"mal/{top.key}"}, headers=PART)
    assert plan.goal_map.goals.get(key=CHILD).parent == top


@pytest.mark.parametrize("kind", PLACES)
def test_what_is_removed_has_a_way_back(client: Client, kind: str) -> None:
    plan = office(client)
    part = client.post(f"{PLACES[kind]}bort/", headers=PART)
    change = plan.changes.get()
    assert (change.action, change.kind) == ("removed", kind)
    assert f'action="/fjallbygden/2025/historik/{change.pk}/angra/"' in body(part)
    assert body(part).count("autofocus") == 1


@pytest.mark.parametrize("kind", PLACES)
def test_two_people_remove_the_same_and_the_second_is_told_kindly(
    client: Client, kind: str
) -> None:
    plan = office(client)
    key = UUID(PLACES[kind].split("/")[-2])
    goals.remove(plan, kind=kind, key=key, by=factories.person(email="bo@berg.se"))
    part = client.post(f"{PLACES[kind]}bort/", headers=PART)
    assert part.status_code == 200
    assert "redan bort" in body(part)
    assert "bo@berg.se hann före." in body(part)
    assert plan.changes.count() == 1


def test_what_i_removed_myself_is_nobody_elses_doing(client: Client) -> None:
    office(client)
    client.post(f"{ADDRESS}{GOAL}/bort/", headers=PART)
    part = client.post(f"{ADDRESS}{GOAL}/bort/", headers=PART)
    assert "Målet är redan borttaget." in body(part)
    assert "hann före" not in body(part)


@pytest.mark.parametrize("kind", PLACES)
def test_what_is_gone_does_not_move(client: Client, kind: str) -> None:
    office(client)
    client.post(f"{PLACES[kind]}bort/", headers=PART)
    part = client.post(f"{PLACES[kind]}flytta/", {"at": "upp"}, headers=PART)
    assert (part.status_code, "redan bort" in body(part)) == (200, True)


def test_a_goal_that_is_gone_goes_nowhere(client: Client) -> None:
    office(client)
    typed = {"till": f"perspektiv/{PERSPECTIVE}"}
    part = client.post(f"{ADDRESS}{uuid4()}/till/", typed, headers=PART)
    assert "Målet är redan borttaget." in body(part)


def test_a_perspective_shown_by_itself_stays_and_it_is_said_where(client: Client) -> None:
    block = GoalsBlock(perspective=PERSPECTIVE)
    own = Section(key=factories.key("own"), heading="Individen", block=block)
    plan = office(client, replace(full(), sections=(own,)))
    part = client.post(f"{PLACES['perspective']}bort/", headers=PART)
    assert "Perspektivet visas för sig i avsnittet Individen." in body(part)
    assert not plan.changes.exists()


@pytest.mark.parametrize(
    ("address", "typed", "said"),
    [
        (f"{ADDRESS}nytt/", {}, "Målet är tillagt."),
        (f"{ADDRESS}perspektiv/", {}, "Perspektivet är tillagt."),
        (f"{PLACES['goal']}flytta/", {"at": "ner"}, "Målet står redan ytterst."),
        (f"{PLACES['activity']}flytta/", {"at": "ner"}, "Aktiviteten står redan ytterst."),
        (f"{PLACES['indicator']}bort/", {}, "Måttet är borttaget."),
        (f"{PLACES['goal']}bort/", {}, "Målet är borttaget."),
        (f"{ADDRESS}{UUID(int=1)}/bort/", {}, "Målet är redan borttaget."),
    ],
)
def test_without_script_one_comes_back_to_the_page_and_is_told(
    client: Client, address: str, typed: dict[str, str], said: str
) -> None:
    office(client)
    response = client.post(address, typed)
    assert response.status_code == 302
    assert response["Location"].startswith(ADDRESS)
    assert said in body(client.get(response["Location"]))


@pytest.mark.parametrize("deed", ["aktivitet", "matt"])
def test_without_script_an_added_part_is_in_the_open_goal(client: Client, deed: str) -> None:
    office(client)
    response = client.post(f"{ADDRESS}{GOAL}/{deed}/")
    assert response["Location"] == f"{ADDRESS}?oppen={GOAL}#mal-{GOAL}"


@pytest.mark.parametrize("deed", ["flytta", "bort"])
def test_a_deed_takes_as_many_queries_among_100_goals(client: Client, deed: str) -> None:
    def queries(count: int) -> int:
        Goal.objects.all().delete()
        import_plan(with_goals(count))
        address = f"{ADDRESS}{factories.key('goal 1')}/{deed}/"
        with CaptureQueriesContext(connection) as captured:
            assert client.post(address, {"at": "upp"}, headers=PART).status_code == 200
        return len(captured)

    office(client)
    assert queries(3) == queries(100)


def written(values: dict[str, Any], edition: int) -> dict[str, Any]:
    return values | {"edition": edition, "heading": ""}


def test_two_people_in_one_goal_get_both_texts_and_a_choice(client: Client) -> None:
    office(client)
    base = {"text": "Fler i arbete", "responsible": "Förbundschef\nStyrelsen"}
    theirs = {"text": "Fler i arbete", "responsible": "Kansliet"}
    mine = {"text": "Fler i arbete i år", "responsible": base["responsible"]}
    save, compare = f"{ADDRESS}{GOAL}/spara/", f"{ADDRESS}{GOAL}/jamfor/"
    assert client.post(save, written(theirs, 1)).json()["edition"] == 2
    assert client.post(save, written(mine, 1)).status_code == 409
    before = {f"base-{name}": value for name, value in written(base, 1).items()}
    part = client.post(compare, written(mine, 1) | before)
    assert part.status_code == 200
    said = body(part)
    both = json.dumps({"heading": "", "text": mine["text"], "responsible": "Kansliet"})
    assert both.replace('"', "&quot;") in said
    assert "Ansvariga" in said


def test_people_in_different_goals_never_meet(client: Client) -> None:
    office(client)
    for key in (GOAL, CHILD):
        typed = written({"text": "Ny text", "responsible": ""}, 1)
        assert client.post(f"{ADDRESS}{key}/spara/", typed).status_code == 200


def test_moving_a_goal_does_not_disturb_who_writes_in_it(client: Client) -> None:
    plan = office(client)
    row = goals.add_goal(plan, perspective=PERSPECTIVE, by=factories.person())
    client.post(f"{ADDRESS}{GOAL}/flytta/", {"at": "ner"}, headers=PART)
    typed = written({"text": "Fler i arbete i år", "responsible": ""}, 1)
    assert client.post(f"{ADDRESS}{GOAL}/spara/", typed).status_code == 200
    texts = plan.goal_map.goals.filter(parent=None).values_list("text", flat=True)
    assert list(texts) == [row.text, "Fler i arbete i år"]


def test_writing_in_a_removed_goal_is_told_and_kept(client: Client) -> None:
    plan = office(client)
    client.post(f"{ADDRESS}{GOAL}/bort/", headers=PART)
    typed = written({"text": "Fler i arbete i år", "responsible": ""}, 1)
    assert client.post(f"{ADDRESS}{GOAL}/spara/", typed).status_code == 410
    kept = plan.changes.filter(action="set_aside").get().after or {}
    assert kept["text"] == "Fler i arbete i år"


def test_a_target_that_is_no_number_is_told_beside_it_and_nothing_is_saved(
    client: Client,
) -> None:
    plan = office(client)
    typed = {"sentence": "Minst 70 %", "target": "sjuttio", "edition": 1}
    response = client.post(f"{PLACES['indicator']}spara/", typed)
    assert response.status_code == 422
    said = "Skriv ett tal med siffror, till exempel 70 eller 2,5."
    assert response.json() == {"errors": {"target": [said]}}
    assert not plan.changes.exists()
