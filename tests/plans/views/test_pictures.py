"""The pictures of a plan's text."""

from base64 import b64decode
from uuid import uuid4

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from plans.models import Picture
from tests import factories
from tests.plans.views.html import body, tags

pytestmark = pytest.mark.django_db

ADDRESS = f"/fjallbygden/2025/bilder/{factories.PICTURE}/"


def test_the_picture_is_the_bytes_that_were_kept(client: Client) -> None:
    plan = factories.draft_plan()
    response = factories.signed_in(client, "chief", plan.federation).get(ADDRESS)
    assert (response.status_code, response["Content-Type"]) == (200, "image/png")
    assert response.content == b64decode(factories.PIXEL)
    assert response["Cache-Control"] == "private, no-cache"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_the_same_picture_is_not_sent_twice(client: Client) -> None:
    plan = factories.draft_plan()
    office = factories.signed_in(client, "chief", plan.federation)
    known = {"If-None-Match": office.get(ADDRESS)["ETag"]}
    again = office.get(ADDRESS, headers=known)
    Picture.objects.update(data=b"another")
    changed = office.get(ADDRESS, headers=known)
    assert (again.status_code, again.content) == (304, b"")
    assert (changed.status_code, changed.content) == (200, b"another")


def test_who_has_lost_the_role_is_not_told_that_it_is_the_same(client: Client) -> None:
    plan = factories.draft_plan()
    known = factories.signed_in(client, "chief", plan.federation).get(ADDRESS)["ETag"]
    auditor = factories.signed_in(client, "auditor", plan.federation)
    assert auditor.get(ADDRESS, headers={"If-None-Match": known}).status_code == 403


def test_the_plans_page_shows_it_with_its_text(client: Client) -> None:
    plan = factories.draft_plan()
    page = factories.signed_in(client, "chief", plan.federation).get("/fjallbygden/2025/")
    [picture] = [attributes for tag, attributes in tags(body(page)) if tag == "img"]
    assert (picture["src"], picture["alt"]) == (ADDRESS, factories.SECRET)


@pytest.mark.parametrize("role", ["board", "member", "auditor"])
def test_a_drafts_picture_is_as_private_as_the_draft(client: Client, role: str) -> None:
    plan = factories.draft_plan()
    assert factories.signed_in(client, role, plan.federation).get(ADDRESS).status_code == 403


def test_a_decided_plans_picture_is_everyones(client: Client) -> None:
    plan = factories.decided_plan()
    assert factories.signed_in(client, "auditor", plan.federation).get(ADDRESS).status_code == 200


def test_another_federations_picture_is_not_there(client: Client) -> None:
    factories.decided_plan()
    factories.signed_in(client, "chief", factories.federation("slatt"))
    assert client.get(ADDRESS).status_code == 404


def test_another_years_picture_is_not_there(client: Client) -> None:
    plan = factories.draft_plan()
    Picture.objects.update(key=uuid4())
    factories.draft_plan(year=2026)
    factories.signed_in(client, "chief", plan.federation)
    assert client.get(ADDRESS).status_code == 404
    assert client.get(ADDRESS.replace("2025", "2026")).status_code == 200


@pytest.mark.parametrize("key", ["1/", "../", "0000/"])
def test_what_is_not_a_key_is_not_there(client: Client, key: str) -> None:
    plan = factories.draft_plan()
    factories.signed_in(client, "chief", plan.federation)
    assert client.get(f"/fjallbygden/2025/bilder/{key}").status_code == 404


def test_without_sign_in_one_is_sent_to_sign_in(client: Client) -> None:
    factories.decided_plan()
    response = client.get(ADDRESS)
    assert (response.status_code, response["Location"]) == (302, f"/logga-in/?next={ADDRESS}")


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_a_picture_is_for_reading(client: Client, method: str) -> None:
    plan = factories.draft_plan()
    office = factories.signed_in(client, "chief", plan.federation)
    assert getattr(office, method)(ADDRESS).status_code == 405


def test_a_picture_takes_six_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    plan = factories.draft_plan()
    factories.signed_in(client, "chief", plan.federation)
    with django_assert_num_queries(6):
        client.get(ADDRESS)
