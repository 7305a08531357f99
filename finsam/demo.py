"""Demo mode: example plans and sign-in by one click, for trying out on one's own machine."""

import os
from collections.abc import Collection
from typing import NoReturn

from finsam import environment
from finsam.environment import BadEnvironment


def is_on() -> bool:
    """DEMO, 1 where nothing is said. Raises BadEnvironment where DATABASE_URL needs it said."""
    if os.environ.get("DATABASE_URL") and not os.environ.get("DEMO", "").strip():
        raise BadEnvironment(
            "DEMO must be set where DATABASE_URL is: DEMO=0 for real use, or DEMO=1 to add the "
            "example plans to that database and let everybody sign in without a password."
        )
    return environment.flag("DEMO", default=True)


def refuse_in_public(hosts: Collection[str]) -> NoReturn:
    """Raises BadEnvironment: in demo mode whoever reaches these hosts could sign in."""
    raise BadEnvironment(
        f"ALLOWED_HOSTS names {', '.join(hosts)}, and in demo mode everybody who comes there may "
        "sign in without a password. Set DEMO=0 and SECRET_KEY, or leave ALLOWED_HOSTS unset."
    )
