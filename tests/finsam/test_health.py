import pytest
from django.test import Client


@pytest.mark.django_db
def test_is_ok_when_the_database_answers(client: Client) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})
