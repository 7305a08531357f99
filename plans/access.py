"""The one way in to a plan: fetched and authorised in one call.

What is another federation's does not exist (404). What is the person's own but not theirs to
see is refused with the reason (403).
"""

from dataclasses import dataclass

from django.http import Http404, HttpRequest

from finsam.members.access import Refused, Standing
from finsam.members.entering import standing_in
from finsam.members.permissions import ALLOWED, Verdict
from plans.models import Decision, Plan

DRAFT_IS_PRIVATE = Verdict(
    False,
    "Planen är ett utkast hos kansliet. Du kan läsa den när den är beslutad.",
    fact="Planen är inte beslutad än",
)

CHECKS_ARE_THE_OFFICES = Verdict(
    False,
    "Kontrollerna är kansliets arbetsmaterial. Fråga förbundschefen om du undrar över något.",
    fact="Kontrollerna visas bara för kansliet",
)

HISTORY_IS_THE_OFFICES = Verdict(
    False,
    "Historiken är kansliets arbetsmaterial. Fråga förbundschefen om du undrar över något.",
    fact="Historiken visas bara för kansliet",
)

WRITING_IS_THE_OFFICES = Verdict(
    False,
    "Planen skrivs av förbundschefen och kansliet.",
    fact="Du kan läsa planen men inte skriva i den",
)


NO_BUDGET = Verdict(
    False,
    "Excelfilen är budgeten att räkna vidare på. Du kan hämta den när budgeten är inlagd.",
    fact="Planen har ingen budget än",
)


STARTING_IS_THE_OFFICES = Verdict(
    False,
    "Bara kansliet kan börja en plan. Fråga förbundschefen.",
    fact="Att börja en plan är kansliets sak",
)

FILING_IS_THE_OFFICES = Verdict(
    False,
    "Bara kansliet kan lägga in och ta bort tidigare planer. Fråga förbundschefen.",
    fact="Tidigare planer är kansliets sak",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanAccess:
    """A plan that the person may read, and what the person is in its federation."""

    plan: Plan
    standing: Standing


def plan_for(request: HttpRequest, slug: str, year: int) -> PlanAccess:
    """The plan at an address.

    Raises Http404 unless the person belongs to its federation, and Refused with the
    reason where it is not theirs to read.
    """
    plan = Plan.objects.for_reading().filter(federation__slug=slug, year=year).first()
    if plan is None:
        raise Http404
    person = standing_in(request, plan.federation)
    verdict = may_read(plan, person)
    if not verdict:
        raise Refused(verdict)
    return PlanAccess(plan=plan, standing=person)


def writing_for(request: HttpRequest, slug: str, year: int) -> PlanAccess:
    """The plan at an address, to write in it.

    Raises Http404 as `plan_for` does, and Refused with the reason where the person may not write
    in it, or nobody may.
    """
    access = plan_for(request, slug, year)
    verdict = may_write(access.plan, access.standing)
    if not verdict:
        raise Refused(verdict)
    return access


def may_write(plan: Plan, person: Standing) -> Verdict:
    """The office writes, until the plan is decided. One query more where it is."""
    if not person.is_office:
        return WRITING_IS_THE_OFFICES
    return decided_is_locked(plan) if plan.status == Plan.Status.DECIDED else ALLOWED


def decided_is_locked(plan: Plan) -> Verdict:
    """Why nobody writes in a decided plan, with the day of its decision."""
    decision = plan.decisions.filter(kind=Decision.Kind.DECIDED).first()
    fact = f"Planen beslutades {decision.decided_on}" if decision else "Planen är beslutad"
    return Verdict(False, f"{fact} och är låst. Det som är beslutat ändras inte.", fact=fact)


def may_read(plan: Plan, person: Standing) -> Verdict:
    """The office reads its working copy, the others what is decided."""
    if person.is_office or plan.status == Plan.Status.DECIDED:
        return ALLOWED
    return DRAFT_IS_PRIVATE


def may_check(person: Standing) -> Verdict:
    """What the checks find is for the office to act on."""
    return ALLOWED if person.is_office else CHECKS_ARE_THE_OFFICES


def may_start(person: Standing) -> Verdict:
    """A new plan is the office's to begin."""
    return ALLOWED if person.is_office else STARTING_IS_THE_OFFICES


def may_file(person: Standing) -> Verdict:
    """Earlier plans are put in and taken out by the office."""
    return ALLOWED if person.is_office else FILING_IS_THE_OFFICES


def may_see_history(person: Standing) -> Verdict:
    """The history is the office's working material."""
    return ALLOWED if person.is_office else HISTORY_IS_THE_OFFICES
