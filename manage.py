#!/usr/bin/env python3
"""Django's command line. Starts the embedded PostgreSQL when it is needed."""

import os
import sys
from pathlib import Path

from finsam import postgres
from finsam.environment import BadEnvironment

VENV = Path(__file__).resolve().parent / ".venv"
# These change tables, so they run as the role that owns them; all else runs as the server does.
OWNER_COMMANDS = {
    "createcachetable",
    "migrate",
    "makemigrations",
    "squashmigrations",
    "sqlmigrate",
    "flush",
    "dbshell",
}


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "finsam.settings")
    if sys.argv[1:2] and sys.argv[1] in OWNER_COMMANDS:
        os.environ.setdefault("DATABASE_ROLE", "owner")
    # What a command changes has its name in the traces.
    os.environ.setdefault("PGAPPNAME", " ".join(["manage.py", *sys.argv[1:2]]))
    if not os.environ.get("DATABASE_URL"):
        start_database()
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
    except BadEnvironment as bad:
        sys.exit(str(bad))


def start_database() -> None:
    try:
        postgres.start()
    except postgres.Refusal as refusal:
        sys.exit(str(refusal))


def enter_environment() -> None:
    """Go on with the checkout's own Python, also where somebody typed `python3 manage.py`."""
    python = VENV / "bin" / "python"
    if Path(sys.prefix).resolve() != VENV.resolve() and python.exists():
        os.execv(python, [str(python), *sys.argv])  # noqa: S606


if __name__ == "__main__":
    enter_environment()
    main()
