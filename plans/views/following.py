"""After the decision: completed, corrected, revised; and before it: taken back."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from finsam.members.permissions import Action
from plans.access import PlanAccess
from plans.deciding import completing, revising, sending
from plans.deciding.workflow import SENT
from plans.forms.completing import CompleteForm, CorrectForm, ReasonForm
from plans.models import Decision, DecisionFile
from plans.views.frame import user_of
from plans.views.stepping import attempt, seen_of, step_frame, step_to, to_decision, whole_url

NO_DECISION = "Planen har inget beslut att komplettera."


@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """The plan is a draft again, and those who had it are told why."""
    access = step_to(request, slug, year, Action.SEND_VERSION)
    if access.plan.status not in SENT:
        messages.error(request, "Planen är inte skickad, så det finns inget att ta tillbaka.")
        return to_decision(access)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        said = {"reason": form.cleaned_data["reason"], **_by(request, access)}
        if attempt(request, access, lambda: sending.take_back(access.plan, **said)):
            messages.success(request, "Planen är tillbakatagen. De som fick den får ett brev.")
        return to_decision(access)
    return _page(request, access, "take_back", form)


@require_http_methods(["GET", "HEAD", "POST"])
def cancel_revision(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """The working copy is what was decided again."""
    access = step_to(request, slug, year, Action.CANCEL_REVISION)
    if revising.in_force(access.plan) is None:
        messages.error(request, revising.NONE_IN_FORCE)
        return to_decision(access)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        said = {"reason": form.cleaned_data["reason"], **_by(request, access)}
        if attempt(request, access, lambda: revising.cancel_revision(access.plan, **said)):
            messages.success(request, "Revideringen är avbruten. Den beslutade planen gäller.")
        return to_decision(access)
    return _page(request, access, "cancel_revision", form)


@require_POST
def revise(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """The office begins to work on the decided plan again."""
    access = step_to(request, slug, year, Action.REVISE_PLAN)
    user, seen = user_of(request), seen_of(request)
    if attempt(request, access, lambda: revising.revise(access.plan, by=user, seen=seen)):
        messages.success(
            request, "Nu kan du revidera planen. Den beslutade versionen gäller så länge."
        )
    return to_decision(access)


@require_http_methods(["GET", "HEAD", "POST"])
def complete_decision(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """§, dnr, justering, notice and minutes come later, each once."""
    access = step_to(request, slug, year, Action.COMPLETE_DECISION)
    decision = completing.last_decision(access.plan)
    if decision is None:
        messages.error(request, NO_DECISION)
        return to_decision(access)
    form = CompleteForm(
        request.POST or None,
        request.FILES or None,
        decision=decision,
        has_minutes=_has_minutes(decision),
    )
    if form.is_valid():
        step = partial(
            completing.complete,
            access.plan,
            facts=form.facts,
            minutes=form.cleaned_data.get("minutes"),
            by=user_of(request),
            seen=seen_of(request),
        )
        if attempt(request, access, step):
            messages.success(request, "Beslutet är kompletterat, och en ny version är sparad.")
        return to_decision(access)
    return _page(request, access, "complete", form)


@require_http_methods(["GET", "HEAD", "POST"])
def correct_decision(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """Slips of the pen are put right openly, in a version of their own."""
    access = step_to(request, slug, year, Action.COMPLETE_DECISION)
    decision = completing.last_decision(access.plan)
    if decision is None:
        messages.error(request, NO_DECISION)
        return to_decision(access)
    content = completing.decided_content(access.plan)
    form = CorrectForm(request.POST or None, decision=decision, content=content)
    if form.is_valid():
        said = {
            "facts": form.facts,
            "made": form.made,
            "told": form.told,
            "reason": form.cleaned_data["reason"],
            **_by(request, access),
        }
        if attempt(request, access, lambda: completing.correct(access.plan, **said)):
            messages.success(request, "Skrivfelet är rättat, och en rättelse är sparad.")
        return to_decision(access)
    return _page(request, access, "correct", form)


def _by(request: HttpRequest, access: PlanAccess) -> dict[str, Any]:
    return {
        "by": user_of(request),
        "seen": seen_of(request),
        "address": whole_url(request, access.plan),
    }


def _has_minutes(decision: Decision) -> bool:
    files = DecisionFile.objects.filter(plan=decision.plan, decided_on=decision.decided_on)
    return files.filter(kind=DecisionFile.Kind.MINUTES).exists()


def _page(request: HttpRequest, access: PlanAccess, name: str, form: object) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    return render(
        request, f"plans/deciding/{name}.html", step_frame(access, form=form), status=status
    )
