"""Ny plan: begun from last year's, another year's or the template."""

import re
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from finsam.members.permissions import REFUSALS, Action
from plans.models import Plan
from tests import factories
from tests.plans.views.html import body, tags, text

pytestmark = pytest.mark.django_db

ADDRESS = "/fjallbygden/ny-plan/"
OTHERS = ["board", "member", "auditor"]


@pytest.fixture
def office(client: Client) -> Client:
    """The office of a federation with a plan for 2025."""
    return factories.signed_in(client, "chief", factories.decided_plan().federation)


def begin(client: Client, year: object = 2026, start: str = "2025") -> Any:
    return client.post(ADDRESS, {"year": year, "start": start}, follow=True)


def fields(page: Any) -> dict[str, str]:
    """What the form would send: the year and what is chosen."""
    inputs = [attributes for tag, attributes in tags(body(page)) if tag == "input"]
    [year] = [each["value"] for each in inputs if each.get("name") == "year" and "value" in each]
    chosen = [each["value"] for each in inputs if "checked" in each]
    return {"year": year, "start": "".join(chosen)}


@pytest.mark.parametrize("role", ["chief", "staff"])
def test_the_year_after_the_newest_plans_and_that_plan_are_chosen(
    client: Client, role: str
) -> None:
    factories.decided_plan(year=2024)
    plan = factories.decided_plan(year=2025)
    page = factories.signed_in(client, role, plan.federation).get(ADDRESS)
    assert fields(page) == {"year": "2026", "start": "2025"}
    labels = re.findall(r'<label for="start-\w+">([^<]*)</label>', body(page))
    assert labels == [
        "Från verksamhetsplanen för 2025",
        "Från verksamhetsplanen för 2024",
        "Från en mall",
    ]


def test_each_plan_says_what_becomes_of_its_columns(office: Client) -> None:
    assert (
        "Till en plan för 2026 Nu I den nya planen Beloppen kommer från "
        "Budget 2025 Budget 2026 Budget 2025, den sista kolumnen" in text(office.get(ADDRESS))
    )


def test_a_column_that_stays_behind_is_told(office: Client) -> None:
    budget = Plan.objects.get().budget
    assert budget
    budget.columns.create(year=2024, kind="actual")
    assert "Utfall 2024 Följer inte med –" in text(office.get(ADDRESS))


def test_a_plan_without_a_budget_says_so(office: Client) -> None:
    Plan.objects.update(budget=None)
    page = text(office.get(ADDRESS))
    assert "Planen har ingen budget." in page
    assert "Så flyttas budgetens kolumner" not in page


def test_a_federation_without_plans_begins_from_the_template_for_next_year(client: Client) -> None:
    page = factories.signed_in(client, "chief", factories.federation()).get(ADDRESS)
    assert fields(page) == {"year": str(timezone.localdate().year + 1), "start": "mall"}
    assert "Från verksamhetsplanen" not in text(page)


def test_a_plan_begins_from_last_years(office: Client) -> None:
    page = begin(office)
    assert page.redirect_chain == [("/fjallbygden/2026/", 302)]
    assert "Planen för 2026 är börjad från verksamhetsplanen för 2025." in body(page)
    assert "Skymningsplanen 2026" in text(page)
    assert "Budget 2026 utgår från Budget 2025, sista kolumnen" in text(page)


def test_a_plan_begins_from_the_template(office: Client) -> None:
    page = begin(office, start="mall")
    assert page.redirect_chain == [("/fjallbygden/2026/", 302)]
    assert "Planen för 2026 är börjad från mallen." in body(page)
    assert "Inga mål är inlagda än." in text(page)
    assert factories.SECRET not in text(page).replace(f"Kommunen {factories.SECRET}", "")


def test_a_plan_begins_from_an_older_one(office: Client) -> None:
    factories.decided_plan(year=2023)
    begin(office, start="2023")
    assert Plan.objects.get(year=2026).title == "Skymningsplanen 2026"


@pytest.mark.parametrize(
    ("year", "message"),
    [
        ("", "Skriv ett år från 2004 till 2100, med fyra siffror."),
        ("nästa", "Skriv ett år från 2004 till 2100, med fyra siffror."),
        ("1999", "Skriv ett år från 2004 till 2100, med fyra siffror."),
        ("2101", "Skriv ett år från 2004 till 2100, med fyra siffror."),
        ("2026.5", "Skriv ett år från 2004 till 2100, med fyra siffror."),
        ("2025", "Förbundet har redan en plan för 2025. Välj ett annat år."),
    ],
)
def test_a_year_that_cannot_be_is_told_beside_it_and_kept(
    office: Client, year: str, message: str
) -> None:
    page = begin(office, year, "mall")
    assert page.status_code == 422
    assert f"Vilket år gäller planen? {message}" in text(page)
    assert fields(page) == {"year": year, "start": "mall"} if year else {"start": "mall"}
    assert Plan.objects.count() == 1


def test_a_year_that_is_filed_as_pdf_is_told(office: Client) -> None:
    factories.filed_plan(Plan.objects.get().federation, 2026)
    page = begin(office)
    assert page.status_code == 422
    assert "Planen för 2026 finns redan som PDF bland tidigare planer." in text(page)


@pytest.mark.parametrize("start", ["", "2019", "annat", "\x00"])
def test_without_a_choice_that_is_there_one_is_asked_for(office: Client, start: str) -> None:
    page = begin(office, start=start)
    assert page.status_code == 422
    assert "Välj vad planen ska börja från." in text(page)
    assert Plan.objects.count() == 1


@pytest.mark.parametrize("role", OTHERS)
def test_others_are_refused_with_the_reason(client: Client, role: str) -> None:
    plan = factories.decided_plan()
    factories.signed_in(client, role, plan.federation)
    for response in (client.get(ADDRESS), begin(client)):
        assert response.status_code == 403
        assert REFUSALS[Action.START_PLAN].reason in body(response)
    assert Plan.objects.count() == 1


@pytest.mark.parametrize("role", OTHERS)
def test_others_have_no_button(client: Client, role: str) -> None:
    plan = factories.decided_plan()
    factories.signed_in(client, role, plan.federation)
    for address in ("/", "/fjallbygden/"):
        assert "Ny plan" not in text(client.get(address))


@pytest.mark.parametrize("address", ["/", "/fjallbygden/"])
def test_the_office_has_the_button_where_its_plans_are(office: Client, address: str) -> None:
    assert f'href="{ADDRESS}"' in body(office.get(address))


def test_another_federations_is_not_there(client: Client) -> None:
    factories.decided_plan()
    factories.signed_in(client, "chief", factories.federation("slatt"))
    assert client.get(ADDRESS).status_code == 404
    assert begin(client).status_code == 404
    assert Plan.objects.count() == 1


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_nothing_else_is_answered(office: Client, method: str) -> None:
    assert getattr(office, method)(ADDRESS).status_code == 405


@pytest.mark.parametrize("count", [1, 20])
def test_the_queries_are_as_many_for_one_plan_as_for_20(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for year in range(2030, 2030 + count):
        plan = factories.decided_plan(year=year)
    factories.signed_in(client, "chief", plan.federation)
    # Session, person, federation, roles, seats, plans, columns.
    with django_assert_num_queries(7) as queries:
        page = client.get(ADDRESS)
    assert text(page).count("Så flyttas budgetens kolumner") == count
    assert not any('"logo"' in query["sql"] for query in queries)
