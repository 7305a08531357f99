"""Another federation's keys, guessed: in addresses and in forms, they are of nothing.

The neighbour's plan is one of the same kind with keys and words of its own. Whoever guesses a key
of it changes nothing by it, and is told nothing of what stands there.
"""

import re
from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid5

import pytest
from django.test import Client
from django.urls import reverse

from plans.document.content import PlanContent
from plans.document.fileformat import content_of, plan_bytes
from plans.document.loading import load_content
from plans.models import Plan
from plans.writing.importing import import_plan
from plans.writing.saving import save_unit
from plans.writing.units import TEXT
from tests import factories
from tests.factories import SECRET
from tests.walk.lines import LINES, PLACES
from tests.walk.planted import KEYS, Planted, content, plant, share
from tests.walk.test_walk import ADDRESSES, ask, thing

pytestmark = pytest.mark.django_db

THEIRS = "Gryning"
"""Stands in every text of the neighbour's plan."""

_KEY = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
PART_NAMES = ("key", "goal", "line", "pk")


def other(key: UUID | str) -> UUID:
    """The neighbour's key of the same thing."""
    return uuid5(UUID(str(key)), "theirs")


def neighbours() -> PlanContent:
    """The neighbour's plan, a year that nobody else has a plan of."""
    text = plan_bytes(content("slattbygden")).decode().replace(SECRET, THEIRS)
    return content_of(_KEY.sub(lambda found: str(other(found[0])), text).encode())


@pytest.fixture
def mine(client: Client) -> Planted:
    """My federation, with its chief signed in."""
    planted = plant()
    client.force_login(factories.person("chief", planted.plan.federation))
    return planted


@pytest.fixture
def theirs() -> Planted:
    """The neighbour's plan, with a change and a share."""
    plan = import_plan(neighbours()).plan
    chief = factories.person("chief", plan.federation, email=f"{THEIRS}@slatt.se")
    row = plan.sections.get(key=other(KEYS["text"]))
    save_unit(plan, TEXT, row.key, {"html": f"<p>{THEIRS}</p>"}, edition=row.edition, by=chief)
    of = plan.federation.members.get(key=other(factories.key("Berg")))
    return Planted(
        plan=plan,
        change=plan.changes.get(),
        share=share(plan, chief),
        role=chief.roles.get(),
        seat=factories.seat(of, chief, holder=THEIRS),
        term=factories.term(plan.federation, chief, holder=THEIRS),
        letter=factories.letter(plan.federation),
    )


def stands(*planted: Planted) -> list[PlanContent]:
    return [load_content(Plan.objects.for_reading().get(pk=one.plan.pk)) for one in planted]


def guessed(theirs: Planted) -> Iterator[tuple[str, str]]:
    """Each address of my plan that holds a key, with one key after another theirs."""
    for name, line in LINES.items():
        known = {**PLACES, "pk": thing(name, theirs), **line.at}
        places = ADDRESSES[name].pattern.regex.groupindex
        for place in (place for place in places if place in PART_NAMES):
            key = thing(name, theirs) if place == "pk" else other(known[place])
            yield name, reverse(name, kwargs={one: known[one] for one in places} | {place: key})


def test_a_key_of_theirs_in_an_address_is_of_nothing(
    client: Client, mine: Planted, theirs: Planted
) -> None:
    before, walked = stands(mine, theirs), 0
    for name, address in guessed(theirs):
        for method in sorted(LINES[name].methods):
            walked += 1
            sends = {} if method != "POST" else dict(LINES[name].sends)
            response = getattr(client, method.lower())(address, sends)
            assert response.status_code < 500, (name, method)
            assert THEIRS not in response.content.decode(), (name, method)
    assert stands(mine, theirs) == before
    assert walked > 50


THEIR = {name: str(other(key)) for name, key in KEYS.items()}
MEMBER = str(other(factories.key("Berg")))
GUESSES: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("add_section", {}, {"kind": "text", "place": "child", "after": THEIR["text"]}),
    ("move_section", {}, {"to": "after", "beside": THEIR["text"]}),
    ("move_section", {}, {"to": "into", "beside": THEIR["text"]}),
    ("section_options", {}, {"kind": "budget", "branch": THEIR["line"]}),
    (
        "section_options",
        {},
        {"kind": "goals", "layout": "table", "perspective": THEIR["perspective"]},
    ),
    ("goal_layout", {}, {"layout": "list", "avsnitt": THEIR["goals"]}),
    ("add_goal", {}, {"till": f"perspektiv/{THEIR['perspective']}"}),
    ("add_goal", {}, {"till": f"mal/{THEIR['goal']}"}),
    ("place_goal", {"key": KEYS["goal"]}, {"till": f"perspektiv/{THEIR['perspective']}"}),
    ("place_goal", {"key": KEYS["goal"]}, {"till": f"mal/{THEIR['goal']}"}),
    ("tie_line", {"key": KEYS["line"]}, {"member": MEMBER}),
    ("tie_line", {"key": KEYS["line"]}, {"intervention": THEIR["intervention"]}),
    *(
        ("budget_act", {}, {"does": f"{act}/{THEIR['line']}"})
        for act in ("after", "below", "up", "down", "in", "out", "move", "remove", "appendix")
    ),
    ("budget_act", {}, {"does": f"move/{KEYS['line']}", "to": THEIR["line"]}),
    ("budget_act", {}, {"does": f"accept/{THEIR['line']}/budget-2025/Källan"}),
    ("budget_act", {}, {"does": f"missing/{THEIR['line']}/budget-2025/Källan"}),
    ("budget_paste", {}, {"text": "Rad\t2025\nHyra\t1", "to": THEIR["line"], "accept": "1"}),
    ("presence", {}, {"unit": f"text/{THEIR['text']}"}),
    ("new_plan", {}, {"year": "2026", "start": "2031"}),
]


@pytest.mark.parametrize(
    ("name", "at", "sends"), GUESSES, ids=[f"{n}-{i}" for i, (n, *_) in enumerate(GUESSES)]
)
@pytest.mark.parametrize("is_part", [False, True], ids=["page", "part"])
def test_a_key_of_theirs_in_a_form_is_of_nothing(
    client: Client,
    mine: Planted,
    theirs: Planted,
    name: str,
    at: dict[str, Any],
    sends: dict[str, Any],
    is_part: bool,
) -> None:
    before = stands(mine, theirs)
    known = {**PLACES, **at}
    address = reverse(
        name, kwargs={one: known[one] for one in ADDRESSES[name].pattern.regex.groupindex}
    )
    response = client.post(address, sends, headers={"HX-Request": "true"} if is_part else {})
    assert response.status_code < 500
    assert THEIRS not in response.content.decode()
    assert stands(mine, theirs) == before
    # Mine, mine of an earlier year, theirs, and one that is everybody's to read.
    assert Plan.objects.count() == 4


@pytest.mark.parametrize("act", ["undo", "redo"])
def test_a_change_of_theirs_is_not_taken_back(
    client: Client, mine: Planted, theirs: Planted, act: str
) -> None:
    before = stands(mine, theirs)
    address = reverse("budget_act", args=["fjallbygden", 2025])
    assert client.post(address, {"does": f"{act}/{theirs.change.pk}"}).status_code == 404
    assert stands(mine, theirs) == before


@pytest.mark.parametrize("asked", ["avsnitt", "oppen", "enhet"])
@pytest.mark.parametrize("name", ["goals", "interventions", "history", "goal_preview"])
def test_a_key_of_theirs_in_a_question_shows_nothing(
    client: Client, mine: Planted, theirs: Planted, name: str, asked: str
) -> None:
    address = reverse(name, args=["fjallbygden", 2025])
    for key in THEIR.values():
        response = client.get(address, {asked: key})
        assert response.status_code in (200, 404)
        assert THEIRS not in response.content.decode()


TEXTS = [
    f'<p>Min.</p><img alt="Min" data-picture="{THEIR["picture"]}">',
    f'<p><span class="figure" data-figure="{THEIR["line"]}/budget-2025"></span></p>',
    f'<p><a href="#{THEIR["text"]}">Se</a></p>',
]


@pytest.mark.parametrize("html", TEXTS, ids=["picture", "figure", "link"])
def test_a_key_of_theirs_in_a_text_fetches_nothing(
    client: Client, mine: Planted, theirs: Planted, html: str
) -> None:
    """The text is stored as it was written; what it names is looked for in its own plan."""
    place = ["fjallbygden", 2025]
    edition = mine.plan.sections.get(key=KEYS["text"]).edition
    address = reverse("save_text", args=[*place, KEYS["text"]])
    assert client.post(address, {"html": html, "edition": edition}).status_code in (200, 422)
    for name in ("plan", "plan_pdf", "plan_word"):
        response = ask(client, "GET", reverse(name, args=place), LINES[name])
        assert response.status_code == 200
        assert THEIRS not in response.said
        assert f"slattbygden/2025/bilder/{THEIR['picture']}" not in response.said


@pytest.mark.parametrize("name", ["filed_plan", "remove_earlier"])
def test_a_year_that_only_they_have_is_not_there(
    client: Client, mine: Planted, theirs: Planted, name: str
) -> None:
    factories.filed_plan(theirs.plan.federation, year=2011, title=THEIRS)
    response = client.get(reverse(name, args=["fjallbygden", 2011]))
    assert (response.status_code, THEIRS in response.content.decode()) == (404, False)


def test_what_was_planted_shows_to_those_whose_it_is(client: Client, theirs: Planted) -> None:
    """So that the others would have seen it, had it been there."""
    client.force_login(factories.person("chief", theirs.plan.federation, email="maj@slatt.se"))
    place = {**PLACES, "slug": "slattbygden", "pk": theirs.share.pk}
    shown = []
    for name in ("plan", "goals", "interventions", "history", "write_goal", "change_sharing"):
        keys = {one: other(key) for one, key in LINES[name].at.items()}
        places = ADDRESSES[name].pattern.regex.groupindex
        address = reverse(name, kwargs={one: (place | keys)[one] for one in places})
        headers = {"HX-Request": "true"} if name == "write_goal" else {}
        page = client.get(address, headers=headers).content.decode()
        shown.append(THEIRS.lower() in page.lower())
    assert all(shown)
