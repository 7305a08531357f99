"""The plan is shown to everybody, or no longer: what is public is the version in force."""

from collections.abc import Iterable

from django.db import transaction

from finsam.members.models import User
from plans.deciding.outgoing import locked_to
from plans.deciding.revising import in_force
from plans.deciding.workflow import Out
from plans.models import Plan, PlanVersion, Publication


def publish(plan: Plan, *, by: User) -> bool:
    """Show the version in force to everybody, until it is taken down. Whether it was not already.

    Raises Refused, and Incomplete where no version is in force.
    """
    return _turn(plan, Out.PUBLISH, True, by)


def take_down(plan: Plan, *, by: User) -> bool:
    """Show the plan to nobody outside any longer. Whether it was shown. Raises as `publish`."""
    return _turn(plan, Out.TAKE_DOWN, False, by)


def last_publication(plan: Plan) -> Publication | None:
    """What was last done; None where the plan never was public. One query."""
    return plan.publications.order_by("pk").last()


def is_public(plan: Plan) -> bool:
    """Whether everybody may read the plan's version in force. One query."""
    last = last_publication(plan)
    return last is not None and last.is_public


def public_plans(**which: object) -> list[Plan]:
    """The plans that everybody may read, newest first, with their federations. One query.

    `which` are fields of a plan that narrow it: `federation__slug`, `year`.
    """
    found = (
        Publication.objects.newest()
        .filter(is_public=True, **{f"plan__{name}": value for name, value in which.items()})
        .select_related("plan__federation")
        .defer("plan__federation__logo")
        .order_by("-plan__year")
    )
    return [one.plan for one in found]


def public_versions(plans: Iterable[Plan]) -> list[PlanVersion]:
    """Of each plan the version in force, without its files, newest year first. One query."""
    found = PlanVersion.objects.in_force().newest_of(plans).defer("json", "pdf")
    return list(found.select_related("plan").order_by("-plan__year"))


def public_version(slug: str, year: int) -> PlanVersion | None:
    """The version in force of a plan that everybody may read, without its files. Two queries."""
    for plan in public_plans(federation__slug=slug, year=year):
        version = in_force(plan)
        if version is not None:
            version.plan = plan
            return version
    return None


@transaction.atomic
def _turn(plan: Plan, out: Out, wanted: bool, by: User) -> bool:
    locked, _ = locked_to(plan, out, by=by)
    if is_public(locked) is wanted:
        return False
    Publication.objects.create(plan=locked, is_public=wanted, by=str(by))
    return True
