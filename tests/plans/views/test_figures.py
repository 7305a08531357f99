"""The plan's figures, to choose one for the text."""

import pytest
from django.test import Client

from plans.writing.importing import import_plan
from tests import factories
from tests.plans.document.checks.plans import example
from tests.plans.views.html import body, tags

pytestmark = pytest.mark.django_db


def choices(page: str) -> dict[str, str]:
    values = [a["value"] for tag, a in tags(page) if tag == "button"]
    return dict(value.split("|") for value in values)


def test_every_figure_is_offered_as_it_will_be_printed(client: Client) -> None:
    plan = import_plan(example("vastra-ostergotland-2025")).plan
    factories.signed_in(client, "chief", plan.federation)
    found = choices(body(client.get("/vastra-ostergotland/2025/siffror/")))
    assert found["result/budget-2025"] == "−1\u00a0366\u00a0000\u00a0kr"
    assert found["total_income/budget-2025"] == "8\u00a0644\u00a0000\u00a0kr"


def test_without_a_budget_there_are_none_and_it_says_so(client: Client) -> None:
    plan = import_plan(example("blekinge-2023")).plan
    factories.signed_in(client, "chief", plan.federation)
    page = body(client.get("/blekinge/2023/siffror/"))
    assert "Planen har ingen budget än" in page
    assert choices(page) == {}


def test_it_is_the_offices(client: Client) -> None:
    plan = factories.draft_plan()
    address = "/fjallbygden/2025/siffror/"
    assert factories.signed_in(client, "board", plan.federation).get(address).status_code == 403
    factories.signed_in(client, "chief", factories.federation("slatt"))
    assert client.get(address).status_code == 404
    assert client.post(address).status_code == 405
