from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import Client
from pytest_django import Settings


@pytest.mark.django_db
def test_is_ok_when_the_database_answers(client: Client) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})


@pytest.mark.django_db
def test_is_never_kept_by_a_cache(client: Client) -> None:
    assert "no-store" in client.get("/healthz")["Cache-Control"]


@pytest.mark.django_db
def test_answers_by_http_under_any_name_where_people_need_https(settings: Settings) -> None:
    settings.SECURE_SSL_REDIRECT = True
    client = Client(headers={"host": "10.0.0.7"})
    assert (client.get("/healthz").status_code, Client().get("/").status_code) == (200, 301)


@pytest.fixture
def no_database(transactional_db: None) -> Iterator[None]:
    """The connection points at a socket where nobody listens."""
    host = connection.settings_dict["HOST"]
    connection.close()
    connection.settings_dict["HOST"] = "/nowhere"
    yield
    connection.close()
    connection.settings_dict["HOST"] = host


def test_is_unavailable_when_the_database_is_silent(client: Client, no_database: None) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.json()) == (503, {"status": "unavailable"})


@pytest.mark.django_db
def test_only_reads(client: Client) -> None:
    assert client.post("/healthz").status_code == 405


def test_is_unavailable_also_to_a_browser_with_a_session(client: Client, no_database: None) -> None:
    client.cookies["sessionid"] = "somebody"
    assert client.get("/healthz").status_code == 503


@pytest.mark.django_db
def test_answers_whatever_name_the_machine_is_called_by(client: Client) -> None:
    assert client.get("/healthz", headers={"host": "10.0.0.7"}).status_code == 200
