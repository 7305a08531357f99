"""Demo mode: example plans and sign-in by one click, for trying out on one's own machine."""

from collections.abc import Collection, Sequence
from typing import NoReturn

from finsam.environment import BadEnvironment

LOCAL_HOSTS = ("localhost", "127.0.0.1", "[::1]")
"""The names by which this machine, and no other, is called."""


def public_hosts(hosts: Sequence[str]) -> list[str]:
    """Those of the hosts by which another machine may come here.

    Whatever is not exactly this machine's own name is public: a wildcard, an address of the
    network, a name that only begins like ours.
    """
    return [host for host in hosts if host.lower().removesuffix(".") not in LOCAL_HOSTS]


def refuse_in_public(hosts: Collection[str]) -> NoReturn:
    """Raises BadEnvironment: in demo mode whoever reaches these hosts could sign in."""
    raise BadEnvironment(
        f"ALLOWED_HOSTS names {', '.join(hosts)}, and in demo mode everybody who comes there may "
        "sign in without a password. Set DEMO=0 and SECRET_KEY, or leave ALLOWED_HOSTS unset."
    )


def refuse_any_host(hosts: Collection[str]) -> None:
    """Raises BadEnvironment where any name is good enough: links in letters would be anybody's."""
    if "*" in hosts:
        raise BadEnvironment(
            "ALLOWED_HOSTS is *, and then anybody may choose the address that stands in our "
            "letters. Name the hosts, separated by commas."
        )
