"""The record of a decision, as the office fills it in: who was there and what was resolved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from finsam.federations.models import Federation
from finsam.members.access import seats_on
from finsam.members.house.seats import seats_of
from finsam.members.models import BoardSeat, User
from plans.deciding.announcing import chairs, tell
from plans.deciding.transition import Moved
from plans.document.label import is_whole
from plans.document.record import (
    Attendee,
    Resolution,
    attendees_of,
    is_quorate,
    needed,
    stored,
)
from plans.models import Decision, DecisionRecord, Passage, Plan, PlanVersion

LETTER = "decision_to_approve"


class Rewritten(Exception):
    """Somebody else saved the record first; the text says who and when."""

    def __init__(self, record: DecisionRecord | None) -> None:
        at = timezone.localtime(record.written_at) if record else None
        who = f"{record.written_by} sparade uppgifterna kl. {at:%H.%M}." if record and at else ""
        super().__init__(f"{who} Läs dem först.".strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a record says, as it was filled in."""

    subject: str
    decided_on: date
    meeting: str
    version: int
    with_changes: bool
    attendance: Sequence[Attendee]
    others: str
    reservations: str
    resolutions: Sequence[Resolution]
    referral: str


@transaction.atomic
def save_record(
    plan: Plan, *, said: Said, by: User, edition: int, asks: bool, address: str
) -> DecisionRecord:
    """Keep what was filled in, whole. `asks` asks the chairs by letter to approve it.

    `edition` is the record's as it was read, 0 where there was none. Raises Rewritten, and Moved
    where the plan is no longer before the board.
    """
    locked = Plan.objects.for_reading().select_for_update(of=("self",)).get(pk=plan.pk)
    if locked.status != Plan.Status.REVIEW:
        raise Moved(Passage.objects.last_of(locked))
    record = DecisionRecord.objects.open_of(locked)
    if (record.edition if record else 0) != edition:
        raise Rewritten(record)
    record = record or DecisionRecord(plan=locked, edition=0)
    _fill_in(record, said, by)
    record.asked_at = timezone.now() if asks else None
    record.save()
    if asks:
        url = f"{address}beslut/godkann/"
        tell(LETTER, locked, chairs(locked), url=url, by=by, record=record)
    return record


def _fill_in(record: DecisionRecord, said: Said, by: User) -> None:
    record.kind, record.subject = kind_of_next(record.plan), said.subject
    record.decided_on, record.meeting = said.decided_on, said.meeting
    record.version, record.with_changes = said.version, said.with_changes
    record.attendance, record.resolutions = stored(said.attendance), stored(said.resolutions)
    record.others, record.reservations = said.others, said.reservations
    record.referral = said.referral
    record.edition += 1
    record.written_by, record.written_at = str(by), timezone.now()


def kind_of_next(plan: Plan) -> str:
    """What the next decision about the plan is: the first one, or a revision."""
    is_first = not is_whole(plan.decisions.all())
    return Decision.Kind.DECIDED if is_first else Decision.Kind.REVISED


def seats_held(federation: Federation, day: date) -> list[BoardSeat]:
    """The seats that somebody holds on a day, in the federation's order. Two queries."""
    held = set(seats_on(day).filter(member__federation=federation).values_list("pk", flat=True))
    return [seat for seat in seats_of(federation) if seat.pk in held and name_of(seat)]


def name_of(seat: BoardSeat) -> str:
    """Who holds a seat: as it is written there, else as the account is called; empty for nobody."""
    return seat.holder or (str(seat.user) if seat.user else "")


def handed_out(plan: Plan) -> list[PlanVersion]:
    """The versions that the board has had since the last decision, newest first."""
    last = plan.versions.in_force().listed().first()
    since = plan.versions.filter(kind=PlanVersion.Kind.BOARD, number__gt=last.number if last else 0)
    return list(since.listed())


def quorum_warning(record: DecisionRecord) -> str:
    """That too few took part, with both figures; empty where they were enough."""
    federation = record.plan.federation
    people = attendees_of(record.attendance)
    seats = seats_on(record.decided_on).filter(
        member__federation=federation, kind=BoardSeat.Kind.REGULAR
    )
    count = seats.count()
    if is_quorate(people, seats=count, quorum=federation.quorum):
        return ""
    wanted = needed(seats=count, quorum=federation.quorum)
    return (
        f"{sum(one.decides for one in people)} deltog i beslutet. "
        f"Styrelsen är beslutför med minst {wanted}."
    )
