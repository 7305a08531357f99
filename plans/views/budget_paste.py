"""A range from Excel or Word pasted into the budget: seen first, then put in, as one step."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any, cast
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from budgets.arithmetic import figures
from budgets.grid import SIDES, GridMaker, GridRow
from budgets.labels import line_label
from budgets.layout import PlacedRow
from budgets.ordering import lock
from budgets.pasting import Focus, PasteRefused, Preview, Proposal, preview, proposal
from budgets.reading import sheet_of
from budgets.refusals import Exists
from budgets.sheet import Sheet, Side
from finsam.members.models import User
from finsam.members.permissions import Action
from plans.access import plan_to
from plans.document.skeleton.money import SHOWN
from plans.models import Plan
from plans.views.budget import grid_part
from plans.views.budget_acts import Done, done_since
from plans.views.budget_grid import budget_url, since
from plans.views.given import number
from plans.views.parts import in_dialog, wants_part
from plans.writing.budget import begin_budget
from plans.writing.budget_pasting import newest, pasted_source, save_paste

CHANGED = (
    "Budgeten har ändrats medan du tittade. Så här blir det nu, titta igen innan du klistrar in."
)


@require_http_methods(["GET", "HEAD", "POST"])
def budget_paste(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """The dialog; with a text what it would do; when that is accepted the sheet anew.

    Where the plan has no budget, the text becomes one.
    """
    plan = plan_to(request, slug, year, Action.WRITE_BUDGET).plan
    if not wants_part(request):
        return redirect(budget_url(plan))
    if request.method != "POST":
        return _dialog(request, plan, {})
    try:
        return _accept(request, plan) if "accept" in request.POST else _preview(request, plan)
    except PasteRefused as refused:
        return _dialog(request, plan, {"problem": str(refused)}, status=422)


def _preview(request: HttpRequest, plan: Plan, problem: str = "") -> HttpResponse:
    more: dict[str, Any] = {"seen": newest(plan), "problem": problem}
    if plan.budget is None:
        proposed = _proposed(request.POST, plan)
        more |= {"preview": proposed.preview}
        more |= {"summary": proposed.summary, "remarks": proposed.remarks}
        return _dialog(request, plan, more)
    sheet = sheet_of(plan.budget)
    made = _made(request.POST, sheet)
    more |= {"preview": made, "summary": made.summary, "remarks": made.remarks}
    return _dialog(request, plan, more | {"places": _places(sheet)})


def _accept(request: HttpRequest, plan: Plan) -> HttpResponse:
    """Put in what was seen, unless the budget is another by now: then it is to be seen again."""
    by = cast(User, request.user)
    before = newest(plan)
    if plan.budget is None:
        return _begin(request, plan)
    with transaction.atomic():
        lock(plan.budget)
        if since(plan, number(request.POST.get("shown", "")) or 0):
            return _preview(request, plan, CHANGED)
        made = _made(request.POST, sheet_of(plan.budget))
        save_paste(plan, made, by=by)
    done = done_since(plan, Done(words=made.summary, is_offered=True), before, by)
    return grid_part(request, plan, done)


def _begin(request: HttpRequest, plan: Plan) -> HttpResponse:
    """The pasted budget is the plan's; where somebody has begun one meanwhile, that is shown."""
    begun = _proposed(request.POST, plan).sheet
    with suppress(Exists):
        begin_budget(plan, by=cast(User, request.user), begun=begun)
    response = HttpResponse(status=204)
    response["HX-Redirect"] = budget_url(plan)
    return response


def _proposed(given: Mapping[str, str], plan: Plan) -> Proposal:
    """The budget that a text becomes. Raises PasteRefused."""
    bare = Sheet(title=f"Budget {plan.year}", computed_rows=dict.fromkeys(SHOWN, ""))
    source = pasted_source(timezone.localdate())
    return proposal(given.get("text", ""), bare, source=source)


def _made(given: Mapping[str, str], sheet: Sheet) -> Preview:
    """What the text would do to the sheet. Raises PasteRefused."""
    row, _, column = given.get("at", "").strip("/").partition("/")
    grid = GridMaker(sheet=sheet, figures=figures(sheet)).grid()
    return preview(
        given.get("text", ""),
        sheet,
        focus=Focus(row=row, column=column) if column else None,
        rows=tuple(_placed(one) for one in grid.walk()),
        add_to=_place(given.get("to", ""), sheet),
        source=pasted_source(timezone.localdate()),
    )


def _placed(row: GridRow) -> PlacedRow:
    """A row of the sheet as one that may be pasted to."""
    return PlacedRow(
        kind=row.kind, key=row.key.removeprefix("sum-"), label=row.label, level=row.level
    )


def _place(text: str, sheet: Sheet) -> UUID | Side | None:
    """Where rows that the budget lacks go: a side, a group, or nowhere."""
    if text in [*Side]:
        return Side(text)
    groups = {str(line.key): line.key for _, line in sheet.walk() if line.is_group}
    return groups.get(text)


def _places(sheet: Sheet) -> list[tuple[str, str]]:
    groups = [
        (str(line.key), line_label(line) or "Grupp utan namn")
        for _, line in sheet.walk()
        if line.is_group
    ]
    return [*((str(side), SIDES[side]) for side in Side), *groups]


def _dialog(
    request: HttpRequest, plan: Plan, more: dict[str, Any], status: int = 200
) -> HttpResponse:
    context = {"plan": plan, "federation": plan.federation, "given": request.POST, **more}
    return in_dialog(render(request, "plans/budget/_paste.html", context, status=status))
