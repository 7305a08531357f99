import pytest
from django.core.checks import run_checks
from pytest_django import Settings

from finsam.checks import server_owns_nothing

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
