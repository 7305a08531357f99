"""The page where the budget is written, as a sheet, and what is done to the sheet as a whole."""

from contextlib import suppress
from dataclasses import replace
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from budgets.refusals import Exists
from budgets.sheet import Sheet
from finsam.members.access import Refused
from finsam.members.models import User
from finsam.members.permissions import Action
from plans.access import PlanAccess, plan_to
from plans.document.content import BudgetBlock, PlanContent
from plans.document.loading import load_content
from plans.document.outline import Heading, headings
from plans.models import Plan
from plans.views.budget_acts import ARRANGES, TAKES_BACK, Done, do
from plans.views.budget_grid import (
    Editions,
    asks_to_compare,
    budget_of,
    budget_sheet,
    budget_url,
    compares,
    editions_of,
)
from plans.views.given import number
from plans.views.needs import change_to_undo
from plans.views.parts import wants_part
from plans.views.reading import plan_context
from plans.views.units import unit_form
from plans.writing import budget as writing
from plans.writing.units import BUDGET, WHOLE


@require_safe
def budget_page(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """The budget as a sheet to write in; as a part only the sheet."""
    access = plan_to(request, slug, year, Action.WRITE_BUDGET)
    if wants_part(request):
        return grid_part(request, access.plan)
    known = editions_of(access.plan) if access.plan.budget is not None else None
    content = load_content(access.plan)
    context = plan_context(access, content) | {"current": _shown_in(content)}
    if access.plan.budget is not None:
        context |= _sheet_context(request, access, content.budget, known)
    return render(request, "plans/budget.html", context)


@require_POST
def budget_act(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """Do something to rows or columns, or take it back; the answer is the whole sheet anew."""
    access = plan_to(request, slug, year, Action.WRITE_BUDGET)
    plan = access.plan
    # A button says what it does; a key says what is asked.
    asked = request.POST.get("does") or request.POST.get("asked", "")
    _refuse(request, access, asked)
    done = do(plan, asked, request.POST, by=cast(User, request.user))
    if "does" in request.POST and not (done.new or done.is_offered or done.is_notice):
        # The button went with its dialog: the hands come to what was acted on.
        done = replace(done, at=asked.partition("/")[2])
    if not wants_part(request):
        return redirect(budget_url(plan, is_compared=asks_to_compare(request)))
    return grid_part(request, plan, done)


def _refuse(request: HttpRequest, access: PlanAccess, asked: str) -> None:
    """Raise Refused where what is asked takes more than writing in the budget."""
    name, _, key = asked.partition("/")
    if name in ARRANGES and not access.may(Action.ARRANGE_PLAN):
        raise Refused(access.may(Action.ARRANGE_PLAN))
    if name in TAKES_BACK:
        change_to_undo(request, access, number(key))


@require_POST
def begin_budget(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """A budget where the plan has none."""
    plan = plan_to(request, slug, year, Action.WRITE_BUDGET).plan
    # Where somebody else has begun one meanwhile, that is the one.
    with suppress(Exists):
        writing.begin_budget(plan, by=cast(User, request.user))
    return redirect(budget_url(plan))


@require_POST
def add_budget_section(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """A section that shows the budget, where the plan has none."""
    plan = plan_to(request, slug, year, Action.ARRANGE_PLAN).plan
    writing.add_budget_section(plan, by=cast(User, request.user))
    return redirect(budget_url(plan))


def grid_part(
    request: HttpRequest, plan: Plan, done: Done | None = None, *, is_dialog_open: bool = False
) -> HttpResponse:
    """The sheet as a part of the page, and what was done; a dialog is closed by it or stays."""
    budget_of(plan).refresh_from_db()
    context = {
        "plan": plan,
        "federation": plan.federation,
        "shown": budget_sheet(plan, is_compared=compares(request, plan)),
        "done": done,
        "is_part": True,
        "is_dialog_open": is_dialog_open,
    }
    return render(request, "plans/budget/_grid.html", context)


def _sheet_context(
    request: HttpRequest, access: PlanAccess, sheet: Sheet | None, known: Editions | None
) -> dict[str, object]:
    plan = access.plan
    is_compared = compares(request, plan)
    return {
        "shown": budget_sheet(plan, is_compared=is_compared, sheet=sheet, known=known),
        "title": unit_form(plan, BUDGET, plan.budget, name="Budgetens rubrik", key=WHOLE),
        "compare_url": budget_url(plan, is_compared=not is_compared),
    }


def _shown_in(content: PlanContent) -> Heading | None:
    """The section that shows the budget, the one that shows it whole before others."""
    found = [one for one in headings(content) if isinstance(one.section.block, BudgetBlock)]
    return min(found, key=_is_branch, default=None)


def _is_branch(one: Heading) -> bool:
    block = one.section.block
    return isinstance(block, BudgetBlock) and block.branch is not None
