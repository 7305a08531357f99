"""A plan and its budget that are decided apart: which of them the board has decided, and what.

A round lasts from one whole decision to the next. In it each part is decided once, and nothing of
it is in force before both are.
"""

from dataclasses import replace

from plans.deciding.reading import content_of_version
from plans.document.content import PlanContent
from plans.models import Decision, DecisionRecord, Passage, Plan, PlanVersion

Subject = Decision.Subject
OTHER: dict[str, str] = {Subject.PLAN: Subject.BUDGET, Subject.BUDGET: Subject.PLAN}


def decided_parts(plan: Plan) -> frozenset[str]:
    """The parts that have been decided in this round. Two queries."""
    whole = Passage.objects.filter(plan=plan, after=Plan.Status.DECIDED).last()
    records = DecisionRecord.objects.approved().filter(plan=plan, subject__in=OTHER, referral="")
    if whole is not None:
        records = records.filter(approved_at__gt=whole.at)
    return frozenset(records.values_list("subject", flat=True))


def open_subjects(plan: Plan) -> list[str]:
    """What there is to decide about: the part that is left, else all of it or a part."""
    left = [part for part in OTHER if part not in decided_parts(plan)]
    if len(left) < len(OTHER):
        return left
    return [Subject.BOTH, *left] if plan.budget_id else [Subject.BOTH]


def leaves_a_part(record: DecisionRecord) -> bool:
    """Whether a part is still undecided when the record is approved."""
    other = OTHER.get(record.subject)
    return other is not None and other not in decided_parts(record.plan)


def joined(said: PlanContent, record: DecisionRecord, handed: PlanContent) -> PlanContent:
    """What `said` says of the record's part, with the other part as it was decided in this round.

    While that is undecided it is as the board was handed it, whatever is written in it since.
    """
    if record.subject == Subject.BOTH:
        return said
    other = _decided_in_part(record.plan) or handed
    if record.subject == Subject.BUDGET:
        return replace(other, budget=said.budget)
    return replace(said, budget=other.budget)


def _decided_in_part(plan: Plan) -> PlanContent | None:
    """What the version says in which the first part of this round was decided."""
    if not decided_parts(plan):
        return None
    parts = plan.versions.filter(kind=PlanVersion.Kind.PART).order_by("number")
    return content_of_version(parts[len(parts) - 1]) if parts else None
