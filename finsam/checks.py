"""System checks of the installation."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.core.checks import Warning as CheckWarning
from django.db import DatabaseError, connection

from finsam.environment import Mail

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


@register()
def mail_is_sent(app_configs: Sequence[AppConfig] | None, **options: object) -> list[CheckMessage]:
    """Warns where codes and invitations are not sent, or are sent in nobody's name."""
    if settings.DEMO:
        return []
    if settings.MAIL.way == "console":
        return [
            CheckWarning(
                "No mail is sent: nobody can be invited or sign in by a code.",
                hint="Set EMAIL_URL: see docs/operations.md.",
                id="finsam.W002",
            )
        ]
    if Mail.sender != settings.DEFAULT_FROM_EMAIL:
        return []
    return [
        CheckWarning(
            f"Mail is sent from {Mail.sender}, which other servers refuse.",
            hint="Say who sends it in EMAIL_URL: ?from=plan@example.se",
            id="finsam.W003",
        )
    ]


@register()
def swedish_time_is_known(
    app_configs: Sequence[AppConfig] | None, **options: object
) -> list[CheckMessage]:
    """An error where the machine does not know when it is day in Sweden."""
    if is_known_zone(settings.TIME_ZONE):
        return []
    return [
        Error(
            f"The time zone {settings.TIME_ZONE} is unknown to this machine.",
            hint="Install the system's package tzdata.",
            id="finsam.E001",
        )
    ]


def is_known_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except ZoneInfoNotFoundError:
        return False
    return True


def owned_tables() -> int:
    """How many tables the current role may alter or drop; 0 where the database is silent."""
    try:
        with connection.cursor() as cursor:
            cursor.execute(OWNED_TABLES)
            return int(cursor.fetchone()[0])
    except DatabaseError:
        return 0
