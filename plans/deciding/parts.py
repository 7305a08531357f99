"""A plan and its budget that are decided apart: which of them the board has decided, and what.

A round lasts from one whole decision to the next. In it each part is decided once.
"""

from dataclasses import replace

from django.db.models import QuerySet

from plans.deciding.reading import content_of_version
from plans.deciding.workflow import PART_ACTS
from plans.document.content import PlanContent
from plans.models import Decision, DecisionRecord, Passage, Plan, PlanVersion

Subject = Decision.Subject
OTHER: dict[str, str] = {Subject.PLAN: Subject.BUDGET, Subject.BUDGET: Subject.PLAN}


def whole_in_force(plan: Plan) -> PlanVersion | None:
    """The newest version that both the plan and its budget were decided in, without its files."""
    return plan.versions.in_force().exclude(number__in=_of_parts(plan)).listed().first()


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


def joined(said: PlanContent, record: DecisionRecord) -> PlanContent:
    """What `said` says, but for the part that has been decided before in this round."""
    other = OTHER.get(record.subject)
    if other is None or other not in decided_parts(record.plan):
        return said
    before = _decided_in_part(record.plan)
    if before is None:
        return said
    plan, budget = (before, said) if other == Subject.PLAN else (said, before)
    return replace(plan, budget=budget.budget)


def _decided_in_part(plan: Plan) -> PlanContent | None:
    """What the newest version says in which a part was decided."""
    number = _of_parts(plan).last()
    return content_of_version(plan.versions.get(number=number)) if number else None


def _of_parts(plan: Plan) -> QuerySet[Passage, int | None]:
    """The numbers of the versions that were kept of a part's decision."""
    return plan.passages.filter(act__in=PART_ACTS).order_by("pk").values_list("version", flat=True)
