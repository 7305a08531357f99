"""A plan before its board, with an office, a chair, and a record of what was decided."""

from typing import Any

from django.utils import timezone

from finsam.members.models import BoardSeat, Role, User
from plans.deciding.approving import Approval
from plans.deciding.recording import Said, save_record
from plans.deciding.sending import send_version
from plans.deciding.transition import last_seen
from plans.document.record import Attendee, Outcome, Resolution
from plans.models import DecisionRecord, Plan
from tests import factories

ADDRESS = "http://testserver/fjallbygden/2025/"


def office(plan: Plan) -> User:
    user = factories.person(email="chef@berg.se")
    Role.objects.get_or_create(user=user, federation=plan.federation, kind="chief")
    return user


def chair(plan: Plan, office: str = "chair") -> User:
    user = factories.person(email=f"{office}@berg.se")
    if not user.seats.exists():
        factories.seat(
            factories.member(plan.federation, f"{office} kommun"),
            user,
            office=office,
            holder="Ann Ek",
        )
    return user


def send(plan: Plan, kind: str = "board", **more: Any) -> Plan:
    """The plan, sent to its chair."""
    people = [chair(plan)]
    given: dict[str, Any] = {
        "message": "",
        "by": office(plan),
        "seen": last_seen(plan),
        "address": ADDRESS,
        "without_consultation": "Hörs sedan.",
    }
    send_version(plan, kind, people=people, **(given | more))
    plan.refresh_from_db()
    return plan


def before_board() -> Plan:
    return send(factories.draft_plan())


def said(plan: Plan, **more: Any) -> Said:
    """All were there, and granted it."""
    newest = plan.versions.filter(kind="board").order_by("-number").first()
    seats = BoardSeat.objects.filter(member__federation=plan.federation)
    people = [Attendee(seat=s.pk, name=s.holder, member=s.member.name) for s in seats]
    fields: dict[str, Any] = {
        "subject": "both",
        "decided_on": timezone.localdate(),
        "meeting": "",
        "version": newest.number if newest else 0,
        "with_changes": False,
        "attendance": people,
        "others": "",
        "reservations": "",
        "resolutions": [Resolution(text="fastställa planen")],
        "referral": "",
    }
    return Said(**(fields | more))


def record(plan: Plan, *, asks: bool = True, **more: Any) -> DecisionRecord:
    found = DecisionRecord.objects.open_of(plan)
    return save_record(
        plan,
        said=said(plan, **more),
        by=office(plan),
        edition=found.edition if found else 0,
        asks=asks,
        address=ADDRESS,
    )


def referral(plan: Plan) -> DecisionRecord:
    back = [Resolution(text="fastställa planen", outcome=Outcome.REFERRED_BACK)]
    return record(plan, resolutions=back, referral="Mål 3 saknar mått.")


def approval(plan: Plan, of: DecisionRecord, **more: Any) -> Approval:
    given: dict[str, Any] = {
        "record": of,
        "by": chair(plan),
        "seen": last_seen(plan),
        "address": ADDRESS,
    }
    return Approval(**(given | more))
