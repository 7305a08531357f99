"""The plan as a PDF from its address."""

import pytest
from django.test import Client

from finsam.members.permissions import REFUSALS, Action
from tests import factories
from tests.plans.views.html import body, text

# WeasyPrint leaves its own colour profile open.
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:.*sRGB2014:pytest.PytestUnraisableExceptionWarning"),
]

ADDRESS = "/fjallbygden/2025/pdf/"


def test_it_is_a_pdf_with_a_name_that_a_person_understands(client: Client) -> None:
    plan = factories.decided_plan()
    response = factories.signed_in(client, "auditor", plan.federation).get(ADDRESS)
    assert (response.status_code, response["Content-Type"]) == (200, "application/pdf")
    assert response.content.startswith(b"%PDF-")
    assert response["Content-Disposition"].startswith('inline; filename="')
    assert response["Cache-Control"] == "private, no-cache, no-store"


@pytest.mark.parametrize("role", ["board", "member", "auditor"])
def test_a_draft_is_refused_with_the_reason(client: Client, role: str) -> None:
    plan = factories.draft_plan()
    response = factories.signed_in(client, role, plan.federation).get(ADDRESS)
    assert response.status_code == 403
    assert REFUSALS[Action.READ_PLAN].reason in text(response)


def test_another_federations_plan_is_not_there(client: Client) -> None:
    factories.decided_plan()
    response = factories.signed_in(client, "chief", factories.federation("slatt")).get(ADDRESS)
    assert response.status_code == 404
    assert factories.SECRET not in body(response)


def test_a_year_without_a_plan_is_not_there(client: Client) -> None:
    factories.signed_in(client, "chief", factories.federation())
    assert client.get(ADDRESS).status_code == 404


def test_without_sign_in_one_is_sent_to_sign_in(client: Client) -> None:
    factories.decided_plan()
    response = client.get(ADDRESS)
    assert (response.status_code, response["Location"]) == (302, f"/logga-in/?next={ADDRESS}")


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_a_pdf_is_for_reading(client: Client, method: str) -> None:
    plan = factories.decided_plan()
    factories.signed_in(client, "chief", plan.federation)
    assert getattr(client, method)(ADDRESS).status_code == 405
