"""The plan as a Word file from its address, and the way to it."""

from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from finsam.members.permissions import REFUSALS, Action
from plans.document.content import PlanContent
from plans.writing.importing import import_plan
from tests import factories
from tests.plans.views.html import body, text
from tests.plans.views.test_plan import PACE, QUERIES, with_goals, with_lines

pytestmark = pytest.mark.django_db

ADDRESS = "/fjallbygden/2025/word/"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.mark.parametrize("role", ["chief", "auditor"])
def test_it_is_a_word_file_with_a_name_that_a_person_understands(client: Client, role: str) -> None:
    plan = factories.decided_plan()
    response = factories.signed_in(client, role, plan.federation).get(ADDRESS)
    assert (response.status_code, response["Content-Type"]) == (200, WORD)
    assert response["Content-Disposition"].startswith(
        'attachment; filename="Skymningsplanen 2025 - Fjallbygden (beslutad 2024-11-28).docx"'
    )
    assert response["Cache-Control"] == "private, no-cache, no-store"
    said = [p.text for p in docx.Document(BytesIO(response.content)).paragraphs]
    assert [line in said for line in ("1 Syfte", "Om Skymning.")] == [True, True]


@pytest.mark.parametrize("role", ["board", "member", "auditor"])
def test_a_draft_is_refused_with_the_reason(client: Client, role: str) -> None:
    plan = factories.draft_plan()
    response = factories.signed_in(client, role, plan.federation).get(ADDRESS)
    assert response.status_code == 403
    assert REFUSALS[Action.READ_PLAN].reason in text(response)
    assert factories.SECRET not in body(response)


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
def test_it_is_for_reading(client: Client, method: str) -> None:
    plan = factories.decided_plan()
    factories.signed_in(client, "chief", plan.federation)
    assert getattr(client, method)(ADDRESS).status_code == 405


@pytest.mark.parametrize("made", [with_lines, with_goals])
@pytest.mark.parametrize("count", [1, 100])
def test_the_queries_are_as_many_for_one_line_or_goal_as_for_100(
    client: Client,
    django_assert_num_queries: DjangoAssertNumQueries,
    count: int,
    made: Callable[[int], PlanContent],
) -> None:
    plan = import_plan(made(count)).plan
    factories.signed_in(client, "chief", plan.federation)
    with django_assert_num_queries(QUERIES - 1 + PACE):
        assert client.get(ADDRESS).status_code == 200


@pytest.mark.parametrize("role", ["chief", "staff"])
def test_the_office_has_a_way_to_it(client: Client, role: str) -> None:
    plan = factories.draft_plan()
    page = factories.signed_in(client, role, plan.federation).get("/fjallbygden/2025/")
    assert f'href="{ADDRESS}"' in body(page)


@pytest.mark.parametrize("role", ["board", "member", "auditor"])
def test_the_others_have_the_pdf(client: Client, role: str) -> None:
    plan = factories.decided_plan()
    page = factories.signed_in(client, role, plan.federation).get("/fjallbygden/2025/")
    assert ADDRESS not in body(page)
    assert "/fjallbygden/2025/pdf/" in body(page)
