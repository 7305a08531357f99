"""Answering an invitation: what it is to becomes the person's."""

from datetime import date
from enum import Enum

from django.db import transaction
from django.utils import timezone

from finsam.members.appointing import lock
from finsam.members.models import Auditor, BoardSeat, Invitation, Role, User
from finsam.members.targets import Target, target_of


class State(Enum):
    """What has become of an invitation."""

    OPEN = "open"
    EXPIRED = "expired"
    ACCEPTED = "accepted"
    REVOKED = "revoked"
    OVER = "over"
    """What it was to has ended, or somebody else has it."""


def state_of(invitation: Invitation) -> State:
    """What has become of it by now. No query where it was read with its targets."""
    if invitation.accepted_at:
        return State.ACCEPTED
    if invitation.revoked_at:
        return State.REVOKED
    if _is_over(target_of(invitation), invitation.user_id, timezone.localdate()):
        return State.OVER
    return State.EXPIRED if invitation.expires_at <= timezone.now() else State.OPEN


@transaction.atomic
def accept(*, invitation: Invitation) -> State:
    """Give the invited person what the invitation is to, once, and say what had become of it.

    Nothing is given unless it was OPEN; ACCEPTED means that it had been given before.
    """
    # An answer, another answer, a change of mind and a change of the seat come one after the other.
    lock(invitation.federation)
    rows = Invitation.objects.select_for_update(of=["self"]).with_targets()
    found = rows.get(pk=invitation.pk)
    state = state_of(found)
    if state is State.OPEN and not _give(target_of(found), found):
        return State.OVER
    if state is State.OPEN:
        found.accepted_at = timezone.now()
        found.save(update_fields=["accepted_at"])
    return state


def waiting_for(user: User) -> list[Invitation]:
    """The invitations that the person can answer now, newest first. One query."""
    rows = Invitation.objects.open().with_targets().filter(user=user)
    return [each for each in rows if state_of(each) is State.OPEN]


def _give(target: Target, invitation: Invitation) -> bool:
    held = target.seat or target.term
    if held is not None:
        return _tie(held, invitation.user)
    Role.objects.get_or_create(
        user=invitation.user,
        federation=invitation.federation,
        kind=target.role,
        member=target.member,
    )
    return True


def _tie(held: BoardSeat | Auditor, user: User) -> bool:
    """Give a seat or a term its account; false where somebody else has been given it."""
    # Whoever is given the same seat at the same time waits here.
    row = type(held)._default_manager.select_for_update(of=["self"]).get(pk=held.pk)
    if row.user_id not in (None, user.pk):
        return False
    row.user = user
    row.holder = row.holder or user.name
    row.save(update_fields=["user", "holder"])
    return True


def _is_over(target: Target, user: int, day: date) -> bool:
    held = target.seat or target.term
    taken = held is not None and held.user_id not in (None, user)
    return taken or (target.ends_on is not None and target.ends_on < day)
