"""One letter at a time, to a real mail server."""

import logging
from collections.abc import Iterator
from datetime import timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import pytest
from django.utils import timezone
from pytest_django.fixtures import Settings

from finsam.letters.delivering import (
    BAD_ADDRESS,
    PATIENCE,
    SECRETS_LAST,
    TOO_OLD,
    NotDelivered,
    deliver,
)
from finsam.letters.models import Letter
from finsam.letters.posting import file_of
from tests import factories
from tests.mailserver import SENDER, MailServer, mail_server

pytestmark = pytest.mark.django_db
CODE = "482 913"
SECOND = timedelta(seconds=1)


@pytest.fixture
def server(settings: Settings) -> Iterator[MailServer]:
    with mail_server() as server:
        server.use(settings)
        yield server


@pytest.fixture
def down(server: MailServer) -> Iterator[MailServer]:
    server.down()
    yield server
    server.up()


@pytest.fixture
def unconfigured(settings: Settings) -> None:
    settings.DEMO = settings.IS_MAIL_CONFIGURED = False


def letter(**fields: Any) -> Letter:
    return factories.letter(**({"body": "Hej på dig.\n"} | fields))


def secret(**fields: Any) -> Letter:
    return letter(is_secret=True, body=f"Koden är {CODE}.\n", **fields)


def aged(letter: Letter, age: timedelta) -> Letter:
    letter.made_at = timezone.now() - age
    letter.save(update_fields=["made_at"])
    return letter


def test_a_letter_arrives_word_for_word_with_its_name_and_day(server: MailServer) -> None:
    written = letter(to_name="Åsa Berg, ordförande")
    deliver(written.pk)
    [message] = server.messages
    heads = ("From", "To", "Subject", "Message-ID", "Auto-Submitted")
    assert [message[head] for head in heads] == [
        SENDER,
        '"Åsa Berg, ordförande" <asa@berg.se>',
        "Möte på Åland",
        written.message_id,
        "auto-generated",
    ]
    assert parsedate_to_datetime(message["Date"]) == written.made_at.replace(microsecond=0)
    assert message.get_content().replace("\r", "") == "Hej på dig.\n"


def test_a_file_arrives_byte_for_byte_with_its_name(server: MailServer) -> None:
    pdf = factories.pdf()
    file = file_of(name="Verksamhetsplan 2025 – Åre.pdf", media_type="application/pdf", data=pdf)
    for written in (letter(files=[file]), letter(files=[file], to_address="bo@berg.se")):
        deliver(written.pk)
    assert [message["To"] for message in server.messages] == ["asa@berg.se", "bo@berg.se"]
    for message in server.messages:
        body = message.get_body(("plain",))
        assert body is not None and "Hej på dig." in body.get_content()
        [attached] = message.iter_attachments()
        assert (attached.get_filename(), attached.get_content_type()) == (
            file.name,
            "application/pdf",
        )
        assert attached.get_content() == pdf


def test_what_is_sent_is_not_sent_again(server: MailServer) -> None:
    written = letter()
    deliver(written.pk)
    deliver(written.pk)
    written.refresh_from_db()
    assert (len(server.messages), written.attempts, written.last_error) == (1, 1, "")
    assert written.sent_at is not None


def test_a_letter_that_is_gone_is_no_trouble() -> None:
    deliver(1)


def test_a_server_that_is_down_is_tried_again_with_the_same_name(down: MailServer) -> None:
    written = letter()
    for _ in range(2):
        with pytest.raises(NotDelivered):
            deliver(written.pk)
    written.refresh_from_db()
    assert (written.attempts, written.sent_at, written.closed_at) == (2, None, None)
    assert written.last_error == "E-postservern svarade inte. ([Errno 111] Connection refused)"
    down.up()
    deliver(written.pk)
    down.down()
    written.refresh_from_db()
    assert [message["Message-ID"] for message in down.messages] == [written.message_id]
    assert (written.attempts, written.last_error) == (3, "")


def test_after_two_weeks_it_is_for_the_office_to_see_to(down: MailServer) -> None:
    written = aged(letter(), PATIENCE + SECOND)
    deliver(written.pk)
    written.refresh_from_db()
    assert (written.closed_at is not None, written.last_error[:28]) == (
        True,
        "E-postservern svarade inte. ",
    )


def test_a_recipient_that_is_refused_for_good_is_not_tried_again(server: MailServer) -> None:
    server.answers["asa@berg.se"] = "550 5.1.1 No such user"
    written = letter()
    deliver(written.pk)
    deliver(written.pk)
    written.refresh_from_db()
    assert (written.attempts, written.closed_at is not None) == (1, True)
    assert written.last_error == "E-postservern svarade: 550 5.1.1 No such user"


def test_a_recipient_that_is_refused_for_now_is_tried_again(server: MailServer) -> None:
    server.answers["asa@berg.se"] = "451 4.7.1 Greylisted"
    written = letter()
    with pytest.raises(NotDelivered, match="Greylisted"):
        deliver(written.pk)
    written.refresh_from_db()
    assert written.closed_at is None


def test_an_address_that_no_mail_can_go_to_is_closed(server: MailServer) -> None:
    written = letter(to_address="two@at@berg.se")
    deliver(written.pk)
    written.refresh_from_db()
    assert (written.last_error, written.closed_at is not None) == (BAD_ADDRESS, True)


def test_a_code_is_gone_once_it_is_sent(server: MailServer) -> None:
    written = secret()
    deliver(written.pk)
    written.refresh_from_db()
    assert (CODE in server.messages[0].get_content(), written.body) == (True, "")


def test_a_code_that_is_no_longer_valid_is_not_sent(server: MailServer) -> None:
    written = aged(secret(), SECRETS_LAST + SECOND)
    deliver(written.pk)
    written.refresh_from_db()
    assert (server.messages, written.body, written.last_error) == ([], "", TOO_OLD)
    assert written.closed_at is not None


def test_a_code_is_never_in_the_log(down: MailServer, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    written = secret()
    with pytest.raises(NotDelivered) as failed:
        deliver(written.pk)
    assert f"Letter {written.pk} is not sent" in caplog.text
    assert CODE not in caplog.text + str(failed.value)


def test_in_demo_mode_a_letter_counts_as_sent_and_leaves_nothing_behind(
    settings: Settings,
) -> None:
    settings.DEMO, settings.IS_MAIL_CONFIGURED = True, False
    written = secret()
    deliver(written.pk)
    written.refresh_from_db()
    assert (written.sent_at is not None, written.attempts) == (True, 0)
    assert CODE in written.body


def test_without_a_mail_server_letters_wait(unconfigured: None) -> None:
    written = letter()
    deliver(written.pk)
    written.refresh_from_db()
    assert (written.sent_at, written.closed_at, written.attempts) == (None, None, 0)
