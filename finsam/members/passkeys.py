"""A person's passkeys: a way in instead of a code, made and kept by the person's own device."""

from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal import flows
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest

from finsam.members.models import User


@dataclass(frozen=True, slots=True, kw_only=True)
class Passkey:
    """A passkey as its owner sees it."""

    id: int
    name: str
    created_at: datetime
    last_used_at: datetime | None


def of(user: User) -> list[Passkey]:
    """The person's passkeys, the oldest first. One query."""
    return [_passkey(each) for each in _rows(user).order_by("created_at", "pk")]


def one(user: User, passkey_id: int) -> Passkey:
    """One of the person's passkeys. Authenticator.DoesNotExist if it isn't theirs."""
    return _passkey(_rows(user).get(pk=passkey_id))


@transaction.atomic
def add(request: HttpRequest, *, name: str, credential: dict[str, object]) -> None:
    """Keep a new passkey of whoever is signed in, who is told by letter."""
    flows.add_authenticator(request, name=name, credential=credential)


def rename(user: User, passkey_id: int, *, name: str) -> None:
    """Call a passkey something else. Authenticator.DoesNotExist if it isn't theirs."""
    row = _rows(user).get(pk=passkey_id)
    row.data["name"] = name
    row.save(update_fields=["data"])


@transaction.atomic
def remove(request: HttpRequest, user: User, passkey_id: int) -> None:
    """Let a passkey open nothing any more. Authenticator.DoesNotExist if it isn't theirs."""
    flows.remove_authenticator(request, _rows(user).get(pk=passkey_id))


def _rows(user: User) -> "QuerySet[Authenticator]":
    rows: QuerySet[Authenticator] = Authenticator.objects.filter(
        user=user, type=Authenticator.Type.WEBAUTHN
    )
    return rows


def _passkey(row: Authenticator) -> Passkey:
    return Passkey(
        id=row.pk,
        name=row.data["name"],
        created_at=row.created_at,
        last_used_at=row.last_used_at,
    )
