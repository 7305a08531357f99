"""The start page: my federations with their plans."""

from datetime import date

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from budgets.models import BudgetAmount
from finsam.federations.models import Federation
from finsam.members.models import Role
from finsam.members.permissions import REFUSALS, Action
from plans.models import Plan
from tests import factories
from tests.plans.views.html import body, text

pytestmark = pytest.mark.django_db


def test_the_office_reads_its_draft_from_here(client: Client) -> None:
    plan = factories.draft_plan()
    page = factories.signed_in(client, "chief", plan.federation).get("/")
    assert text(page).startswith(
        "Mina förbund Samordningsförbundet Fjallbygden Förbundschef "
        "Ny plan , Samordningsförbundet Fjallbygden Utkast Skymningsplanen 2025 "
        "PDF , Skymningsplanen 2025 Läs planen , Skymningsplanen 2025 Året "
    )
    assert 'href="/fjallbygden/2025/"' in body(page)
    assert 'href="/fjallbygden/2025/pdf/"' in body(page)


@pytest.mark.parametrize("role", ["board", "member", "auditor"])
def test_others_see_why_they_may_not_open_a_draft(client: Client, role: str) -> None:
    plan = factories.draft_plan()
    page = factories.signed_in(client, role, plan.federation).get("/")
    assert f"Utkast Skymningsplanen 2025 {REFUSALS[Action.READ_PLAN].reason}" in text(page)
    assert "/fjallbygden/2025/" not in body(page)


@pytest.mark.parametrize(("role", "is_drawn"), [("chief", True), ("board", False)])
def test_a_drafts_bar_is_drawn_for_those_who_may_read_it(
    client: Client, role: str, is_drawn: bool
) -> None:
    plan = factories.draft_plan()
    page = factories.signed_in(client, role, plan.federation).get("/")
    assert ('class="band"' in body(page)) is is_drawn


def test_a_decided_plan_is_everyones(client: Client) -> None:
    plan = factories.decided_plan()
    page = factories.signed_in(client, "auditor", plan.federation).get("/")
    assert "Beslutad Skymningsplanen 2025 Beslutad 2024-11-28. PDF" in text(page)
    assert 'href="/fjallbygden/2025/"' in body(page)
    assert 'class="band"' in body(page)


def test_a_plan_whose_last_decision_is_a_revision_is_called_so(client: Client) -> None:
    plan = factories.decided_plan()
    plan.decisions.create(kind="revised", decided_on=date(2025, 3, 20))
    factories.signed_in(client, "chief", plan.federation)
    start = text(client.get("/"))
    assert "Reviderad Skymningsplanen 2025 Beslutad 2024-11-28, reviderad 2025-03-20." in start
    for address in ("/fjallbygden/2025/", "/fjallbygden/2025/kontroller/"):
        assert "Reviderad</span>" in body(client.get(address))


def test_earlier_plans_stand_below_the_newest_first(client: Client) -> None:
    for year in (2023, 2025, 2024):
        plan = factories.decided_plan(year=year)
    page = factories.signed_in(client, "board", plan.federation).get("/")
    [newest, earlier] = text(page).split("Tidigare planer")
    assert "Skymningsplanen 2025" in newest
    assert earlier.split(" PDF ")[0] == " Skymningsplanen 2024 Beslutad 2023-11-28"
    assert earlier.index("planen 2024") < earlier.index("planen 2023")


def test_an_earlier_draft_is_named_with_the_reason_and_without_a_link(client: Client) -> None:
    factories.draft_plan(year=2024)
    plan = factories.decided_plan()
    page = factories.signed_in(client, "board", plan.federation).get("/")
    assert f"Skymningsplanen 2024 Arbetsutkast. {REFUSALS[Action.READ_PLAN].reason}" in text(page)
    assert "/fjallbygden/2024/" not in body(page)


def test_a_federation_without_plans_says_so(client: Client) -> None:
    page = factories.signed_in(client, "chief", factories.federation()).get("/")
    assert "Ingen plan finns än. Förbundschefen eller kansliet börjar den." in text(page)


def test_a_person_without_a_federation_is_told_what_to_do(client: Client) -> None:
    client.force_login(factories.person())
    assert "Du är inte med i något förbund än." in text(client.get("/"))


def test_nothing_of_another_federation_is_shown(client: Client) -> None:
    factories.decided_plan("slattbygden")
    page = factories.signed_in(client, "chief", factories.federation()).get("/")
    assert factories.SECRET not in body(page)
    assert "slattbygden" not in body(page).lower()


def test_an_administrator_sees_every_federation(client: Client) -> None:
    for slug in ("fjallbygden", "slattbygden"):
        factories.draft_plan(slug)
    client.force_login(factories.administrator())
    page = text(client.get("/"))
    assert page.count("Administratör") == 2
    assert page.count("Läs planen") == 2


def test_each_federation_wears_its_own_colour(client: Client) -> None:
    federation = factories.federation()
    page = body(factories.signed_in(client, "chief", federation).get("/"))
    assert 'data-federation="fjallbygden"' in page
    assert 'href="/konto/farger.css"' in page


def test_in_real_use_there_is_no_gallery(client: Client, settings: Settings) -> None:
    settings.DEMO = False
    page = factories.signed_in(client, "chief", factories.federation()).get("/")
    assert "galleri" not in body(page)


def test_without_sign_in_one_is_sent_to_sign_in(client: Client) -> None:
    response = client.get("/")
    assert (response.status_code, response["Location"]) == (302, "/logga-in/?next=/")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_the_page_is_for_reading(client: Client, method: str) -> None:
    factories.signed_in(client, "chief", factories.federation())
    assert getattr(client, method)("/").status_code == 405


@pytest.mark.parametrize("count", [1, 30])
def test_the_queries_are_as_many_for_one_federation_as_for_30(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    user = factories.person()
    for number in range(count):
        plan = factories.decided_plan(f"forbund-{number}")
        Role.objects.create(user=user, federation=plan.federation, kind="board")
    Federation.objects.update(logo=b"png", logo_media_type="image/png")
    client.force_login(user)
    # Session, person, invitations, roles, seats, federations, plans, decisions, filed plans, bars,
    # meetings, national days, what was sent to the person and what they asked.
    with django_assert_num_queries(17) as queries:
        page = client.get("/")
    assert text(page).count("Läs planen") == count
    assert not any('"logo"' in query["sql"] or '"data"' in query["sql"] for query in queries)


@pytest.mark.parametrize("count", [1, 30])
def test_the_queries_are_as_many_for_one_plan_as_for_30(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for year in range(2030, 2030 + count):
        plan = factories.decided_plan(year=year)
    factories.signed_in(client, "auditor", plan.federation)
    with django_assert_num_queries(17):
        page = client.get("/")
    assert text(page).count("Beslutad 20") == count


def test_the_year_is_told_with_its_sources(client: Client) -> None:
    federation = factories.federation(
        decision_day="11-28", decision_day_source="Förbundsordningen 14 §"
    )
    today = timezone.localdate()
    federation.meetings.create(held_on=today, note="i Berg")
    page = text(factories.signed_in(client, "board", federation).get("/"))
    assert "Styrelsemöte, i Berg" in page
    assert "Förbundsordningen 14 §" in page
    assert "Årsredovisningen för" in page


def test_the_bar_is_of_the_budget_of_the_plans_own_year(client: Client) -> None:
    plan = factories.decided_plan()
    Plan.objects.update(year=2026)
    assert BudgetAmount.objects.count() == 1
    page = factories.signed_in(client, "chief", plan.federation).get("/")
    assert 'class="band"' not in body(page)
