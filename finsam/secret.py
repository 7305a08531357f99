"""The secret that signs sessions and codes. Demo mode makes its own, kept in var/."""

import secrets
from pathlib import Path

from finsam.environment import BadEnvironment

LEAST_LENGTH = 50
LEAST_DIFFERENT = 5
MAKE_ONE = (
    "Make one with `python3 -c 'import secrets; print(secrets.token_urlsafe(48))'` "
    "and keep it the same."
)


def kept_in(folder: Path) -> str:
    """The secret of the checkout, the same for every process also when several start at once."""
    path = folder / "secret"
    if not path.exists():
        write(path)
    return path.read_text()


def refuse_weak(given: str, folder: Path) -> None:
    """Raises BadEnvironment for a secret that is short, plain, Django's example or demo mode's.

    Demo's own stands in `folder`: whoever has tried the product there has had it.
    """
    if len(given) < LEAST_LENGTH or len(set(given)) < LEAST_DIFFERENT:
        raise BadEnvironment(f"SECRET_KEY must have {LEAST_LENGTH} characters or more. {MAKE_ONE}")
    if given.startswith("django-insecure-"):
        raise BadEnvironment(f"SECRET_KEY is one of Django's examples. {MAKE_ONE}")
    path = folder / "secret"
    if path.exists() and given == path.read_text().strip():
        raise BadEnvironment(f"SECRET_KEY is the one that demo mode made. {MAKE_ONE}")


def write(path: Path) -> None:
    path.parent.mkdir(exist_ok=True)
    fresh = path.with_name(f"secret.{secrets.token_hex(8)}")
    fresh.touch(mode=0o600)
    fresh.write_text(secrets.token_urlsafe(48))
    try:
        # A link is all or nothing, and the first one wins.
        path.hardlink_to(fresh)
    except FileExistsError:
        pass
    finally:
        fresh.unlink()
