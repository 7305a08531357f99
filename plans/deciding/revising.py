"""A decided plan is revised: worked on again, while what was decided stays in force."""

from finsam.members.models import User
from plans.deciding.announcing import announce, receivers
from plans.deciding.parts import decided_parts
from plans.deciding.reading import content_of_version
from plans.deciding.restoring import restore
from plans.deciding.sending import withdraw_question
from plans.deciding.transition import Details, Incomplete, transition
from plans.deciding.workflow import Act
from plans.models import Passage, Plan, PlanVersion

PART_IS_DECIDED = (
    "Styrelsen har redan beslutat om en del av revideringen. Den avslutas med beslut om resten."
)
NONE_IN_FORCE = "Ingen beslutad version gäller, så det finns ingen revidering att avbryta."


def in_force(plan: Plan) -> PlanVersion | None:
    """The version of a plan that is in force, without its files."""
    return plan.versions.in_force().listed().first()


def revise(plan: Plan, *, by: User, seen: int) -> Passage:
    """The working copy is a draft again; everybody else reads what is in force.

    Raises what `transition` raises, and Incomplete where no version was kept of what was decided.
    """
    return transition(plan, Act.REVISE, by=by, seen=seen, details=Details(check=_check))


def cancel_revision(plan: Plan, *, reason: str, by: User, seen: int, address: str) -> Passage:
    """The working copy is what is in force again, and decided.

    Those who got the revision's newest version are told why. Raises what `transition` raises.
    """

    def then(locked: Plan, passage: Passage, version: PlanVersion | None) -> None:
        decided = _in_force(locked)
        restore(locked, content_of_version(decided))
        locked.shares.all().delete()
        withdraw_question(locked)
        sent = locked.versions.listed().filter(number__gt=decided.number).first()
        people = receivers(sent) if sent else []
        announce("revision_cancelled", locked, people, passage, by=by, url=f"{address}versioner/")

    def check(locked: Plan) -> None:
        _check(locked)
        if decided_parts(locked):
            raise Incomplete(PART_IS_DECIDED)

    details = Details(reason=reason, check=check, then=then)
    return transition(plan, Act.CANCEL_REVISION, by=by, seen=seen, details=details)


def _check(plan: Plan) -> None:
    _in_force(plan)


def _in_force(plan: Plan) -> PlanVersion:
    found = in_force(plan)
    if found is None:
        raise Incomplete(NONE_IN_FORCE)
    return found
