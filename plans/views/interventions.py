"""The page where the insatser are written, and its parts."""

from collections.abc import Collection
from typing import Any, cast
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from finsam.editions import Gone
from finsam.members.models import User
from finsam.members.permissions import Action
from goals.content import Level
from plans.access import plan_to
from plans.document.content import InterventionsBlock
from plans.document.loading import load_content
from plans.document.outline import headings
from plans.models import Plan
from plans.views.goals import Shown, gone_part, opened
from plans.views.intervention_list import InterventionLists, ListedLevel
from plans.views.parts import changed, wants_part
from plans.views.reading import plan_context
from plans.views.words import REMOVED, gone_words, moved_words
from plans.writing import goals, interventions
from plans.writing.blocks import add_block_section

STEPS = {"upp": -1, "ner": 1}


@require_safe
def interventions_page(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """The insatser by level, to write in."""
    access = plan_to(request, slug, year, Action.WRITE_INTERVENTIONS)
    content = load_content(access.plan)
    found = [one for one in headings(content) if isinstance(one.section.block, InterventionsBlock)]
    asked = request.GET.get("avsnitt", "")
    chosen = [one for one in found if str(one.section.key) == asked] or found
    levels = InterventionLists(access.plan, content, opened(request)).levels()
    context = plan_context(access, content) | {
        "levels": levels,
        "current": next(iter(chosen), None),
        "is_only": len(found) == 1,
    }
    return render(request, "plans/interventions.html", context)


@require_safe
def write_intervention(request: HttpRequest, slug: str, year: int, key: UUID) -> HttpResponse:
    """An insats opened for writing: as a part of the page, or the page with it open."""
    access = plan_to(request, slug, year, Action.WRITE_INTERVENTIONS)
    if not wants_part(request):
        return redirect(interventions_url(access.plan, key))
    one = InterventionLists(access.plan, load_content(access.plan), {key}).find(key)
    if one is None or one.open is None:
        return gone_part(request, access.plan, "intervention", key)
    one.open.unit.form.fields["name"].widget.attrs["autofocus"] = True
    context = {"plan": access.plan, "federation": access.plan.federation, "one": one}
    return render(request, "plans/writing/interventions/_own.html", context)


@require_safe
def read_intervention(request: HttpRequest, slug: str, year: int, key: UUID) -> HttpResponse:
    """The insatser when the writing in one is done: its level and the sums may be others."""
    access = plan_to(request, slug, year, Action.WRITE_INTERVENTIONS)
    if not wants_part(request):
        return redirect(interventions_url(access.plan))
    return _list(request, access.plan, Shown(home=key), opened(request) - {key})


@require_POST
def add_intervention(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """An insats last on a level, open to be written."""
    access = plan_to(request, slug, year, Action.WRITE_INTERVENTIONS)
    level = request.POST.get("level", "")
    if level not in [*Level]:
        raise Http404
    row = interventions.add_intervention(access.plan, level=Level(level), by=_by(request))
    said = Shown(words="Insatsen är tillagd.")
    return _list(request, access.plan, said, opened(request) | {row.key}, new=row.key)


@require_POST
def move_intervention(request: HttpRequest, slug: str, year: int, key: UUID) -> HttpResponse:
    """Move an insats one step up or down on its level."""
    plan = plan_to(request, slug, year, Action.WRITE_INTERVENTIONS).plan
    steps = STEPS.get(request.POST.get("at", ""))
    if steps is None:
        raise Http404
    try:
        moved = goals.shift(plan, kind="intervention", key=key, steps=steps, by=_by(request))
    except Gone:
        return _gone(request, plan, key)
    position = int(str(moved.after["position"]))
    words = moved_words("intervention", position, is_elsewhere=moved.is_elsewhere)
    return _list(request, plan, Shown(words=words), opened(request))


@require_POST
def remove_intervention(request: HttpRequest, slug: str, year: int, key: UUID) -> HttpResponse:
    """Remove an insats; the way back stands beside what is said."""
    plan = plan_to(request, slug, year, Action.WRITE_INTERVENTIONS).plan
    try:
        change = interventions.remove_intervention(plan, key=key, by=_by(request))
    except Gone:
        return _gone(request, plan, key)
    said = Shown(words=REMOVED["intervention"], change=change)
    return _list(request, plan, said, opened(request) - {key})


@require_POST
def serve_goal(request: HttpRequest, slug: str, year: int, key: UUID, goal: UUID) -> HttpResponse:
    """Say that an insats serves a goal, or not."""
    plan = plan_to(request, slug, year, Action.WRITE_INTERVENTIONS).plan
    is_on = "on" in request.POST
    try:
        interventions.serve(plan, intervention=key, goal=goal, serves=is_on, by=_by(request))
    except Gone:
        return HttpResponse(status=410)
    return _ticked(request, plan, key)


@require_POST
def pay_line(request: HttpRequest, slug: str, year: int, key: UUID, line: UUID) -> HttpResponse:
    """Say that a budget line pays for an insats, or not."""
    plan = plan_to(request, slug, year, Action.WRITE_INTERVENTIONS).plan
    is_on = "on" in request.POST
    try:
        interventions.pay(plan, intervention=key, line=line, pays=is_on, by=_by(request))
    except Gone:
        return HttpResponse(status=410)
    return _ticked(request, plan, key)


def _ticked(request: HttpRequest, plan: Plan, key: UUID) -> HttpResponse:
    """A tick is saved: the page has it already."""
    if wants_part(request):
        return changed(HttpResponse(status=204))
    return redirect(interventions_url(plan, key))


@require_POST
def add_interventions_section(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """A section that shows the insatser, where the plan has none."""
    plan = plan_to(request, slug, year, Action.ARRANGE_PLAN).plan
    add_block_section(plan, heading="Insatser", block=InterventionsBlock(), by=_by(request))
    return redirect(interventions_url(plan))


def _list(
    request: HttpRequest,
    plan: Plan,
    shown: Shown,
    open_: Collection[UUID],
    new: UUID | None = None,
) -> HttpResponse:
    """The list as it is now, with what is open in it still open, and what is new."""
    if not wants_part(request):
        messages.info(request, f"{shown.words} {shown.more}".strip())
        return redirect(interventions_url(plan, new))
    levels = InterventionLists(plan, load_content(plan), open_).levels()
    _hands_to(levels, new)
    context: dict[str, Any] = {
        "plan": plan,
        "federation": plan.federation,
        "levels": levels,
        "shown": shown,
        "is_part": True,
    }
    return render(request, "plans/writing/interventions/_list.html", context)


def _hands_to(levels: tuple[ListedLevel, ...], new: UUID | None) -> None:
    """Let the hands come to the name of what was just added."""
    for level in levels:
        for one in level.interventions:
            if one.key == new and one.open:
                field = one.open.unit.form.fields["name"]
                field.widget.attrs |= {"autofocus": True, "data-new": True}


def _gone(request: HttpRequest, plan: Plan, key: UUID) -> HttpResponse:
    fact, text = gone_words(plan, "intervention", key, _by(request))
    return _list(
        request, plan, Shown(words=fact, more=text, is_notice=True), opened(request) - {key}
    )


def interventions_url(plan: Plan, one: UUID | None = None) -> str:
    """The address of the page, with an insats open on it."""
    address = reverse("interventions", args=[plan.federation.slug, plan.year])
    return f"{address}?{urlencode({'oppen': one})}#insats-{one}" if one else address


def _by(request: HttpRequest) -> User:
    return cast(User, request.user)
