"""What is done with a version in force, whatever has become of the plan since: under its lock."""

from finsam.members.access import Refused, standing
from finsam.members.models import User
from finsam.members.permissions import Verdict
from plans.deciding.revising import in_force
from plans.deciding.transition import Incomplete
from plans.deciding.workflow import OUT, Out
from plans.models import Plan, PlanVersion

NOTHING_IN_FORCE = Verdict(
    False, "Ingen beslutad version gäller än. Det går när planen är beslutad."
)


class Overtaken(Exception):
    """Somebody else was first; the text says who, what and when."""


def goes_out(plan: Plan) -> Verdict:
    """Whether there is anything of the plan to send out. One query."""
    return Verdict(True) if plan.versions.in_force().exists() else NOTHING_IN_FORCE


def locked_to(plan: Plan, out: Out, *, by: User) -> tuple[Plan, PlanVersion]:
    """Lock the plan in the caller's transaction; it and the version in force, without its files.

    Raises Refused where the person may not, and Incomplete where no version is in force.
    """
    locked = Plan.objects.for_reading().select_for_update(of=("self",)).get(pk=plan.pk)
    verdict = standing(by, locked.federation).may(OUT[out].who)
    if not verdict:
        raise Refused(verdict)
    version = in_force(locked)
    if version is None:
        raise Incomplete(NOTHING_IN_FORCE.reason)
    return locked, version
