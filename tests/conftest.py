"""What every test stands on: the tests' own PostgreSQL and settings that read no environment."""

import os
from collections.abc import Iterator
from typing import cast

import psycopg
import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from pytest_django.plugin import DjangoDbBlocker

from finsam import postgres
from tests import databases

for name in ("ALLOWED_HOSTS", "EMAIL_URL", "DATABASE_OWNER_URL", "PORT"):
    os.environ.pop(name, None)
# Held until this process ends: `make test` stops the server behind nobody's back.
in_use = postgres.TEST.in_use()
in_use.__enter__()
postgres.TEST.start()
os.environ["DATABASE_URL"] = postgres.TEST.url("finsam_owner")
os.environ["DATABASE_ROLE"] = "owner"
os.environ["DEMO"] = "1"
os.environ["SECRET_KEY"] = "known to the tests only"
os.environ["DJANGO_SETTINGS_MODULE"] = "finsam.settings"
# Workers of one run share its number; other runs in the checkout have databases of their own.
os.environ.setdefault("FINSAM_TEST_RUN", str(os.getpid()))

# A busy machine is slow, and that is no fault of the code.
hypothesis_settings.register_profile(
    "finsam", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
hypothesis_settings.load_profile("finsam")


def pytest_configure() -> None:
    from django.conf import settings

    test = cast(dict[str, str], settings.DATABASES["default"].setdefault("TEST", {}))
    test["NAME"] = databases.name()
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    settings.WHITENOISE_AUTOREFRESH = settings.WHITENOISE_USE_FINDERS = True


def pytest_sessionstart(session: pytest.Session) -> None:
    if not hasattr(session.config, "workerinput"):
        databases.drop_orphans(postgres.TEST)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """The database as the migrations make it, but that the owner may empty what is kept.

    Tests that commit are followed by an emptying of all tables.
    """
    from django.db import connection

    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgrelid::regclass, tgname FROM pg_trigger WHERE tgname LIKE '%_is_not_emptied'"
        )
        for table, trigger in cursor.fetchall():
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER {trigger}")


@pytest.fixture
def app_connection(django_db_setup: None) -> Iterator[psycopg.Connection]:
    """A connection to the test database as the server's role, which owns nothing."""
    from django.conf import settings

    database = str(settings.DATABASES["default"]["NAME"])
    with psycopg.connect(postgres.TEST.url("finsam_app"), dbname=database) as connection:
        yield connection
        connection.rollback()
