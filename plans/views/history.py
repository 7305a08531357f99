"""The plan's history: who did what, what it was before, and the way back."""

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from finsam.members.models import User
from finsam.members.permissions import Action
from plans.access import WRITING, PlanAccess, plan_to
from plans.models import Change
from plans.views.changes import ReadChanges, is_there
from plans.views.needs import change_to_undo
from plans.views.shelf import status_label
from plans.writing.budget_undoing import BUDGET_KINDS
from plans.writing.restoring import CannotRestore, restore, undo

A_PAGE = 50
LATEST = 10


@require_safe
def history(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """Every change, newest first, in pages; of one thing where `enhet` names its key."""
    access = plan_to(request, slug, year, Action.SEE_HISTORY)
    changes = access.plan.changes.all()
    key = _key(request)
    if key is not None:
        changes = changes.of(key)
    page = Paginator(changes, A_PAGE).get_page(request.GET.get("sida"))
    context = _context(access) | {
        "page": page,
        "changes": ReadChanges(access.plan).all(page),
        "only": str(key or ""),
    }
    return render(request, "plans/history.html", context)


@require_safe
def history_rail(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """The latest changes, beside the plan while it is written."""
    access = plan_to(request, slug, year, Action.SEE_HISTORY)
    latest = ReadChanges(access.plan).all(access.plan.changes.all()[:LATEST])
    return render(
        request, "plans/writing/_rail_changes.html", _context(access) | {"changes": latest}
    )


@require_safe
def plan_bin(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """What was removed and is not there now, newest first."""
    access = plan_to(request, slug, year, Action.SEE_HISTORY)
    there = is_there(access.plan)
    latest: dict[UUID, Change] = {}
    for change in access.plan.changes.removals():
        if change.key not in there:
            latest.setdefault(change.key, change)
    page = Paginator(list(latest.values()), A_PAGE).get_page(request.GET.get("sida"))
    context = _context(access) | {"page": page, "changes": ReadChanges(access.plan).all(page)}
    return render(request, "plans/bin.html", context)


@require_POST
def undo_change(request: HttpRequest, slug: str, year: int, pk: int) -> HttpResponse:
    """Take a change back; what is taken back is a change itself."""
    access = plan_to(request, slug, year, Action.ARRANGE_PLAN, *WRITING)
    change = change_to_undo(request, access, pk)
    try:
        undo(access.plan, change, by=cast(User, request.user))
        messages.success(request, "Det är gjort ogjort.")
    except CannotRestore as refusal:
        messages.warning(request, str(refusal))
    return redirect(_way_back(access, change))


@require_POST
def restore_change(request: HttpRequest, slug: str, year: int, pk: int) -> HttpResponse:
    """Make a text what it was after a change."""
    access = plan_to(request, slug, year, Action.ARRANGE_PLAN)
    change = get_object_or_404(access.plan.changes, pk=pk)
    try:
        restore(access.plan, change, by=cast(User, request.user))
        messages.success(
            request, "Texten är återställd. Den som stod före finns kvar i historiken."
        )
    except CannotRestore as refusal:
        messages.warning(request, str(refusal))
    return redirect(_way_back(access, change))


def _way_back(access: PlanAccess, change: Change) -> str:
    """To the page where the thing stands, so that what happened is seen."""
    place = [access.plan.federation.slug, access.plan.year]
    if change.kind in BUDGET_KINDS:
        return reverse("budget", args=place)
    if change.kind == "intervention":
        return reverse("interventions", args=place)
    if change.kind in ("perspective", "goal", "activity", "indicator", "goal_map"):
        return reverse("goals", args=place)
    return f"{access.plan.get_absolute_url()}#avsnitt-{change.key}"


def _context(access: PlanAccess) -> dict[str, object]:
    plan = access.plan
    return {
        "plan": plan,
        "federation": plan.federation,
        "status_label": status_label(plan, list(plan.decisions.all())),
        "writing": access.may(Action.ARRANGE_PLAN),
        "accent_urls": [plan.federation.accent_url],
    }


def _key(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.GET.get("enhet", ""))
    except ValueError:
        return None
