import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from tests.plans.views.html import text

pytestmark = pytest.mark.django_db

ADDRESS = "/galleri/"


def test_the_demo_shows_every_component_to_anyone_without_asking_the_database(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        page = client.get(ADDRESS)
    assert page.status_code == 200
    assert text(page).startswith("Komponenter och tillstånd")


def test_in_real_use_there_is_none(client: Client, settings: Settings) -> None:
    settings.DEMO = False
    assert client.get(ADDRESS).status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_the_page_is_for_reading(client: Client, method: str) -> None:
    assert getattr(client, method)(ADDRESS).status_code == 405
