"""The environment, read strictly: a value that cannot be understood stops the start."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urlsplit


class BadEnvironment(Exception):
    """An environment variable is missing or says something that nobody can mean."""


def text(name: str, default: str | None = None) -> str:
    """The variable's value; without one the default, and without a default an error."""
    value = os.environ.get(name, "").strip() or default
    if value is None:
        raise BadEnvironment(f"{name} must be set.")
    return value


def flag(name: str, default: bool) -> bool:
    """1 or 0; an empty or missing variable is the default."""
    value = text(name, "1" if default else "0")
    if value not in ("0", "1"):
        raise BadEnvironment(f"{name} must be 0 or 1, not {value!r}.")
    return value == "1"


def choice(name: str, choices: tuple[str, ...], default: str) -> str:
    """One of the choices."""
    value = text(name, default)
    if value not in choices:
        raise BadEnvironment(f"{name} must be one of {', '.join(choices)}, not {value!r}.")
    return value


def names(name: str, default: list[str] | None = None) -> list[str]:
    """A comma-separated list without empty parts."""
    parts = [part.strip() for part in text(name, ",".join(default) if default else None).split(",")]
    if not all(parts):
        raise BadEnvironment(f"{name} must be names separated by commas.")
    return parts


@dataclass(frozen=True, kw_only=True)
class Mail:
    """How mail is sent: `way` is Django's name of it, console or smtp."""

    way: str
    host: str = "localhost"
    port: int = 25
    user: str = ""
    password: str = ""
    starttls: bool = False
    tls: bool = False
    sender: str = "webmaster@localhost"


EMAIL_SCHEMES: Mapping[str, tuple[int, bool, bool]] = {
    "smtp": (25, False, False),
    "smtp+tls": (587, True, False),
    "smtps": (465, False, True),
}


def mail(name: str, default: str) -> Mail:
    """Read from `smtp[+tls]://user:password@host:port?from=…`, `smtps://…` or `console:`."""
    url = urlsplit(text(name, default))
    sender = dict(parse_qsl(url.query)).get("from", Mail.sender)
    if url.scheme == "console":
        return Mail(way="console", sender=sender)
    if url.scheme not in EMAIL_SCHEMES or not url.hostname:
        raise BadEnvironment(f"{name} must be console: or {'|'.join(EMAIL_SCHEMES)}://host….")
    port, starttls, tls = EMAIL_SCHEMES[url.scheme]
    return Mail(
        way="smtp",
        host=url.hostname,
        port=url.port or port,
        user=unquote(url.username or ""),
        password=unquote(url.password or ""),
        starttls=starttls,
        tls=tls,
        sender=sender,
    )
