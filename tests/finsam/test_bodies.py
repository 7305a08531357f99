"""What is too large is said to be, in our look, before any of it is kept."""

from io import BytesIO

import pytest
from django.test import Client

from finsam import bodies
from tests import factories
from tests.plans.views.html import body

pytestmark = pytest.mark.django_db

SIGN_IN = "/logga-in/"


def post(client: Client, address: str, size: int) -> tuple[int, str]:
    response = client.generic("POST", address, b"x" * size, "application/octet-stream")
    return response.status_code, body(response)


def test_a_body_of_40_mb_is_refused_with_what_to_do(client: Client) -> None:
    plan = factories.draft_plan()
    factories.signed_in(client, "chief", plan.federation)
    status, said = post(client, "/fjallbygden/2025/bilder/", 40_000_000)
    assert (status, "Det du skickade är för stort." in said) == (413, True)
    assert plan.pictures.count() == 1


def test_the_doors_that_are_open_to_all_take_little(client: Client) -> None:
    assert post(client, SIGN_IN, bodies.MOST_AT_THE_DOOR + 1)[0] == 413
    assert post(client, SIGN_IN, bodies.MOST_AT_THE_DOOR)[0] != 413


def test_what_is_said_of_its_length_is_what_is_read() -> None:
    request = Client().request(CONTENT_LENGTH="", **{"wsgi.input": BytesIO(b"x")})
    assert request.status_code != 413
    for told in ("", "-1", "many", "٣"):
        assert bodies.announced(Client().get("/healthz", CONTENT_LENGTH=told).wsgi_request) == 0


def test_a_form_of_too_many_fields_is_no_traceback(client: Client) -> None:
    client.raise_request_exception = False
    fields = "&".join(f"f{number}=1" for number in range(3000))
    response = client.post(SIGN_IN, fields, content_type="application/x-www-form-urlencoded")
    assert response.status_code == 400
    assert "gick inte att läsa" in body(response)
