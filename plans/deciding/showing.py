"""What of a plan a person is shown: versions sent to them or in force, and what was asked there."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q
from django.http import Http404

from finsam.members.models import User
from finsam.members.permissions import Action
from plans.access import PlanAccess, allowed
from plans.models import Plan, PlanVersion, Recipient, Thread
from plans.models.thread import ThreadQuerySet
from plans.models.version import PlanVersionQuerySet


def versions_shown(access: PlanAccess, user: User) -> PlanVersionQuerySet:
    """The plan's versions that the person is shown, newest first, without their files.

    The office sees all of them.
    """
    versions = PlanVersion.objects.filter(plan=access.plan).listed()
    return versions if access.is_office else versions.filter(_open_to(user))


def version_shown(access: PlanAccess, user: User, number: int) -> PlanVersion:
    """One of them. Raises Http404 where the person is not shown it, or there is none."""
    version = versions_shown(access, user).filter(number=number).first()
    if version is None:
        raise Http404
    version.plan = access.plan
    return version


def newest_shown(access: PlanAccess, user: User) -> PlanVersion | None:
    """The newest of them."""
    version = versions_shown(access, user).first()
    if version is not None:
        version.plan = access.plan
    return version


def read_instead(access: PlanAccess, user: User) -> PlanVersion | None:
    """The version that the person reads in place of the plan's rows; None where they read those.

    Raises Refused where they are shown neither.
    """
    if access.reads_working_copy:
        return None
    newest = newest_shown(access, user)
    if newest is None:
        allowed(access, [Action.READ_PLAN])
    return newest


def newest_sent(user: User, plans: Iterable[Plan]) -> dict[int, PlanVersion]:
    """Of each plan, by its primary key, the newest version that somebody outside is shown.

    One query.
    """
    newest = PlanVersion.objects.filter(_open_to(user)).newest_of(list(plans)).listed()
    return {version.plan_id: version for version in newest}


def threads_shown(access: PlanAccess, user: User) -> ThreadQuerySet:
    """The plan's threads that the person sees, in order.

    Those on the working copy are seen by who has access to that, those on a version by whom it
    was sent to and by the office.
    """
    threads = Thread.objects.filter(plan=access.plan)
    if access.is_office:
        return threads
    seen = Q(version__in=versions_shown(access, user).values("pk"))
    return threads.filter(seen | Q(version=None) if access.reads_working_copy else seen)


def _open_to(user: User) -> Q:
    """Versions that somebody outside the office is shown."""
    sent = Recipient.objects.filter(version=OuterRef("pk"), user=user)
    return Q(Exists(sent)) | Q(kind__in=PlanVersion.IN_FORCE)
