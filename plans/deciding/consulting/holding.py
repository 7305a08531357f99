"""Samråd that was held elsewhere: how, where and when, so that answers can be registered to it."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from finsam.members.models import User
from plans.deciding.transition import Moved
from plans.models import Consultation, Passage, Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What the office tells of it."""

    how: str
    held_on: date
    registry_number: str = ""


@transaction.atomic
def register_held(plan: Plan, held: Held, *, by: User) -> Consultation:
    """Keep that it was held. Raises Moved where the plan has been decided meanwhile."""
    locked = Plan.objects.select_for_update().get(pk=plan.pk)
    if locked.status == Plan.Status.DECIDED:
        raise Moved(Passage.objects.last_of(locked))
    return Consultation.objects.create(
        plan=locked,
        opened_on=held.held_on,
        closes_on=held.held_on,
        held=held.how,
        registry_number=held.registry_number,
        begun_by=str(by),
    )
