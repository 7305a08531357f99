import pytest
from django.core.checks import CheckMessage, run_checks
from pytest_django import Settings

from finsam.checks import (
    is_known_zone,
    mail_is_sent,
    server_owns_nothing,
    swedish_time_is_known,
)
from finsam.environment import Mail

pytestmark = pytest.mark.django_db


def test_a_server_that_owns_the_tables_is_warned_about(settings: Settings) -> None:
    settings.DATABASE_ROLE = "app"
    assert [message.id for message in server_owns_nothing(None)] == ["finsam.W001"]


def test_whoever_migrates_is_meant_to_own_them(settings: Settings) -> None:
    settings.DATABASE_ROLE = "owner"
    assert server_owns_nothing(None) == []


def test_the_check_is_one_of_djangos(settings: Settings) -> None:
    settings.DATABASE_ROLE = "app"
    assert "finsam.W001" in [message.id for message in run_checks()]


def ids(messages: list[CheckMessage]) -> list[str | None]:
    return [message.id for message in messages]


def test_a_real_server_without_mail_is_warned_about(settings: Settings) -> None:
    settings.DEMO = False
    assert ids(mail_is_sent(None)) == ["finsam.W002"]


def test_mail_from_nobody_is_warned_about(settings: Settings) -> None:
    settings.DEMO, settings.MAIL = False, Mail(way="smtp")
    settings.DEFAULT_FROM_EMAIL = Mail.sender
    assert ids(mail_is_sent(None)) == ["finsam.W003"]
    settings.DEFAULT_FROM_EMAIL = "plan@example.se"
    assert mail_is_sent(None) == []


def test_demo_mode_needs_no_mail() -> None:
    assert mail_is_sent(None) == []


def test_a_machine_that_does_not_know_swedish_time_is_told_so() -> None:
    assert swedish_time_is_known(None) == []
    assert [is_known_zone(name) for name in ("Europe/Stockholm", "Europe/Nowhere")] == [True, False]
