#!/usr/bin/env python3
"""Django's command line. Starts the embedded PostgreSQL when it is needed."""

import os
import sys

from django.core.management import execute_from_command_line

from finsam import postgres

# These change tables, so they run as the role that owns them; all else runs as the server does.
OWNER_COMMANDS = {"migrate", "makemigrations", "squashmigrations", "sqlmigrate", "flush", "dbshell"}


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "finsam.settings")
    if sys.argv[1:2] and sys.argv[1] in OWNER_COMMANDS:
        os.environ.setdefault("DATABASE_ROLE", "owner")
    if not os.environ.get("DATABASE_URL"):
        postgres.start()
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
