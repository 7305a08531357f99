"""The pages that say no: with the reason, and with the bar of who is signed in."""

import pytest
from django.test import Client

from finsam.members.permissions import REFUSALS, Action
from tests import factories
from tests.plans.views.html import body, text

pytestmark = pytest.mark.django_db

ADDRESS = "/fjallbygden/2025/"


def test_a_draft_says_that_it_is_not_decided(client: Client) -> None:
    plan = factories.draft_plan()
    page = factories.signed_in(client, "board", plan.federation).get(ADDRESS)
    assert (page.status_code, text(page)) == (
        403,
        f"Planen är inte beslutad än. {REFUSALS[Action.READ_PLAN].reason} Till mina förbund",
    )
    assert "<title>Planen är inte beslutad än – Finsam</title>" in body(page)


def test_the_checks_say_whose_they_are(client: Client) -> None:
    plan = factories.decided_plan()
    page = factories.signed_in(client, "board", plan.federation).get(f"{ADDRESS}kontroller/")
    reason = REFUSALS[Action.CHECK_PLAN].reason
    assert text(page) == f"Kontrollerna visas bara för kansliet. {reason} Till mina förbund"


def test_a_refusal_without_a_verdict_speaks_of_the_role(client: Client) -> None:
    factories.decided_plan()
    client.force_login(factories.administrator())
    page = client.post("/admin/plans/plan/add/")
    assert (page.status_code, text(page)) == (
        403,
        "Du kan inte göra det här med den roll du har. "
        "Behöver du kunna göra det, hör av dig till förbundschefen. Till mina förbund",
    )


@pytest.mark.parametrize(("address", "status"), [(ADDRESS, 403), ("/kustbygden/2025/", 404)])
def test_the_bar_keeps_the_person_and_the_way_out(
    client: Client, address: str, status: int
) -> None:
    plan = factories.draft_plan()
    response = factories.signed_in(client, "board", plan.federation).get(address)
    bar = body(response).split("<main", 1)[0]
    assert response.status_code == status
    assert [word in bar for word in ("Mina förbund", 'class="who"', "Logga ut")] == [True] * 3


def test_what_is_missing_is_looked_for_among_ones_own(client: Client) -> None:
    page = factories.signed_in(client, "chief", factories.federation()).get("/kustbygden/")
    assert text(page) == (
        "Planen finns inte eller så har du inte tillgång till den. "
        "Kontrollera adressen. De planer som du kan läsa finns under Mina förbund. "
        "Saknar du ett förbund där, hör av dig till dess kansli. Till mina förbund"
    )


def test_without_sign_in_a_missing_page_shows_no_person(client: Client) -> None:
    page = client.get("/finns/inte/alls")
    assert page.status_code == 404
    assert "Logga ut" not in body(page)
    assert text(page).endswith("är med i förbundet. Till startsidan")
