"""What writing in each kind of thing needs, and which change a person may take back."""

from collections.abc import Mapping

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from finsam.members.access import Refused
from finsam.members.permissions import Action
from plans.access import PlanAccess
from plans.models import Change
from plans.writing.budget_undoing import BUDGET_KINDS

NEEDS: Mapping[str, Action] = {
    "cover": Action.WRITE_TEXT,
    "text": Action.WRITE_TEXT,
    "heading": Action.WRITE_TEXT,
    "goal_map": Action.WRITE_GOALS,
    "perspective": Action.WRITE_GOALS,
    "goal": Action.WRITE_GOALS,
    "activity": Action.WRITE_GOALS,
    "indicator": Action.WRITE_GOALS,
    "intervention": Action.WRITE_INTERVENTIONS,
    **dict.fromkeys(BUDGET_KINDS, Action.WRITE_BUDGET),
}
"""What a kind of thing, a unit or one that is added and moved, needs; the rest is the office's."""

EDITORS = (Action.WRITE_TEXT, Action.WRITE_INTERVENTIONS)
"""Who has the editor open: sections and insatser have texts."""


def change_to_undo(request: HttpRequest, access: PlanAccess, pk: int | None) -> Change:
    """The change with that number, for who may take it back.

    The office takes back any; who writes in a part what they have done in it themselves. Raises
    Http404 where the plan has no such change, and Refused.
    """
    change = get_object_or_404(access.plan.changes, pk=pk)
    verdict = access.may(Action.ARRANGE_PLAN)
    is_own = change.person_id == request.user.pk
    need = NEEDS.get(change.kind)
    if not verdict and not (is_own and need and access.may(need)):
        raise Refused(verdict)
    return change
