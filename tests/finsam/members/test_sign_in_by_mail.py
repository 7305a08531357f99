"""From the page to the mail server and back: the code comes by a real letter."""

import re
import time
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from pytest_django.fixtures import Settings

from finsam.letters.models import Letter
from finsam.members.models import User
from tests.finsam.letters.workers import PATIENCE, Worker
from tests.finsam.members.signing_in import CODE, SIGN_IN, ask, who
from tests.mailserver import MailServer, mail_server

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def server(settings: Settings) -> Iterator[MailServer]:
    """A mail server, and a queue and counters that are empty afterwards."""
    settings.DEMO, settings.IS_MAIL_CONFIGURED = False, True
    with mail_server() as server:
        yield server
    cache.clear()
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_workers CASCADE")


def letter_to(server: MailServer, email: str) -> str:
    """The only letter to the address, once it has come."""
    deadline = time.monotonic() + PATIENCE
    while True:
        found = [message for message in server.messages if message["To"] == email]
        if found:
            assert len(found) == 1
            return "\n".join(found[0].get_content().splitlines())
        assert time.monotonic() < deadline, "no letter has come"
        time.sleep(0.05)


def test_one_signs_in_by_the_code_that_came_by_mail(client: Client, server: MailServer) -> None:
    User.objects.create_user("anna@berg.se", name="Anna")
    with Worker(server.url):
        ask(client, " Anna@Berg.se")
        ask(Client(), "nobody@berg.se")
        letter = letter_to(server, "anna@berg.se")
        assert "inget konto" in letter_to(server, "nobody@berg.se")
    code = re.search(r"^(\d{4}) (\d{4})$", letter, re.M)
    assert code, letter
    wrong = "0000 0000" if code[0] != "0000 0000" else "1111 1111"
    assert client.post(CODE, {"code": wrong}).status_code == 422
    assert client.post(CODE, {"code": code[0]})["Location"] == "/"
    assert who(client) == "anna@berg.se"
    # It was of use once, and nobody keeps it.
    client.post("/logga-ut/")
    assert client.post(CODE, {"code": code[0]})["Location"] == SIGN_IN
    assert "_auth_user_id" not in client.session
    assert [one.body for one in Letter.objects.all()] == ["", ""]
