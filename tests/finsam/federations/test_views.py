"""A federation's colours as a style sheet."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from finsam.federations.colour import accent_palette, accent_stylesheet, contrast
from finsam.federations.models import Federation
from tests import factories

pytestmark = pytest.mark.django_db

ADDRESS = "/fjallbygden/farg.css"


def test_the_sheet_has_the_palette_of_the_accent(client: Client) -> None:
    factories.federation(accent="#6d2e46")
    response = client.get(ADDRESS)
    assert (response.status_code, response["Content-Type"]) == (200, "text/css; charset=utf-8")
    assert response.content.decode() == f":root{{{accent_palette('#6d2e46').declarations()}}}\n"


def test_anyone_may_keep_it(client: Client) -> None:
    factories.federation()
    response = client.get(ADDRESS)
    assert response["Cache-Control"] == "public, max-age=31536000"


def test_a_federation_that_is_not_there_has_none(client: Client) -> None:
    assert client.get(ADDRESS).status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_the_sheet_is_for_reading(client: Client, method: str) -> None:
    factories.federation()
    assert getattr(client, method)(ADDRESS).status_code == 405


def test_one_query_reads_the_accent_and_no_logo(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    factories.federation()
    with django_assert_num_queries(1) as queries:
        client.get(ADDRESS)
    assert "logo" not in queries[0]["sql"]


def sheet_of_page(client: Client) -> tuple[str, str]:
    """The address of the accent's sheet on the federation's page, and the sheet."""
    page = client.get("/fjallbygden/").content.decode()
    [address] = re.findall(r'<link rel="stylesheet" href="(/fjallbygden/[^"]*)"', page)
    return address, client.get(address).content.decode()


def test_a_federation_made_a_minute_ago_has_its_colour_on_its_pages(client: Client) -> None:
    federation = factories.federation(accent="#2c5a3c")
    address, sheet = sheet_of_page(factories.signed_in(client, "chief", federation))
    assert (address, sheet) == ("/fjallbygden/farg.css?2c5a3c", accent_stylesheet("#2c5a3c"))


def test_a_changed_colour_has_a_new_address(client: Client) -> None:
    federation = factories.federation(accent="#2c5a3c")
    factories.signed_in(client, "chief", federation)
    before, _ = sheet_of_page(client)
    Federation.objects.update(accent="#6d2e46")
    after, sheet = sheet_of_page(client)
    assert (before, after) == ("/fjallbygden/farg.css?2c5a3c", "/fjallbygden/farg.css?6d2e46")
    assert sheet == accent_stylesheet("#6d2e46")


def test_too_light_a_colour_is_on_screen_as_one_that_white_text_shows_on(client: Client) -> None:
    federation = factories.federation(accent="#ffe000")
    _, sheet = sheet_of_page(factories.signed_in(client, "chief", federation))
    [accent] = re.findall(r"--accent:(#[0-9a-f]{6});", sheet)
    assert contrast("#ffffff", accent) >= 4.5
