"""Inviting somebody, again, and taking the invitation back."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from finsam.federations.models import Federation
from finsam.members.appointing import lock
from finsam.members.greeting import write_to
from finsam.members.models import BoardSeat, Invitation, User
from finsam.members.targets import Target, target_of

LETTER = "invitation"
VALID_FOR = timedelta(days=14)
HAS_A_VOTE = "sitter redan på en ordinarie plats då. En person kan bara ha en röst."
ACCOUNT_IS_CLOSED = "Kontot är avstängt. Administratören kan öppna det igen."


class NotInvited(Exception):
    """The person is not invited: which of the form's fields is why, and why, in words."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(reason)
        self.field, self.reason = field, reason


@transaction.atomic
def invite(
    *, federation: Federation, name: str, email: str, target: Target, by: User, site: str
) -> Invitation:
    """Invite somebody, with a letter that is sent when this is committed.

    The account is there from now on, without rights. `site` is the product's address without its
    last slash. Raises NotInvited where the person is that already, or is invited to it.
    """
    lock(federation)
    user = account(name, email)
    _refuse(federation, user, target)
    now = timezone.now()
    invitation = Invitation.objects.create(
        federation=federation,
        user=user,
        role=target.role,
        member=target.member,
        seat=target.seat,
        term=target.term,
        invited_by=str(by)[:160],
        sent_at=now,
        expires_at=now + VALID_FOR,
    )
    _send(invitation, site)
    return invitation


@transaction.atomic
def invite_again(*, invitation: Invitation, by: User, site: str) -> bool:
    """A new letter and fourteen new days; false where it has been answered or taken back."""
    waiting = _waiting(invitation)
    if waiting is None:
        return False
    waiting.sent_at = timezone.now()
    waiting.expires_at = waiting.sent_at + VALID_FOR
    waiting.invited_by = str(by)[:160]
    waiting.save(update_fields=["sent_at", "expires_at", "invited_by"])
    _send(waiting, site)
    return True


@transaction.atomic
def revoke(*, invitation: Invitation) -> bool:
    """Take an invitation back; false where it has been answered or taken back already."""
    waiting = _waiting(invitation)
    if waiting is None:
        return False
    waiting.revoked_at = timezone.now()
    waiting.save(update_fields=["revoked_at"])
    return True


def account(name: str, email: str) -> User:
    """The account of a person at an address, made where there is none.

    Several people may share an address: another name there is another person.
    """
    same = User.objects.filter(email__iexact=email, name__iexact=name)
    try:
        with transaction.atomic():
            return same.first() or User.objects.create_user(email, name=name)
    except IntegrityError:
        # Another federation has just invited the same person.
        return same.get()


def _waiting(invitation: Invitation) -> Invitation | None:
    # Whoever answers it at the same time waits here, or is waited for.
    rows = Invitation.objects.open().select_for_update(of=["self"]).with_targets()
    return rows.filter(pk=invitation.pk).first()


def _refuse(federation: Federation, user: User, target: Target) -> None:
    if not user.is_active:
        raise NotInvited("email", ACCOUNT_IS_CLOSED)
    if _has(federation, user, target):
        raise NotInvited("target", f"{user} är redan med {target.as_words}.")
    if target.seat is not None and _has_a_vote(federation, user, target.seat):
        raise NotInvited("target", f"{user} {HAS_A_VOTE}")
    waiting = federation.invitations.open().filter(
        role=target.role, member=target.member, seat=target.seat, term=target.term
    )
    if target.role:
        waiting = waiting.filter(user=user)
    first = waiting.select_related("user").first()
    if first is not None:
        raise NotInvited(
            "target",
            f"{first.user} är redan inbjuden att vara med {target.as_words}. "
            "Skicka den inbjudan igen, eller återkalla den först.",
        )


def _has(federation: Federation, user: User, target: Target) -> bool:
    roles = user.roles.filter(federation=federation, kind=target.role, member=target.member)
    return bool(target.role) and roles.exists()


def _has_a_vote(federation: Federation, user: User, seat: BoardSeat) -> bool:
    """Whether the person has, or is invited to, another regular seat at the same time."""
    if seat.kind != BoardSeat.Kind.REGULAR:
        return False
    invited = federation.invitations.open().filter(user=user).values("seat")
    others = BoardSeat.objects.filter(
        Q(user=user) | Q(pk__in=invited),
        member__federation=federation,
        kind=BoardSeat.Kind.REGULAR,
    ).exclude(pk=seat.pk)
    if seat.starts_on:
        others = others.filter(Q(ends_on=None) | Q(ends_on__gte=seat.starts_on))
    if seat.ends_on:
        others = others.filter(Q(starts_on=None) | Q(starts_on__lte=seat.ends_on))
    day = max(filter(None, [seat.starts_on, timezone.localdate()]))
    return others.filter(Q(member__left_on=None) | Q(member__left_on__gte=day)).exists()


def _send(invitation: Invitation, site: str) -> None:
    write_to(
        invitation.user,
        LETTER,
        subject=f"Inbjudan till {invitation.federation.name}",
        federation=invitation.federation,
        invitation=invitation,
        as_words=target_of(invitation).as_words,
        until=timezone.localdate(invitation.expires_at),
        url=site + reverse("invitation", args=[invitation.key]),
    )
