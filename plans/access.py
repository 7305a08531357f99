"""The one way in to a plan: fetched and authorised in one call.

What is another federation's does not exist (404). What is the person's own but not theirs to
see or do is refused with the reason (403). Who may what stands in one table
(finsam/members/permissions.py); here it is asked with the plan's status and its shares.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.http import Http404, HttpRequest

from finsam.members.access import Refused, Standing
from finsam.members.entering import standing_in
from finsam.members.models import User
from finsam.members.permissions import Action, Verdict
from plans.models import Decision, DraftShare, Plan

NO_BUDGET = Verdict(
    False,
    "Excelfilen är budgeten att räkna vidare på. Du kan hämta den när budgeten är inlagd.",
    fact="Planen har ingen budget än",
)

WRITTEN_AS: Mapping[str, Action] = {
    DraftShare.Part.TEXT: Action.WRITE_TEXT,
    DraftShare.Part.GOALS: Action.WRITE_GOALS,
    DraftShare.Part.INTERVENTIONS: Action.WRITE_INTERVENTIONS,
    DraftShare.Part.BUDGET: Action.WRITE_BUDGET,
}
"""What it is called in the table of permissions to write in each part of a plan."""

WRITING = tuple(WRITTEN_AS.values())
CHANGING = frozenset({*WRITING, Action.ARRANGE_PLAN, Action.SHARE_DRAFT, Action.SEND_VERSION})
"""What nobody does with a plan that is decided."""

DECIDING = (
    Action.RECORD_DECISION,
    Action.APPROVE_DECISION,
    Action.COMPLETE_DECISION,
    Action.REVISE_PLAN,
    Action.CANCEL_REVISION,
    Action.ANNOUNCE_MOTION,
    Action.STATE_OPINION,
)
IN_A_PLAN = (Action.READ_PLAN, Action.CHECK_PLAN, Action.SEE_HISTORY, *sorted(CHANGING), *DECIDING)

READS_VERSIONS = Verdict(
    False,
    "Gå till planens sida: där läser du den version som gäller.",
    fact="Här står bara det som kansliet arbetar med",
)
"""Why the rows of a plan that has been in force are shown to nobody outside the office."""

NOT_SHARED: frozenset[Action] = frozenset()


@dataclass(frozen=True, kw_only=True)
class PlanAccess:
    """A plan, what the person is in its federation, and what it has been shared with them for."""

    plan: Plan
    standing: Standing
    shared: frozenset[Action] = NOT_SHARED

    def may(self, action: Action) -> Verdict:
        """Whether the person may do it with the plan as it is now.

        To those who could before it was decided the reason is the decision.
        """
        did = action in CHANGING and self.standing.may(action, Plan.Status.DRAFT)
        if did and self.locked is not None:
            return self.locked
        is_shared = action in self.shared
        return self.standing.may(action, self.plan.status, is_shared=is_shared)

    @cached_property
    def locked(self) -> Verdict | None:
        """Why nobody writes in a decided plan, for those who did. One query more where it is."""
        is_decided = self.plan.status == Plan.Status.DECIDED
        wrote = any(self.standing.may(action, Plan.Status.DRAFT) for action in CHANGING)
        return decided_is_locked(self.plan) if is_decided and wrote else None

    @property
    def is_office(self) -> bool:
        """Whether the person works on the plan whoever it has been shared with."""
        return bool(self.standing.may(Action.READ_PLAN, Plan.Status.DRAFT))

    @property
    def reads_working_copy(self) -> bool:
        """Whether the person reads the plan as it stands; others read its versions."""
        return self.is_office or Action.READ_PLAN in self.shared

    @property
    def rights(self) -> dict[str, Verdict]:
        """What the person may do in the plan, by the actions' names, for its pages."""
        return {action.value: self.may(action) for action in IN_A_PLAN}

    @property
    def writes(self) -> frozenset[Action]:
        """The parts that the person may write in."""
        return frozenset(action for action in WRITING if self.may(action))


def plan_for(request: HttpRequest, slug: str, year: int) -> PlanAccess:
    """The plan at an address, for what shows its rows: the working copy.

    Raises Http404 unless the person belongs to its federation, and Refused with the
    reason where it is not theirs to read. One query more where the person is not of the office.
    """
    return of_rows(allowed(plan_at(request, slug, year), [Action.READ_PLAN]))


def plan_at(
    request: HttpRequest, slug: str, year: int, action: Action = Action.SEE_FEDERATION
) -> PlanAccess:
    """The plan at an address, for what asks by itself which part of it the person sees.

    Raises Http404 unless the person belongs to its federation, and Refused with the reason where
    the table, in whatever state the plan is, does not let them do the action.
    """
    plan = Plan.objects.for_reading().filter(federation__slug=slug, year=year).first()
    if plan is None:
        raise Http404
    person = standing_in(request, plan.federation)
    verdict = person.may(action)
    if not verdict:
        raise Refused(verdict)
    return access_of(request.user, person, plan)


def access_of(user: object, person: Standing, plan: Plan) -> PlanAccess:
    """What a person may do with a plan, who the person in its federation is being known."""
    return PlanAccess(plan=plan, standing=person, shared=_shared(user, person, plan))


def plan_to(request: HttpRequest, slug: str, year: int, *actions: Action) -> PlanAccess:
    """The plan at an address, to do something with it: any of the actions.

    Raises Http404 as `plan_for` does, and Refused with the reason where the person may do none.
    """
    return allowed(plan_for(request, slug, year), actions)


def allowed(access: PlanAccess, actions: Iterable[Action]) -> PlanAccess:
    """The same, where the person may do any of the actions. Raises Refused with the reason."""
    verdicts = [access.may(action) for action in actions]
    if not any(verdicts):
        raise Refused(verdicts[0])
    return access


def of_rows(access: PlanAccess) -> PlanAccess:
    """The same, where the person may see the plan's rows. Raises Refused with the reason.

    Others than the office see those of a decided plan only where no version of it was kept.
    """
    if not access.reads_working_copy and access.plan.versions.in_force().exists():
        raise Refused(READS_VERSIONS)
    return access


def decided_is_locked(plan: Plan) -> Verdict:
    """Why nobody writes in a decided plan, with the day of its decision."""
    decision = plan.decisions.filter(kind=Decision.Kind.DECIDED).first()
    fact = f"Planen beslutades {decision.decided_on}" if decision else "Planen är beslutad"
    reason = f"{fact} och är låst. Det som är beslutat ändras genom en revidering."
    return Verdict(False, reason, fact=fact)


def shared_with(user: User, plans: Iterable[tuple[Plan, Standing]]) -> dict[int, frozenset[Action]]:
    """What each plan, by its primary key, has been shared with the person for. One query.

    What hangs on a group counts for as long as the person is of it.
    """
    people = {plan.pk: person for plan, person in plans if _depends(plan, person)}
    found: dict[int, frozenset[Action]] = {}
    for share in DraftShare.objects.reaching(user).filter(plan__in=people):
        if share.reaches(people[share.plan_id].parties):
            found[share.plan_id] = found.get(share.plan_id, NOT_SHARED) | actions_of(share)
    return found


def actions_of(share: DraftShare) -> frozenset[Action]:
    """What a share lets a person do."""
    return frozenset({Action.READ_PLAN, *(WRITTEN_AS[part] for part in share.parts)})


def _shared(user: object, person: Standing, plan: Plan) -> frozenset[Action]:
    if not isinstance(user, User) or not _depends(plan, person):
        return NOT_SHARED
    return shared_with(user, [(plan, person)]).get(plan.pk, NOT_SHARED)


def _depends(plan: Plan, person: Standing) -> bool:
    """Whether the person reads the plan only if it has been shared."""
    return plan.status != Plan.Status.DECIDED and not person.may(Action.READ_PLAN, plan.status)
