"""The environment, read strictly: a value that cannot be understood stops the start."""

import os
from collections.abc import Mapping
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


EMAIL_SCHEMES: Mapping[str, tuple[int, bool, bool]] = {
    "smtp": (25, False, False),
    "smtp+tls": (587, True, False),
    "smtps": (465, False, True),
}


def email(name: str, default: str) -> dict[str, object]:
    """Django's e-mail settings from `smtp[+tls]://user:password@host:port?from=…` or `console:`."""
    url = urlsplit(text(name, default))
    if url.scheme == "console":
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    if url.scheme not in EMAIL_SCHEMES or not url.hostname:
        raise BadEnvironment(f"{name} must be console: or {'|'.join(EMAIL_SCHEMES)}://host….")
    port, starttls, tls = EMAIL_SCHEMES[url.scheme]
    settings: dict[str, object] = {
        "EMAIL_HOST": url.hostname,
        "EMAIL_PORT": url.port or port,
        "EMAIL_HOST_USER": unquote(url.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(url.password or ""),
        "EMAIL_USE_TLS": starttls,
        "EMAIL_USE_SSL": tls,
    }
    sender = dict(parse_qsl(url.query)).get("from")
    return settings | ({"DEFAULT_FROM_EMAIL": sender} if sender else {})
