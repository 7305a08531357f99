"""How a round of samråd comes to an end before its last day."""

from collections.abc import Iterable

from django.utils import timezone

from plans.deciding.workflow import WORKFLOW, Act
from plans.models import Consultation, Passage, Plan

ENDING = (Plan.Status.DRAFT, Plan.Status.DECIDED)
"""The states that end it. Before the board the members may still answer."""


def ending_of(consultation: Consultation, passages: Iterable[Passage]) -> str:
    """What ended the round, of all that was done with its plan, in order; "" where nothing did.

    One that was held elsewhere is not ended by anything.
    """
    if consultation.version is None:
        return ""
    is_begun = False
    for passage in passages:
        day = timezone.localdate(passage.at)
        if is_begun and passage.after in ENDING and day <= consultation.closes_on:
            return f"Det slutade {day}, när {passage.by} {WORKFLOW[Act(passage.act)].did}."
        is_begun = is_begun or passage.version == consultation.version
    return ""
