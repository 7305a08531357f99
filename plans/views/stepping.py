"""What every page that takes a plan a step through the workflow shares."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from finsam.members.permissions import Action, Verdict
from plans.access import PlanAccess, allowed, plan_at
from plans.deciding.approving import act_of
from plans.deciding.recording import Rewritten
from plans.deciding.revising import in_force
from plans.deciding.transition import Incomplete, Moved, last_seen
from plans.deciding.versions import StillWriting
from plans.deciding.workflow import WORKFLOW, Act, allowed_in
from plans.models import DecisionRecord, Plan
from plans.views.frame import frame

KEPT = "Det du har skrivit står kvar här och är inte sparat."
BUSY = "Någon skriver i planen just nu. Vänta en stund och gör om det."
NOT_FILLED_IN = Verdict(False, "Uppgifterna om beslutet är inte ifyllda än.")
NOT_ASKED = Verdict(False, "Kansliet har inte lämnat uppgifterna för godkännande än.")
NOT_REVISED = Verdict(False, "Planen revideras inte.")
ADDRESSES = {
    Act.CONSULT: "send_consultation",
    Act.TO_BOARD: "send_to_board",
    Act.TAKE_BACK: "take_back",
    Act.APPROVE: "approve_decision",
    Act.APPROVE_REFERRAL: "approve_decision",
    Act.REGISTER: "register_decision",
    Act.REGISTER_REFERRAL: "register_decision",
    Act.APPROVE_PART: "approve_decision",
    Act.REGISTER_PART: "register_decision",
    Act.COMPLETE: "complete_decision",
    Act.CORRECT: "correct_decision",
    Act.REVISE: "revise",
    Act.CANCEL_REVISION: "cancel_revision",
}
POSTED = (Act.REVISE,)
"""What is done by its button, without a page between."""

OFFERED = (
    Act.CONSULT,
    Act.TO_BOARD,
    Act.TAKE_BACK,
    Act.APPROVE,
    Act.REGISTER,
    Act.COMPLETE,
    Act.CORRECT,
    Act.REVISE,
    Act.CANCEL_REVISION,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """A step that the person may take, or why not now."""

    word: str
    url: str
    verdict: Verdict
    is_posted: bool


def step_to(request: HttpRequest, slug: str, year: int, *actions: Action) -> PlanAccess:
    """The plan at an address, to take a step with it, whether or not the person reads the draft.

    Raises Http404 and Refused as `plan_to` does.
    """
    return allowed(plan_at(request, slug, year), actions)


def buttons(access: PlanAccess, record: DecisionRecord | None) -> list[Button]:
    """The steps that the person could take in some state, each with its verdict now."""
    place = [access.plan.federation.slug, access.plan.year]
    acts = [_right(act, record) for act in OFFERED if _is_theirs(access, act)]
    return [
        Button(
            word=WORKFLOW[act].button,
            url=reverse(ADDRESSES[act], args=place),
            verdict=_verdict(access.plan, act, record),
            is_posted=act in POSTED,
        )
        for act in acts
    ]


def attempt(request: HttpRequest, access: PlanAccess, step: Callable[[], object]) -> bool:
    """Take the step; where it cannot be taken, say why and what happened. Whether it was taken."""
    try:
        step()
    except (Moved, Incomplete, Rewritten) as told:
        messages.error(request, str(told))
    except StillWriting:
        messages.error(request, BUSY)
    else:
        return True
    return False


def seen_of(request: HttpRequest) -> int:
    """The last step that the person's page had."""
    return posted_number(request, "seen")


def posted_number(request: HttpRequest, name: str) -> int:
    """The number that the person's page had; -1 where it says none, so that nothing is done."""
    said = request.POST.get(name, "")
    return int(said) if said.isdecimal() else -1


def carried(request: HttpRequest, form: BaseForm, name: str, fresh: int) -> int | str:
    """The number that a form is to carry: the one that it came with, where what was typed is wrong.

    The fresh one only where it has been told (an error of the whole form) what somebody else did.
    """
    if request.method == "POST" and not form.non_field_errors():
        return request.POST.get(name, fresh)
    return fresh


def to_decision(access: PlanAccess) -> HttpResponse:
    return redirect("decision", access.plan.federation.slug, access.plan.year)


def step_frame(access: PlanAccess, **more: object) -> dict[str, Any]:
    """What every one of these pages is made from."""
    return frame(access) | {"seen": last_seen(access.plan)} | more


def whole_url(request: HttpRequest, plan: Plan) -> str:
    return request.build_absolute_uri(plan.get_absolute_url())


def _is_theirs(access: PlanAccess, act: Act) -> bool:
    """Whether it ever is the person's, in this federation."""
    by_chair = access.plan.federation.chair_approves
    if (act is Act.APPROVE and not by_chair) or (act is Act.REGISTER and by_chair):
        return False
    step = WORKFLOW[act]
    return any(access.standing.may(step.who, status) for status in step.before)


def _right(act: Act, record: DecisionRecord | None) -> Act:
    """What approving is called, by what the record says."""
    if act not in (Act.APPROVE, Act.REGISTER) or record is None:
        return act
    return act_of(record)


def _verdict(plan: Plan, act: Act, record: DecisionRecord | None) -> Verdict:
    verdict = allowed_in(act, plan.status)
    if not verdict:
        return verdict
    if ADDRESSES[act] in ("approve_decision", "register_decision") and record is None:
        return NOT_FILLED_IN
    if ADDRESSES[act] == "approve_decision" and record and record.asked_at is None:
        return NOT_ASKED
    if act is Act.CANCEL_REVISION and in_force(plan) is None:
        return NOT_REVISED
    return verdict
