"""A script that asks for file after file is stopped; a person is not."""

import pytest
from django.test import Client

from plans.views import pace
from tests import factories
from tests.plans.views.html import text

pytestmark = pytest.mark.django_db

ADDRESS = "/fjallbygden/2025/excel/"


@pytest.fixture(autouse=True)
def one_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock stands: no test goes over the turn of a minute."""
    monkeypatch.setattr(pace, "time", lambda: 1_700_000_000.0)


def test_the_twenty_first_file_of_a_minute_waits(client: Client) -> None:
    plan = factories.draft_plan()
    factories.signed_in(client, "chief", plan.federation)
    found = [client.get(ADDRESS) for _ in range(pace.A_MINUTE + 1)]
    assert [response.status_code for response in found] == [200] * pace.A_MINUTE + [429]
    assert found[-1]["Retry-After"] == "60"
    assert "Vänta en minut och hämta filen igen." in text(found[-1])
    # The other kinds are counted with it, and another person by themselves.
    assert client.get("/fjallbygden/2025/pdf/").status_code == 429
    other = factories.signed_in(Client(), "staff", plan.federation)
    assert other.get(ADDRESS).status_code == 200


def test_the_next_minute_is_a_new_one(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = factories.draft_plan()
    factories.signed_in(client, "chief", plan.federation)
    for _ in range(pace.A_MINUTE + 1):
        pace.asked(1)
    assert pace.asked(1) > pace.A_MINUTE
    monkeypatch.setattr(pace, "time", lambda: 1_700_000_060.0)
    assert pace.asked(1) == 1
