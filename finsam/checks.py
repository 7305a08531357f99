"""System checks of the installation."""

from collections.abc import Sequence

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, register
from django.core.checks import Warning as CheckWarning
from django.db import DatabaseError, connection

OWNED_TABLES = """
    SELECT count(*) FROM pg_tables
    WHERE schemaname = current_schema() AND pg_has_role(current_user, tableowner, 'USAGE')
"""


@register()
def server_owns_nothing(
    app_configs: Sequence[AppConfig] | None, **options: object
) -> list[CheckMessage]:
    """Warns where the server's database role may also change the tables themselves."""
    if settings.DATABASE_ROLE == "owner" or not owned_tables():
        return []
    return [
        CheckWarning(
            "The server's database role owns the tables: it may alter and drop them.",
            hint="Give the server a role that owns nothing: see docs/operations.md.",
            id="finsam.W001",
        )
    ]


def owned_tables() -> int:
    """How many tables the current role may alter or drop; 0 where the database is silent."""
    try:
        with connection.cursor() as cursor:
            cursor.execute(OWNED_TABLES)
            return int(cursor.fetchone()[0])
    except DatabaseError:
        return 0
