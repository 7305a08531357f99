"""A new federation: it, its members and its first chief, at once or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import IntegrityError, transaction

from finsam.federations.models import Federation
from finsam.members.models import Member, Role, User


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMember:
    """A member organisation as it is first told: its name and its kind."""

    name: str
    kind: str


class AddressTaken(Exception):
    """Another federation has the address."""


def found_federation(
    *, federation: Federation, members: Sequence[NewMember], chief: User
) -> Federation:
    """Save a federation that a form has found right, with its members in order and its chief.

    Raises AddressTaken where somebody else was first, and leaves nothing behind.
    """
    with transaction.atomic():
        # Others who want the same address wait here, and find it taken.
        if not _is_inserted(federation):
            raise AddressTaken
        _fill(federation, members, chief)
    return federation


def _is_inserted(federation: Federation) -> bool:
    try:
        with transaction.atomic():
            federation.save(force_insert=True)
    except IntegrityError:
        return False
    return True


def _fill(federation: Federation, members: Sequence[NewMember], chief: User) -> None:
    Member.objects.bulk_create(
        Member(federation=federation, name=member.name, kind=member.kind, position=position)
        for position, member in enumerate(members)
    )
    Role.objects.create(user=chief, federation=federation, kind=Role.Kind.CHIEF)
