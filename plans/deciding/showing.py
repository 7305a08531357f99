"""Which version of a plan a person is shown: those sent to them, and those that are in force."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q
from django.http import Http404

from finsam.members.models import User
from plans.access import PlanAccess
from plans.models import Plan, PlanVersion, Recipient
from plans.models.version import PlanVersionQuerySet


def versions_shown(access: PlanAccess, user: User) -> PlanVersionQuerySet:
    """The plan's versions that the person is shown, newest first, without their files.

    The office sees all of them.
    """
    versions = PlanVersion.objects.filter(plan=access.plan).listed()
    if access.is_office:
        return versions
    sent = Recipient.objects.filter(version=OuterRef("pk"), user=user)
    return versions.filter(Exists(sent) | Q(kind__in=PlanVersion.IN_FORCE))


def version_shown(access: PlanAccess, user: User, number: int) -> PlanVersion:
    """One of them. Raises Http404 where the person is not shown it, or there is none."""
    version = versions_shown(access, user).filter(number=number).first()
    if version is None:
        raise Http404
    version.plan = access.plan
    return version


def newest_sent(user: User, plans: Iterable[Plan]) -> dict[int, PlanVersion]:
    """Of each plan, by its primary key, the newest version that somebody outside is shown.

    One query.
    """
    sent = Recipient.objects.filter(version=OuterRef("pk"), user=user)
    shown = PlanVersion.objects.filter(Exists(sent) | Q(kind__in=PlanVersion.IN_FORCE))
    versions = shown.filter(plan__in=list(plans)).defer("json", "pdf").order_by("number")
    return {version.plan_id: version for version in versions}


def newest_shown(access: PlanAccess, user: User) -> PlanVersion | None:
    """The newest of them."""
    version = versions_shown(access, user).first()
    if version is not None:
        version.plan = access.plan
    return version
