"""The admin: for administrators alone, and plans are only read there."""

import pytest
from django.contrib import admin
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from finsam.federations.models import Federation
from finsam.members.models import Role, User
from finsam.traces.models import Trace
from plans.models import Plan, PlanVersion
from tests import factories
from tests.plans.views.html import body

pytestmark = pytest.mark.django_db

MODELS = sorted(admin.site._registry, key=lambda model: model._meta.label)
WRITABLE = [model for model in MODELS if model not in (Plan, PlanVersion, Trace)]
NAMES = [model._meta.model_name for model in MODELS]


def address(model: object, what: str, *arguments: object) -> str:
    meta = model._meta  # type: ignore[attr-defined]
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_{what}", args=arguments)


@pytest.fixture
def office(client: Client) -> Client:
    """An administrator, in a house with a row of every kind."""
    plan = factories.decided_plan()
    factories.person("chief", plan.federation)
    factories.sent(factories.version(plan), factories.person("board", plan.federation))
    client.force_login(factories.administrator())
    return client


def test_the_admin_holds_people_federations_rules_and_plans() -> None:
    assert {*NAMES} == {
        "federation",
        "nationalday",
        "nationalrule",
        "member",
        "user",
        "plan",
        "planversion",
        "trace",
    }


def test_the_first_page_opens_under_the_products_name(office: Client) -> None:
    page = office.get("/admin/")
    assert page.status_code == 200
    assert "Finsam, administration" in body(page)


@pytest.mark.parametrize("model", MODELS, ids=NAMES)
def test_every_list_and_row_opens(office: Client, model: type) -> None:
    assert office.get(address(model, "changelist"), {"q": "e"}).status_code == 200
    for row in model.objects.all()[:1]:  # type: ignore[attr-defined]
        assert office.get(address(model, "change", row.pk)).status_code == 200
        assert office.get(address(model, "history", row.pk)).status_code == 200


@pytest.mark.parametrize("model", WRITABLE)
def test_every_form_to_add_and_remove_opens(office: Client, model: type) -> None:
    assert office.get(address(model, "add")).status_code == 200
    for row in model.objects.all()[:1]:  # type: ignore[attr-defined]
        assert office.get(address(model, "delete", row.pk)).status_code == 200


@pytest.mark.parametrize("role", Role.Kind.values)
def test_nobody_else_is_let_in(client: Client, role: str) -> None:
    factories.signed_in(client, role, factories.federation())
    response = client.get("/admin/")
    assert (response.status_code, response["Location"]) == (302, "/admin/login/?next=/admin/")


def test_a_plan_is_read_with_its_sections(office: Client) -> None:
    plan = Plan.objects.get()
    page = body(office.get(address(Plan, "change", plan.pk)))
    assert "Skymningsplanen 2025" in page
    assert "Syfte" in page
    assert 'name="_save"' not in page


def test_a_plan_is_never_written(office: Client) -> None:
    plan = Plan.objects.get()
    before = Plan.objects.values().get()
    form = {"title": "Något annat", "year": 2025, "status": "draft"}
    refused = [
        office.post(address(Plan, "add"), form),
        office.post(address(Plan, "change", plan.pk), form),
        office.post(address(Plan, "delete", plan.pk), {"post": "yes"}),
    ]
    assert [response.status_code for response in refused] == [403, 403, 403]
    selected = {"action": "delete_selected", "_selected_action": plan.pk, "post": "yes"}
    office.post(address(Plan, "changelist"), selected)
    assert Plan.objects.values().get() == before


def test_a_version_is_read_without_its_files_and_never_written(
    office: Client,
) -> None:
    version = PlanVersion.objects.get()
    before = PlanVersion.objects.values().get()
    page = body(office.get(address(PlanVersion, "change", version.pk)))
    assert version.pdf_sha256 in page
    assert 'name="_save"' not in page
    with CaptureQueriesContext(connection) as queries:
        office.get(address(PlanVersion, "changelist"))
    assert not any('"pdf"' in query["sql"] or '"json"' in query["sql"] for query in queries)
    form = {"label": "Något annat"}
    refused = [
        office.post(address(PlanVersion, "add"), form),
        office.post(address(PlanVersion, "change", version.pk), form),
        office.post(address(PlanVersion, "delete", version.pk), {"post": "yes"}),
    ]
    assert [response.status_code for response in refused] == [403, 403, 403]
    selected = {"action": "delete_selected", "_selected_action": version.pk, "post": "yes"}
    office.post(address(PlanVersion, "changelist"), selected)
    assert PlanVersion.objects.values().get() == before


def test_a_federation_with_plans_is_not_removed(office: Client) -> None:
    federation = Federation.objects.get()
    office.post(address(Federation, "delete", federation.pk), {"post": "yes"})
    assert Federation.objects.exists()
    assert Plan.objects.exists()


def test_a_new_federation_gets_its_readable_colour(office: Client) -> None:
    form = body(office.get(address(Federation, "add")))
    assert 'name="accent"' in form
    sent = {
        "slug": "slattbygden",
        "name": "Samordningsförbundet Slättbygden",
        "short_name": "Slättbygden",
        "accent": "#ffe000",
        "default_unit": "kr",
        "default_cost_sign": "positive",
        "default_subtotals": "before",
        "default_goal_layout": "table",
        "default_numbering_depth": "1",
        "equity_steps": "[]",
        "equity_base": "contributions",
        "equity_floor_0": "",
        "equity_floor_1": "SEK",
        "papers_days": "10",
        "consultation_days": "21",
        "decision_word": "decided",
        "keeping_months": "24",
        "disabled_checks": "{}",
    }
    assert office.post(address(Federation, "add"), sent).status_code == 302
    federation = Federation.objects.get(slug="slattbygden")
    assert federation.accent != "#ffe000"
    assert office.get("/slattbygden/").status_code == 200
    sent |= {"slug": "admin"}
    assert "Adressen används redan av tjänsten." in body(
        office.post(address(Federation, "add"), sent)
    )


def test_settings_that_no_plan_can_read_are_refused(office: Client) -> None:
    federation = Federation.objects.get()
    response = office.post(
        address(Federation, "change", federation.pk), {"equity_steps": '[{"percent": 20}]'}
    )
    assert "Skriv stegen som" in body(response)


def test_an_account_is_made_in_small_letters_and_without_a_password(office: Client) -> None:
    sent = {"email": "Bo@Berg.se", "name": "Bo", "is_active": "on"}
    assert office.post(address(User, "add"), sent).status_code == 302
    bo = User.objects.get(email="bo@berg.se")
    assert (bo.is_active, bo.has_usable_password()) == (True, False)


def test_a_person_that_is_at_the_address_is_refused_however_it_is_capitalised(
    office: Client,
) -> None:
    response = office.post(address(User, "add"), {"email": "ANNA@berg.se"})
    assert response.status_code == 200
    assert User.objects.filter(email__iexact="anna@berg.se").count() == 1
