"""Adding, moving and removing the parts of the goal map."""

from collections.abc import Callable
from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from finsam.editions import Gone
from finsam.members.models import User
from finsam.members.permissions import Action
from goals.editing import TooDeep
from plans.access import plan_to
from plans.models import Plan
from plans.views.goal_list import GoalLists, open_indicator
from plans.views.goals import (
    Shown,
    goal_part,
    goals_url,
    gone_part,
    list_context,
    opened,
    shown_block,
)
from plans.views.parts import changed, wants_part
from plans.views.units import unit_form
from plans.views.words import REMOVED, gone_words, moved_words
from plans.writing import goals
from plans.writing.units import ACTIVITY

TOO_DEEP = "Ett mål med delmål kan inte själv bli delmål. Flytta delmålen först."
ALONE = {"activity", "indicator"}
STEPS = {"upp": -1, "ner": 1}


@require_POST
def add_perspective(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """A perspective after the others."""
    access = plan_to(request, slug, year, Action.WRITE_GOALS)
    row = goals.add_perspective(access.plan, by=_by(request))
    return _list(request, access.plan, Shown(words="Perspektivet är tillagt."), new=row.key)


@require_POST
def add_goal(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """A goal last in a perspective, or below a goal, open to be written."""
    access = plan_to(request, slug, year, Action.WRITE_GOALS)
    try:
        row = goals.add_goal(access.plan, **_place(request), by=_by(request))
    except Gone:
        return _gone(request, access.plan, *_asked(request))
    except TooDeep:
        return _list(request, access.plan, Shown(words=TOO_DEEP, is_notice=True))
    return _list(request, access.plan, Shown(words="Målet är tillagt."), new=row.key)


@require_POST
def place_goal(request: HttpRequest, slug: str, year: int, key: UUID) -> HttpResponse:
    """Move a goal to another perspective, or make it a child goal."""
    access = plan_to(request, slug, year, Action.WRITE_GOALS)
    try:
        moved = goals.move_goal(access.plan, key=key, **_place(request), by=_by(request))
    except Gone:
        return _gone(request, access.plan, "goal", key)
    except TooDeep:
        return _list(request, access.plan, Shown(words=TOO_DEEP, is_notice=True))
    home = moved.row.perspective.name
    place = f"delmål till {moved.row.parent}" if moved.row.parent else home
    return _list(request, access.plan, Shown(words=f"Målet är flyttat: {place or 'eget mål'}."))


@require_POST
def add_activity(request: HttpRequest, slug: str, year: int, key: UUID) -> HttpResponse:
    """An activity of a goal, yet to be written."""

    def part(plan: Plan, name: str) -> tuple[str, dict[str, Any]]:
        row = goals.add_activity(plan, goal=key, by=_by(request))
        unit = unit_form(plan, ACTIVITY, row, name=f"En aktivitet, {name}", key=row.key)
        unit.form.fields["text"].widget.attrs["autofocus"] = True
        return "_activity.html", {"unit": unit}

    return _added(request, slug, year, key, part)


@require_POST
def add_indicator(request: HttpRequest, slug: str, year: int, key: UUID) -> HttpResponse:
    """An indicator of a goal, yet to be written."""

    def part(plan: Plan, name: str) -> tuple[str, dict[str, Any]]:
        row = goals.add_indicator(plan, goal=key, by=_by(request))
        indicator = open_indicator(plan, row, name)
        indicator.unit.form.fields["sentence"].widget.attrs["autofocus"] = True
        return "_indicator.html", {"indicator": indicator}

    return _added(request, slug, year, key, part)


def _added(
    request: HttpRequest,
    slug: str,
    year: int,
    key: UUID,
    part: Callable[[Plan, str], tuple[str, dict[str, Any]]],
) -> HttpResponse:
    """What was added to a goal, as a part of the page or in the whole of it."""
    plan = plan_to(request, slug, year, Action.WRITE_GOALS).plan
    goal = GoalLists(plan, shown_block(request, plan).labels).goal(key)
    try:
        template, context = part(plan, goal.name if goal else "")
    except Gone:
        return _gone(request, plan, "goal", key)
    if not wants_part(request):
        return redirect(goals_url(plan, key))
    context |= {"plan": plan, "federation": plan.federation}
    return render(request, f"plans/writing/goals/{template}", context)


@require_POST
def move_part(request: HttpRequest, slug: str, year: int, kind: str, key: UUID) -> HttpResponse:
    """Move a part one step up or down among those it stands with."""
    plan = plan_to(request, slug, year, Action.WRITE_GOALS).plan
    steps = STEPS.get(request.POST.get("at", ""))
    if steps is None:
        raise Http404
    try:
        moved = goals.shift(plan, kind=kind, key=key, steps=steps, by=_by(request))
    except Gone:
        return _gone(request, plan, kind, key)
    position = int(str(moved.after["position"]))
    said = moved_words(kind, position, is_elsewhere=moved.is_elsewhere)
    if kind not in ALONE:
        return _list(request, plan, Shown(words=said))
    goal = moved.row.goal.key
    if wants_part(request):
        return changed(goal_part(request, plan, goal, {goal}, said=said))
    return _back(request, plan, Shown(words=said), goal)


@require_POST
def remove_part(request: HttpRequest, slug: str, year: int, kind: str, key: UUID) -> HttpResponse:
    """Remove a part with all that is in it; the way back stands beside what is said."""
    plan = plan_to(request, slug, year, Action.WRITE_GOALS).plan
    try:
        change = goals.remove(plan, kind=kind, key=key, by=_by(request))
    except Gone:
        return _gone(request, plan, kind, key)
    except goals.StillShown as shown:
        words = f"Perspektivet visas för sig i avsnittet {', '.join(shown.headings)}."
        more = "Ändra avsnittet först, sedan kan du ta bort perspektivet."
        return _list(request, plan, Shown(words=words, more=more, home=key, is_notice=True))
    place = (change.before or {})["place"]
    home = UUID(place["perspective"]) if "perspective" in place else None
    said = Shown(words=REMOVED[kind], change=change, home=home)
    if kind not in ALONE:
        return _list(request, plan, said)
    if wants_part(request):
        context = {"plan": plan, "federation": plan.federation, "shown": said}
        return changed(render(request, "plans/writing/_shown.html", context))
    return _back(request, plan, said, UUID(place["goal"]))


def _list(request: HttpRequest, plan: Plan, shown: Shown, new: UUID | None = None) -> HttpResponse:
    """The list as it is now, with what is open in it still open, and what is new."""
    if not wants_part(request):
        return _back(request, plan, shown, new)
    open_ = opened(request) | ({new} if new else set())
    context = list_context(plan, shown_block(request, plan), open_, shown)
    for goal in context["list"].walk():
        if goal.key == new and goal.open:
            goal.open.unit.form.fields["text"].widget.attrs |= {"autofocus": True, "data-new": True}
    for perspective in context["list"].perspectives:
        if perspective.key == new:
            field = perspective.unit.form.fields["name"]
            field.widget.attrs |= {"autofocus": True, "data-new": True}
    context["is_part"] = True
    return changed(render(request, "plans/writing/goals/_list.html", context))


def _gone(request: HttpRequest, plan: Plan, kind: str, key: UUID) -> HttpResponse:
    """Somebody else has removed it already, and that is no error."""
    if wants_part(request) and kind in ALONE:
        return gone_part(request, plan, kind, key)
    fact, text = gone_words(plan, kind, key, _by(request))
    return _list(request, plan, Shown(words=fact, more=text, is_notice=True))


def _back(request: HttpRequest, plan: Plan, shown: Shown, goal: UUID | None = None) -> HttpResponse:
    """To the whole page, which says what was done."""
    messages.info(request, f"{shown.words} {shown.more}".strip())
    return redirect(goals_url(plan, goal))


def _asked(request: HttpRequest) -> tuple[str, UUID]:
    [(name, key)] = _place(request).items()
    return {"perspective": "perspective", "parent": "goal"}[name], key


def _place(request: HttpRequest) -> dict[str, UUID]:
    """Where a goal shall stand: "perspektiv/KEY", "mal/KEY", or nowhere said."""
    given = request.POST.get("till", "")
    if not given:
        return {}
    kind, _, key = given.partition("/")
    try:
        return {{"perspektiv": "perspective", "mal": "parent"}[kind]: UUID(key)}
    except (KeyError, ValueError):
        raise Http404 from None


def _by(request: HttpRequest) -> User:
    return cast(User, request.user)
