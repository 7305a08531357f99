"""What the house's pages leave to those who appoint: who is chair, and whose account is whose."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from django.utils import timezone

from finsam.federations.models import Federation
from finsam.members.appointing import LastAppointer, keeping_an_appointer
from finsam.members.house.seats import last_day, seats_of
from finsam.members.models import BoardSeat

IS_CHAIR = "Vem som är ordförande ändras bara av förbundschefen eller ordföranden."
IS_ACCOUNT = (
    "Någon har ett konto eller en inbjudan här. "
    "Förbundschefen eller ordföranden kan ändra vem det gäller."
)
IS_LAST = "Då kan ingen bjuda in eller ta bort personer. Bjud in en till först."


class Kept(Exception):
    """Why it stays as it is: each reason in Swedish."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(" ".join(reasons))
        self.reasons: Sequence[str] = reasons


@dataclass(frozen=True, slots=True)
class Appointed:
    """Who is chair and until when, and the accounts and invitations there are."""

    chairs: frozenset[tuple[object, ...]]
    accounts: frozenset[tuple[object, ...]]


@contextmanager
def keeping_appointments(federation: Federation, *, may_appoint: bool) -> Iterator[None]:
    """A transaction for what may change who sits where, one at a time.

    Raises Kept, and nothing is changed, where nobody would be left who can appoint; and for
    somebody who may not appoint, where another would be chair, or somebody lose an account or an
    invitation. Who is chair has the right to appoint, so that it is nobody's to take.
    """
    try:
        with keeping_an_appointer(federation):
            before = None if may_appoint else appointed(federation)
            yield
            if before is not None:
                _refuse_changes(before, appointed(federation))
    except LastAppointer:
        raise Kept(IS_LAST) from None


def appointed(federation: Federation) -> Appointed:
    """As it stands. Three queries."""
    today = timezone.localdate()
    seats = seats_of(federation)
    chairs = [seat for seat in seats if seat.office == BoardSeat.Office.CHAIR]
    accounts = {("seat", seat.pk, seat.user_id) for seat in seats if seat.user_id}
    terms = federation.auditors.filter(user__isnull=False).values_list("pk", "user")
    open_ones = federation.invitations.open().values_list("pk", "user")
    return Appointed(
        chairs=frozenset(
            (seat.user_id or seat.holder, seat.starts_on, last_day(seat))
            for seat in chairs
            if (last_day(seat) or today) >= today
        ),
        accounts=frozenset(
            accounts
            | {("term", *term) for term in terms}
            | {("invitation", *invitation) for invitation in open_ones}
        ),
    )


def _refuse_changes(before: Appointed, after: Appointed) -> None:
    if before.chairs != after.chairs:
        raise Kept(IS_CHAIR)
    # An account may come along to a new period's seat; it is its person's all the same.
    if not before.accounts <= after.accounts:
        raise Kept(IS_ACCOUNT)
