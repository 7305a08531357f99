"""One cell of the budget saved, and what follows from it shown."""

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import cast
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from budgets.cells import Cell, StaleCells, standing
from budgets.formatting import typed_text
from budgets.grid import cell_id
from budgets.parsing import Unread, parse
from budgets.reading import sheet_of
from budgets.sheet import CostSign, Sheet, Unit
from finsam.editions import Gone
from finsam.members.models import User
from finsam.members.permissions import Action
from plans.access import plan_to
from plans.models import Change, Plan
from plans.views.budget_grid import (
    STRUCTURE,
    BudgetSheet,
    budget_of,
    budget_sheet,
    compares,
    editions_of,
    since,
    touched,
)
from plans.views.given import number
from plans.views.saving import clock, is_page_of, written_on
from plans.writing.cells import TypedCell, is_filled_in, type_cells

GONE = "Raden eller kolumnen är borttagen. Det du skrev står kvar här."


@require_POST
def save_cell(request: HttpRequest, slug: str, year: int, key: UUID, column: str) -> HttpResponse:
    """Save a cell as it was typed, and answer in JSON with everything that follows from it.

    200 with the new edition and the parts of the sheet that are others now, also where what was
    typed is no amount; 401, 409 and 410 as `save` of a unit. With `ask` nothing is saved.
    """
    plan = plan_to(request, slug, year, Action.WRITE_BUDGET).plan
    if not is_page_of(request.user, request):
        return JsonResponse({}, status=401)
    typed = _typed(request, key, column)
    if "ask" in request.POST:
        return JsonResponse({"is_saved": _is_saved(plan, typed)})
    try:
        # The answer is read before anybody else can fill in: amounts and editions belong together.
        with transaction.atomic():
            filled = type_cells(plan, [typed], by=cast(User, request.user))
            said = _said(request, plan, filled.sheet, typed, filled.change)
    except StaleCells:
        return JsonResponse({}, status=409)
    except Gone:
        return JsonResponse({"message": _gone_words(plan, key)}, status=410)
    return JsonResponse(said)


@require_POST
def compare_cell(
    request: HttpRequest, slug: str, year: int, key: UUID, column: str
) -> HttpResponse:
    """What I typed in a cell and what somebody else has filled in, to choose between."""
    plan = plan_to(request, slug, year, Action.WRITE_BUDGET).plan
    budget = budget_of(plan)
    sheet, cell = sheet_of(budget), standing(budget, [(key, column)])[key, column]
    change = _latest_change(plan, key, column)
    mine, theirs = request.POST.get("value", ""), _text(sheet, cell)
    read = parse(mine, sheet.unit, _negates(sheet, key))
    understood = (
        mine if isinstance(read, Unread) else _text(sheet, replace(cell, amount=read.kr, unread=""))
    )
    context = {
        "id": cell_id(key, column),
        "edition": cell.edition,
        "who": change.person_name if change else "Någon annan",
        "at": f"{timezone.localtime(change.changed_at):%H:%M}" if change else "",
        "shown": (understood or "tomt", theirs or "tomt"),
        "mine": json.dumps({"value": mine}),
        "theirs": json.dumps({"value": theirs}),
    }
    return render(request, "plans/budget/_cell_conflict.html", context)


@require_safe
def budget_news(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """What others have filled in since, in JSON; `renew` where there are other rows or columns."""
    plan = plan_to(request, slug, year, Action.WRITE_BUDGET).plan
    changes = since(plan, _seen(request))
    if not changes:
        return JsonResponse({})
    if _others_rebuilt(changes, request):
        return JsonResponse({"renew": True})
    shown = budget_sheet(plan, is_compared=compares(request, plan))
    return JsonResponse({"html": _parts(shown, touched(changes)), "seen": shown.seen})


def _typed(request: HttpRequest, key: UUID, column: str) -> TypedCell:
    """What was typed, in the unit and with the signs that the page showed."""
    unit, sign = request.GET.get("enhet", ""), request.GET.get("tecken", "")
    return TypedCell(
        line=key,
        column=column,
        text=request.POST.get("value", ""),
        edition=written_on(request),
        unit=Unit(unit) if unit in [*Unit] else None,
        cost_sign=CostSign(sign) if sign in [*CostSign] else None,
    )


def _said(
    request: HttpRequest, plan: Plan, sheet: Sheet, typed: TypedCell, change: Change | None
) -> dict[str, object]:
    """The answer to a save: the cell, what others filled in since, every sum."""
    known = editions_of(plan)
    others = since(plan, _seen(request))
    shown = budget_sheet(plan, is_compared=compares(request, plan), sheet=sheet, known=known)
    cell = shown.grid.cells()[cell_id(typed.line, typed.column)]
    return {
        "edition": cell.edition,
        "at": clock(),
        "html": _parts(shown, {*touched(others), (typed.line, typed.column)}),
        "seen": shown.seen,
        "change": change.pk if change else None,
        "words": cell.why or shown.maker.said(typed.column),
        "renew": _others_rebuilt(others, request) or typed.unit not in (None, sheet.unit),
    }


def _parts(shown: BudgetSheet, filled: set[tuple[UUID, str]]) -> str:
    """The cells that were filled in and every computed one, as the page has them."""
    ids = {cell_id(*place) for place in filled}
    cells = [cell for cell in shown.grid.cells().values() if cell.id in ids or not cell.is_typed]
    return render_to_string("plans/budget/_parts.html", {"cells": cells, "shown": shown})


def _others_rebuilt(changes: Iterable[Change], request: HttpRequest) -> bool:
    """Whether somebody else has changed rows, columns or words; the own page knows its own."""
    me = cast(User, request.user).pk
    return any(change.kind in STRUCTURE and change.person_id != me for change in changes)


def _gone_words(plan: Plan, key: UUID) -> str:
    """That the row or the column is gone, and who took it, where that is known."""
    removals = plan.changes.removals().filter(kind__in=("line", "column"))
    removed = removals.filter(key=key).first() or removals.first()
    if removed is None:
        return GONE
    return f"{removed.person_name} har tagit bort {removed.name}. Det du skrev står kvar här."


def _is_saved(plan: Plan, typed: TypedCell) -> bool:
    try:
        return is_filled_in(plan, typed)
    except Gone:
        return False


def _text(sheet: Sheet, cell: Cell) -> str:
    return cell.unread or typed_text(cell.amount, sheet.unit, _negates(sheet, cell.line))


def _negates(sheet: Sheet, key: UUID) -> bool:
    """Whether the line is a cost that stands with a minus."""
    side = next((side for side, line in sheet.walk() if line.key == key), None)
    return sheet.negates(side)


def _latest_change(plan: Plan, key: UUID, column: str) -> Change | None:
    """The change that last filled in the cell, alone or among others."""
    changes = plan.changes.filter(after__cells__contains=[{"line": str(key), "column": column}])
    return changes.first()


def _seen(request: HttpRequest) -> int:
    given = request.POST if request.method == "POST" else request.GET
    return number(given.get("seen", "")) or 0
