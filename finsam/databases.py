"""Which database the product talks to, and as whom."""

import os
from typing import Any

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

from finsam import postgres
from finsam.environment import BadEnvironment

EMBEDDED_ROLES = {"app": "finsam_app", "owner": "finsam_owner"}


def configuration(role: str) -> dict[str, Any]:
    """Django's description of the database for the role `app` (the server) or `owner`."""
    settings = connection_of(role)
    described = {
        key.upper(): str(settings.pop(given, ""))
        for key, given in (
            ("name", "dbname"),
            ("user", "user"),
            ("password", "password"),
            ("host", "host"),
            ("port", "port"),
        )
    }
    return {
        "ENGINE": "django.db.backends.postgresql",
        **described,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": 5, **settings},
    }


def connection_of(role: str) -> dict[str, Any]:
    """The parts of the address: DATABASE_URL, DATABASE_OWNER_URL for the owner, or embedded."""
    names = ["DATABASE_OWNER_URL", "DATABASE_URL"] if role == "owner" else ["DATABASE_URL"]
    name = next((name for name in names if os.environ.get(name)), None)
    if name is None:
        return embedded(role)
    try:
        return dict(conninfo_to_dict(os.environ[name]))
    except ProgrammingError:
        raise BadEnvironment(
            f"{name} must look like postgresql://user:password@host:5432/database."
        ) from None


def embedded(role: str) -> dict[str, Any]:
    return dict(conninfo_to_dict(postgres.MAIN.url(EMBEDDED_ROLES[role])))
