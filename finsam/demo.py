"""Demo mode: example plans and sign-in by one click, for trying out on one's own machine."""

from collections.abc import Collection
from typing import NoReturn

from finsam.environment import BadEnvironment


def refuse_in_public(hosts: Collection[str]) -> NoReturn:
    """Raises BadEnvironment: in demo mode whoever reaches these hosts could sign in."""
    raise BadEnvironment(
        f"ALLOWED_HOSTS names {', '.join(hosts)}, and in demo mode everybody who comes there may "
        "sign in without a password. Set DEMO=0 and SECRET_KEY, or leave ALLOWED_HOSTS unset."
    )
