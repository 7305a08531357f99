"""Everybody who has something in a federation, and what."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from finsam.federations.models import Federation
from finsam.members.answering import State, state_of
from finsam.members.models import Auditor, BoardSeat, Invitation, Role, User
from finsam.members.targets import Target, period, target_of
from finsam.swedish import alphabetical

REVOKED_IS_SHOWN = timedelta(days=30)
"""For how long an invitation that was taken back is still in the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """A role, a seat or a term that a person has; one that is not of today gives nothing.

    `take_url_name` is the address's name where it is taken away, by `pk`.
    """

    pk: int
    words: str
    as_words: str
    take_url_name: str
    period: str = ""
    is_today: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody with an account and all that it has in the federation."""

    user: User
    holdings: tuple[Holding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """An invitation that has not been accepted, and what has become of it, in words."""

    invitation: Invitation
    words: str
    state: str
    is_waiting: bool
    is_open: bool
    """It can be sent again or taken back."""


def people_of(federation: Federation) -> list[Person]:
    """Everybody with a role, a seat or a term, by name in Swedish order. Three queries."""
    day = timezone.localdate()
    holdings: dict[User, list[Holding]] = defaultdict(list)
    for role in federation.roles.select_related("user", "member"):
        holdings[role.user].append(role_holding(role, day))
    seats = BoardSeat.objects.filter(member__federation=federation, user__isnull=False)
    for seat in seats.select_related("user", "member"):
        holdings[_account(seat)].append(seat_holding(seat, day))
    for term in federation.auditors.filter(user__isnull=False).select_related("user"):
        holdings[_account(term)].append(term_holding(term, day))
    people = [Person(user=user, holdings=tuple(held)) for user, held in holdings.items()]
    return sorted(people, key=lambda person: alphabetical(str(person.user)))


def invited_to(federation: Federation) -> list[Invited]:
    """The invitations that are not accepted, newest first. One query.

    One that was taken back stays for thirty days.
    """
    rows = federation.invitations.filter(accepted_at=None).with_targets()
    since = timezone.now() - REVOKED_IS_SHOWN
    return [_invited(each) for each in rows if not each.revoked_at or each.revoked_at > since]


def role_holding(role: Role, day: date) -> Holding:
    """A role; one for a member that has left gives nothing."""
    target = Target(role=role.kind, member=role.member)
    left = role.member.left_on if role.member else None
    return Holding(
        pk=role.pk,
        words=target.words,
        as_words=target.as_words,
        take_url_name="take_role",
        period=f"medlemmen lämnade {left}" if left and left < day else "",
        is_today=left is None or left >= day,
    )


def seat_holding(seat: BoardSeat, day: date) -> Holding:
    """A seat in the board, which ends no later than its member leaves."""
    target = Target(seat=seat)
    return Holding(
        pk=seat.pk,
        words=target.words,
        as_words=target.as_words,
        take_url_name="take_seat",
        period=period(seat),
        is_today=_is_today(seat.starts_on, target.ends_on, day),
    )


def term_holding(term: Auditor, day: date) -> Holding:
    """An auditor's term."""
    target = Target(term=term)
    return Holding(
        pk=term.pk,
        words=target.words,
        as_words=target.as_words,
        take_url_name="take_term",
        period=period(term),
        is_today=_is_today(term.starts_on, term.ends_on, day),
    )


def _account(held: BoardSeat | Auditor) -> User:
    if held.user is None:
        raise ValueError(held)
    return held.user


def _is_today(starts_on: date | None, ends_on: date | None, day: date) -> bool:
    return (starts_on or day) <= day <= (ends_on or day)


def _invited(invitation: Invitation) -> Invited:
    state = state_of(invitation)
    return Invited(
        invitation=invitation,
        words=target_of(invitation).words,
        state=_state_words(invitation, state),
        is_waiting=state is State.OPEN,
        is_open=state in (State.OPEN, State.EXPIRED),
    )


def _state_words(invitation: Invitation, state: State) -> str:
    until = timezone.localdate(invitation.expires_at)
    if state is State.REVOKED and invitation.revoked_at:
        return f"Återkallad {timezone.localdate(invitation.revoked_at)}"
    if state is State.OVER:
        return "Gäller inte längre"
    return f"Väntar på svar till {until}" if state is State.OPEN else f"Gick ut {until}"
