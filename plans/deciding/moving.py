"""Yrkanden that are announced before the meeting: to the chair and the office."""

from django.db import transaction
from django.http import Http404
from django.utils import timezone

from finsam.members.access import Refused, people_in, standing
from finsam.members.greeting import write_to
from finsam.members.models import User
from finsam.members.permissions import Action
from plans.access import PlanAccess
from plans.models import Motion, Plan, PlanVersion
from plans.models.motion import MotionQuerySet

LETTER = "motion_announced"


@transaction.atomic
def announce_motion(version: PlanVersion, *, text: str, by: User, url: str) -> Motion:
    """Keep what somebody means to propose about a version, and tell the chair and the office.

    Said again in the same words it stays as it was. `url` is where yrkanden are read, whole.
    Raises Refused where the plan is not before the board.
    """
    plan = before_board(version.plan, Action.ANNOUNCE_MOTION, by)
    same = Motion.objects.filter(plan=plan, version=version.number, user=by, text=text)
    standing_already = same.filter(withdrawn_at=None).first()
    if standing_already is not None:
        return standing_already
    motion = Motion.objects.create(
        plan=plan, version=version.number, user=by, name=str(by)[:160], text=text
    )
    for user, person in people_in(plan.federation):
        if person.may(Action.READ_MOTIONS) and user != by:
            write_to(
                user,
                LETTER,
                subject=f"Ett yrkande är anmält: {version.title}",
                federation=plan.federation,
                motion=motion,
                title=version.title,
                url=url,
            )
    return motion


@transaction.atomic
def withdraw_motion(plan: Plan, pk: int, *, by: User) -> Motion:
    """Take one's own yrkande back; taken back again it stays as it was.

    Raises Http404 for what is not the person's, and Refused where the plan is not before the board.
    """
    found = Motion.objects.filter(plan=plan, pk=pk, user=by)
    if not found.exists():
        raise Http404
    before_board(plan, Action.ANNOUNCE_MOTION, by)
    found.filter(withdrawn_at=None).update(withdrawn_at=timezone.now())
    return found.get()


def before_board(plan: Plan, action: Action, by: User) -> Plan:
    """The plan, locked, where the person may do the action now. Raises Refused.

    A decision that is taken at the same time waits, or has been taken and is the reason.
    """
    locked = Plan.objects.select_for_update().get(pk=plan.pk)
    verdict = standing(by, locked.federation).may(action, locked.status)
    if not verdict:
        raise Refused(verdict)
    return locked


def motions_shown(access: PlanAccess, user: User) -> MotionQuerySet:
    """The yrkanden that the person sees, in order: all for the chair and the office, or one's own.

    When what they are about is decided they are shown until the plan is revised.
    """
    motions = Motion.objects.filter(plan=access.plan)
    if access.plan.status != Plan.Status.DECIDED:
        motions = motions.undecided()
    return motions if access.standing.may(Action.READ_MOTIONS) else motions.filter(user=user)
