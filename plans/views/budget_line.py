"""More about one line of the budget, as a dialog: comment, whose money it is, where it goes."""

from collections.abc import Iterator
from typing import cast
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from budgets.grid import SIDES
from budgets.labels import line_label
from budgets.sheet import Line, Sheet, Side
from finsam.editions import Gone
from finsam.members.models import User
from finsam.members.permissions import Action
from plans.access import plan_to
from plans.document.content import PlanContent
from plans.document.loading import load_content
from plans.forms.budget import TiesForm
from plans.views.budget_grid import budget_of, budget_url
from plans.views.parts import changed, wants_part
from plans.views.units import unit_form
from plans.writing import budget_lines
from plans.writing.units import LINE


@require_safe
def budget_line(request: HttpRequest, slug: str, year: int, key: UUID) -> HttpResponse:
    """A line's comment and code, whose contribution it is, and where it can be moved."""
    access = plan_to(request, slug, year, Action.WRITE_BUDGET)
    plan = access.plan
    if not wants_part(request):
        return redirect(budget_url(plan))
    content = load_content(plan)
    line = _line(content, key)
    row = budget_of(plan).lines.filter(key=key).first()
    if line is None or row is None or content.budget is None:
        raise Http404
    context = {
        "plan": plan,
        "federation": plan.federation,
        "line": line,
        "unit": unit_form(plan, LINE, row, name=f"Raden {line.label}", key=key),
        "ties": TiesForm(content, line),
        "rights": access.rights,
        "places": list(_places(content.budget, line)),
    }
    return render(request, "plans/budget/_line.html", context)


@require_POST
def tie_line(request: HttpRequest, slug: str, year: int, key: UUID) -> HttpResponse:
    """Say whose contribution a line is, or which insats it pays for."""
    plan = plan_to(request, slug, year, Action.WRITE_BUDGET).plan
    content = load_content(plan)
    line = _line(content, key)
    if line is None:
        return HttpResponse(status=410)
    form = TiesForm(content, line, request.POST)
    asked = [name for name in form.fields if name in request.POST]
    if not form.is_valid() or not asked:
        return HttpResponse(status=422)
    chosen = {name: _key(form.cleaned_data[name]) for name in asked}
    try:
        budget_lines.tie_line(plan, key=key, by=cast(User, request.user), **chosen)
    except Gone:
        return HttpResponse(status=410)
    if wants_part(request):
        return changed(HttpResponse(status=204))
    return redirect(budget_url(plan))


def _line(content: PlanContent, key: UUID) -> Line | None:
    lines = () if content.budget is None else content.budget.walk()
    return next((line for _, line in lines if line.key == key), None)


def _places(sheet: Sheet, line: Line) -> Iterator[tuple[str, str]]:
    """Where a line can be moved: each side and each group, but not into itself."""
    below = {one.key for one in line.walk()}
    for side in Side:
        yield side, SIDES[side]
        for root in sheet.roots(side):
            yield from _groups(root, below, "\u00a0\u00a0")


def _groups(line: Line, below: set[UUID], indent: str) -> Iterator[tuple[str, str]]:
    if line.is_group and line.key not in below:
        yield str(line.key), f"{indent}{line_label(line) or 'Grupp utan namn'}"
        for child in line.lines:
            yield from _groups(child, below, f"{indent}\u00a0\u00a0")


def _key(text: str) -> UUID | None:
    return UUID(text) if text else None
