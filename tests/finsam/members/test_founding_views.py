"""Nytt förbund: its names, its members, its first chief."""

from typing import Any

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from finsam.federations.models import Federation
from finsam.members.founding_forms import ROWS
from finsam.members.models import Member, Role
from finsam.members.permissions import REFUSALS, Action
from tests import factories
from tests.plans.views.html import body, tags, text

pytestmark = pytest.mark.django_db

ADDRESS = "/konto/nytt-forbund/"
NAMES = {
    "name": "Samordningsförbundet Södra Fjället",
    "short_name": "Södra Fjället",
    "slug": "",
    "seat": "Berg",
    "default_unit": "tkr",
}
MEMBERS = (
    ("Försäkringskassan", "state_agency"),
    ("Arbetsförmedlingen", "state_agency"),
    ("Region Fjäll", "region"),
    ("Bergs kommun", "municipality"),
)
Rows = tuple[tuple[str, str], ...]


def sent(members: Rows = MEMBERS, **names: str) -> dict[str, str]:
    rows = {"members-TOTAL_FORMS": str(len(members)), "members-INITIAL_FORMS": str(len(members))}
    for index, (name, kind) in enumerate(members):
        rows |= {f"members-{index}-name": name, f"members-{index}-kind": kind}
    return {**NAMES, **rows, **names}


def found(client: Client, members: Rows = MEMBERS, **names: str) -> Any:
    return client.post(ADDRESS, sent(members, **names), follow=True)


def values(page: Any) -> dict[str, str]:
    """What stands in the page's fields of text."""
    return {
        a["name"]: a.get("value", "")
        for tag, a in tags(body(page))
        if tag == "input" and a.get("type") == "text"
    }


@pytest.fixture
def anyone(client: Client) -> Client:
    """Somebody signed in, in demo mode, without a role anywhere."""
    client.force_login(factories.person())
    return client


def test_the_page_begins_with_the_members_that_every_federation_has(anyone: Client) -> None:
    shown = values(anyone.get(ADDRESS))
    assert [shown[f"members-{index}-name"] for index in range(3)] == [
        "Försäkringskassan",
        "Arbetsförmedlingen",
        "",
    ]
    assert len([name for name in shown if name.endswith("-name")]) == len(ROWS)


def test_it_is_made_with_members_and_its_maker_is_chief(anyone: Client) -> None:
    page = found(anyone, (*MEMBERS[:3], ("", "municipality"), MEMBERS[3], (" ", "")))
    assert page.redirect_chain == [("/sodra-fjallet/", 302)]
    said = "Samordningsförbundet Södra Fjället är tillagt. Du är förbundschef där."
    assert said in body(page)
    federation = Federation.objects.get()
    assert (federation.short_name, federation.seat) == ("Södra Fjället", "Berg")
    assert federation.default_unit == "tkr"
    assert [(m.name, m.kind) for m in federation.members.all()] == [*MEMBERS]
    assert list(Role.objects.values_list("user__email", "kind")) == [("anna@berg.se", "chief")]
    assert 'href="/sodra-fjallet/ny-plan/"' in body(page)


def test_the_first_plan_can_be_begun_from_the_template(anyone: Client) -> None:
    found(anyone)
    page = anyone.post("/sodra-fjallet/ny-plan/", {"year": "2027", "start": "mall"}, follow=True)
    assert page.redirect_chain == [("/sodra-fjallet/2027/", 302)]
    assert "Region Fjäll" in text(page)


@pytest.mark.parametrize(
    ("names", "slug"),
    [
        ({"short_name": "Östra Ån & Co"}, "ostra-an-co"),
        ({"short_name": "Samordningsförbundet Dal"}, "dal"),
        ({"slug": "egen-adress"}, "egen-adress"),
    ],
)
def test_the_address_is_the_typed_one_or_made_of_the_name(
    anyone: Client, names: dict[str, str], slug: str
) -> None:
    found(anyone, MEMBERS, **names)
    assert Federation.objects.get().slug == slug


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ({"name": ""}, "Skriv förbundets namn."),
        ({"short_name": " "}, "Skriv ett kort namn."),
        ({"slug": "Å Ä"}, "Skriv med a–z, 0–9 och enkla bindestreck."),
        ({"slug": "dubbla--streck"}, "Skriv med a–z, 0–9 och enkla bindestreck."),
        ({"slug": "konto"}, "Adressen används redan av tjänsten. Välj en annan."),
        ({"slug": "upptagen"}, "Adressen är upptagen. Skriv en annan."),
        ({"short_name": "!!!"}, "Skriv en adress med a–z, 0–9 och enkla bindestreck."),
        ({"default_unit": "öre"}, "Välj"),
    ],
)
def test_what_is_wrong_is_told_and_what_was_typed_is_kept(
    anyone: Client, names: dict[str, str], message: str
) -> None:
    factories.federation("upptagen")
    page = found(anyone, MEMBERS, **names)
    assert page.status_code == 422
    assert message in text(page)
    shown = values(page)
    assert (shown["seat"], shown["members-3-name"]) == ("Berg", "Bergs kommun")
    assert (Federation.objects.count(), Member.objects.count(), Role.objects.count()) == (1, 0, 0)


@pytest.mark.parametrize(
    ("members", "message"),
    [
        ((), "Lägg till minst en statlig myndighet"),
        (MEMBERS[2:], "Lägg till minst en statlig myndighet"),
        (MEMBERS[:2], "Lägg till minst en region eller kommun."),
        ((*MEMBERS, ("bergs Kommun", "municipality")), "Medlemmen står redan i en rad ovanför."),
        ((*MEMBERS, ("Dal", "")), "Välj vad för slags medlem det är."),
        ((*MEMBERS, ("Dal", "landsting")), "Välj vad för slags medlem det är."),
        ((*MEMBERS, ("å" * 201, "municipality")), "Skriv högst 200 tecken."),
    ],
)
def test_members_that_cannot_be_are_told_and_nothing_is_half_saved(
    anyone: Client, members: Rows, message: str
) -> None:
    page = found(anyone, members)
    assert page.status_code == 422
    assert message in text(page)
    assert (Federation.objects.count(), Member.objects.count(), Role.objects.count()) == (0, 0, 0)


@pytest.mark.parametrize("total", ["", "x", "-1", "100000"])
def test_rows_that_are_not_counted_right_break_nothing(anyone: Client, total: str) -> None:
    page = anyone.post(ADDRESS, {**sent(), "members-TOTAL_FORMS": total})
    assert page.status_code == 422
    assert not Federation.objects.exists()


def test_in_real_use_it_is_the_administrators(client: Client, settings: Settings) -> None:
    settings.DEMO = False
    chief = factories.signed_in(client, "chief", factories.federation())
    assert ADDRESS not in body(chief.get("/"))
    for response in (chief.get(ADDRESS), found(chief)):
        assert response.status_code == 403
        assert REFUSALS[Action.FOUND_FEDERATION].reason in body(response)
    assert Federation.objects.count() == 1
    client.force_login(factories.administrator())
    assert f'href="{ADDRESS}"' in body(client.get("/"))
    assert found(client).redirect_chain == [("/sodra-fjallet/", 302)]


def test_without_sign_in_one_is_sent_to_sign_in(client: Client) -> None:
    for response in (client.get(ADDRESS), client.post(ADDRESS, sent())):
        assert response["Location"] == f"/logga-in/?next={ADDRESS}"
    assert not Federation.objects.exists()


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_nothing_else_is_answered(anyone: Client, method: str) -> None:
    assert getattr(anyone, method)(ADDRESS).status_code == 405
