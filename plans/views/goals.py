"""The page where the goals are written, and its parts."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from finsam.editions import Gone
from finsam.members.models import User
from finsam.members.permissions import Action
from goals.content import GoalLayout, GoalMap
from goals.reading import goal_map_of
from plans.access import plan_to
from plans.document.blocks.goals import goals_view
from plans.document.content import GoalsBlock
from plans.document.loading import BLOCK, load_content
from plans.document.outline import SECTION_LEVEL, Heading, headings
from plans.models import Change, Plan, Section
from plans.views.goal_list import GoalLists, ListedGoal
from plans.views.parts import changed, wants_part
from plans.views.reading import plan_context
from plans.views.units import UnitForm, unit_form
from plans.views.words import gone_words
from plans.writing.blocks import add_block_section, goals_block, set_layout
from plans.writing.units import GOAL_MAP

LAYOUTS = (
    (GoalLayout.TABLE, "Tabell"),
    (GoalLayout.SCORECARD, "Styrkort"),
    (GoalLayout.PER_GOAL, "Per mål"),
    (GoalLayout.LIST, "Lista"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A layout to choose, and whether it is chosen."""

    value: str
    words: str
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the page says about what was just done, and where: `home` is a perspective.

    `change` has a way back; `is_notice` where it stands to be read, otherwise it is only said.
    """

    words: str = ""
    more: str = ""
    change: Change | None = None
    home: UUID | None = None
    is_notice: bool = False


@require_safe
def goals(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """The goals as a list to write in, under the heading of a section that shows them."""
    access = plan_to(request, slug, year, Action.WRITE_GOALS)
    content = load_content(access.plan)
    found = [one for one in headings(content) if isinstance(one.section.block, GoalsBlock)]
    current = _current(found, request)
    block = cast(GoalsBlock, current.section.block) if current else goals_block(access.plan)
    context = plan_context(access, content) | {
        "outline_url": access.plan.get_absolute_url(),
        "current": current,
        "section_key": current.section.key if current else None,
        "sections": found,
        "list": GoalLists(access.plan, block.labels, opened(request), content.goal_map).whole(),
        **layout_context(access.plan, block, content.goal_map),
        "whole": _whole(access.plan),
    }
    return render(request, "plans/goals.html", context)


def _current(found: list[Heading], request: HttpRequest) -> Heading | None:
    """The section that is asked for, otherwise the first."""
    asked = request.GET.get("avsnitt", "")
    first = found[0] if found else None
    return next((one for one in found if str(one.section.key) == asked), first)


def _whole(plan: Plan) -> UnitForm:
    """Vision, strategy and numbering as a unit."""
    return unit_form(plan, GOAL_MAP, plan.goal_map, name="Vision och strategi")


@require_safe
def write_goal(request: HttpRequest, slug: str, year: int, key: UUID) -> HttpResponse:
    """A goal opened for writing: as a part of the page, or the page with it open."""
    access = plan_to(request, slug, year, Action.WRITE_GOALS)
    if not wants_part(request):
        return redirect(goals_url(access.plan, key))
    return goal_part(request, access.plan, key, {key})


@require_safe
def read_goal(request: HttpRequest, slug: str, year: int, key: UUID) -> HttpResponse:
    """A goal as it is read, when the writing is done."""
    access = plan_to(request, slug, year, Action.WRITE_GOALS)
    if not wants_part(request):
        return redirect(goals_url(access.plan))
    return goal_part(request, access.plan, key, set())


def goal_part(
    request: HttpRequest, plan: Plan, key: UUID, open_: Collection[UUID], said: str = ""
) -> HttpResponse:
    """One goal of the list, without its child goals; or that it is gone."""
    goal = GoalLists(plan, shown_block(request, plan).labels, open_).goal(key)
    if goal is None:
        return gone_part(request, plan, "goal", key)
    focus(goal, is_moved=bool(said))
    context = {
        "plan": plan,
        "federation": plan.federation,
        "goal": goal,
        "focus": not said,
        "said": said,
        "is_part": True,
    }
    return render(request, "plans/writing/goals/_own.html", context)


def gone_part(request: HttpRequest, plan: Plan, kind: str, key: UUID) -> HttpResponse:
    """That something is gone already, in its place."""
    fact, text = gone_words(plan, kind, key, cast(User, request.user))
    return render(request, "plans/writing/_gone.html", {"fact": fact, "text": text})


def focus(goal: ListedGoal, *, is_moved: bool = False) -> None:
    """Let the hands come to a goal that was just opened."""
    if goal.open and not is_moved:
        goal.open.unit.form.fields["text"].widget.attrs["autofocus"] = True


@require_safe
def goal_preview(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """The goals as the section shows them in the plan."""
    access = plan_to(request, slug, year, Action.WRITE_GOALS)
    block = shown_block(request, access.plan)
    context = layout_context(access.plan, block, goal_map_of(access.plan.goal_map))
    return render(request, "plans/writing/goals/_preview.html", context)


@require_POST
def goal_layout(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """Choose how a section shows the goals."""
    access = plan_to(request, slug, year, Action.ARRANGE_PLAN)
    key, layout = _uuid(request.POST.get("avsnitt")), request.POST.get("layout", "")
    if layout not in [*GoalLayout]:
        raise Http404
    try:
        set_layout(access.plan, section=key, layout=GoalLayout(layout), by=cast(User, request.user))
    except Gone:
        raise Http404 from None
    if not wants_part(request):
        return redirect(f"{goals_url(access.plan, section=key)}#visning")
    block = shown_block(request, access.plan)
    context = layout_context(access.plan, block, goal_map_of(access.plan.goal_map))
    context |= {"section_key": key, "is_open": True}
    return changed(render(request, "plans/writing/goals/_shown.html", context))


@require_POST
def add_goals_section(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """A section that shows the goals, where the plan has none."""
    access = plan_to(request, slug, year, Action.ARRANGE_PLAN)
    by = cast(User, request.user)
    row = add_block_section(access.plan, heading="Mål", block=goals_block(access.plan), by=by)
    return redirect(goals_url(access.plan, section=row.key))


def opened(request: HttpRequest) -> set[UUID]:
    """The goals or insatser that are open on the page that asks."""
    asked = request.GET if request.method in ("GET", "HEAD") else request.POST
    return {_uuid(text) for text in asked.getlist("oppen") if text}


def _uuid(text: str | None) -> UUID:
    """A key out of an address or a hidden field. Raises Http404 for what no page has given."""
    try:
        return UUID(text or "")
    except ValueError:
        raise Http404 from None


def shown_block(request: HttpRequest, plan: Plan) -> GoalsBlock:
    """How the section that the page stands on shows the goals. One query."""
    asked = request.GET.get("avsnitt") or request.POST.get("avsnitt")
    rows = plan.sections.filter(kind=Section.Kind.GOALS)
    row = (rows.filter(key=_uuid(asked)) if asked else rows).first()
    if row is None:
        return goals_block(plan)
    return cast(GoalsBlock, BLOCK.validate_python({"kind": row.kind, **row.options}))


def list_context(
    plan: Plan, block: GoalsBlock, open_: Collection[UUID], shown: Shown | None = None
) -> dict[str, Any]:
    """What the list of goals is made from."""
    lists = GoalLists(plan, block.labels, open_)
    return {"plan": plan, "federation": plan.federation, "list": lists.whole(), "shown": shown}


def layout_context(plan: Plan, block: GoalsBlock, goal_map: GoalMap) -> dict[str, Any]:
    """The goals as a section shows them, and the layouts to choose from."""
    view = goals_view(goal_map, block, SECTION_LEVEL + 1)
    choices = [
        Choice(value=value, words=words, is_chosen=value == block.layout)
        for value, words in LAYOUTS
    ]
    return {
        "plan": plan,
        "federation": plan.federation,
        "view": view,
        "choices": choices,
    }


def goals_url(plan: Plan, goal: UUID | None = None, section: UUID | None = None) -> str:
    """The address of the page, with a goal open on it."""
    asked = {"avsnitt": section, "oppen": goal}
    query = urlencode({name: value for name, value in asked.items() if value})
    address = reverse("goals", args=[plan.federation.slug, plan.year])
    return f"{address}{'?' if query else ''}{query}{f'#mal-{goal}' if goal else ''}"
