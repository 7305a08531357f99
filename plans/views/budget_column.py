"""One column of the budget, or a new one, as a dialog: its year and kind, how it opens."""

from typing import Any, cast

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from budgets.labels import column_label
from budgets.reading import sheet_of
from budgets.refusals import Refusal
from budgets.sheet import Column, ColumnKind
from finsam.editions import Gone, Stale
from finsam.members.models import User
from finsam.members.permissions import Action
from plans.access import plan_to
from plans.forms.budget import AddColumnForm, ColumnForm
from plans.models import Plan
from plans.views.budget import grid_part
from plans.views.budget_acts import Done, done_since, refusal_words
from plans.views.budget_grid import budget_of, budget_url
from plans.views.parts import in_dialog, wants_part
from plans.views.saving import written_on
from plans.writing import budget_columns
from plans.writing.budget_pasting import newest

STALE = "Någon annan har ändrat kolumnen medan du hade den öppen. Stäng och titta på den igen."
GONE = "Någon har tagit bort kolumnen medan du hade den öppen."


@require_http_methods(["GET", "HEAD", "POST"])
def budget_column(request: HttpRequest, slug: str, year: int, name: str) -> HttpResponse:
    """A column's year and kind, and how it opens. The answer to a change is the sheet anew."""
    plan = plan_to(request, slug, year, Action.WRITE_BUDGET).plan
    sheet = sheet_of(budget_of(plan))
    column = next((one for one in sheet.columns if one.name == name), None)
    if column is None:
        return _gone(request, plan)
    form = ColumnForm(sheet, column, request.POST if request.method == "POST" else None)
    edition = _edition(plan, column)
    if not form.is_valid():
        return _column(request, plan, column, form, edition)
    before = newest(plan)
    try:
        budget_columns.edit_column(
            plan, name, edition=written_on(request), by=_by(request), **_values(form, column)
        )
    except Stale:
        return _column(request, plan, column, form, edition, STALE)
    except Refusal as error:
        return _column(request, plan, column, form, edition, " ".join(refusal_words(error)))
    except Gone:
        return _gone(request, plan)
    return _done(request, plan, Done(words="Kolumnen är ändrad."), before)


@require_http_methods(["GET", "HEAD", "POST"])
def budget_add_column(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """A new column, empty or with the amounts of another. The answer is the sheet anew."""
    plan = plan_to(request, slug, year, Action.WRITE_BUDGET).plan
    sheet = sheet_of(budget_of(plan))
    form = AddColumnForm(sheet, request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _dialog(request, plan, "plans/budget/_add_column.html", form)
    before, chosen = newest(plan), form.cleaned_data
    try:
        budget_columns.add_column(
            plan,
            year=chosen["year"],
            kind=ColumnKind(chosen["kind"]),
            copy=chosen["copy"] or None,
            by=_by(request),
        )
    except Refusal as error:
        form.add_error("year", " ".join(refusal_words(error)))
        return _dialog(request, plan, "plans/budget/_add_column.html", form)
    except Gone:
        return _gone(request, plan)
    return _done(request, plan, Done(words="Kolumnen är tillagd."), before)


def _column(
    request: HttpRequest,
    plan: Plan,
    column: Column,
    form: forms.Form,
    edition: int,
    problem: str = "",
) -> HttpResponse:
    more = {
        "head": column_label(column),
        "name": column.name,
        "edition": request.POST.get("edition", edition),
        "problem": problem,
    }
    return _dialog(request, plan, "plans/budget/_column.html", form, more)


def _dialog(
    request: HttpRequest,
    plan: Plan,
    template: str,
    form: forms.Form,
    more: dict[str, Any] | None = None,
) -> HttpResponse:
    if not wants_part(request):
        return redirect(budget_url(plan))
    status = 422 if form.is_bound else 200
    context = {"plan": plan, "federation": plan.federation, "form": form, **(more or {})}
    return in_dialog(render(request, template, context, status=status))


def _done(request: HttpRequest, plan: Plan, done: Done, before: int) -> HttpResponse:
    """The sheet anew in place of the old one: the form of the dialog does not hold it."""
    if not wants_part(request):
        return redirect(budget_url(plan))
    return grid_part(request, plan, done_since(plan, done, before, _by(request)))


def _gone(request: HttpRequest, plan: Plan) -> HttpResponse:
    if request.method != "POST":
        raise Http404
    return _done(request, plan, Done(words=GONE, is_notice=True), newest(plan))


def _values(form: forms.Form, column: Column) -> dict[str, Any]:
    """What the form says of the column; what it does not ask for stays."""
    chosen = form.cleaned_data
    return {
        "year": chosen["year"],
        "kind": ColumnKind(chosen["kind"]),
        "opening": chosen["opening"],
        "opening_source": chosen["opening_source"] if chosen["opening"] is not None else "",
        "opens_from": chosen.get("opens_from", column.opens_from),
    }


def _edition(plan: Plan, column: Column) -> int:
    rows = budget_of(plan).columns.filter(year=column.year, kind=column.kind)
    return rows.values_list("edition", flat=True).first() or 0


def _by(request: HttpRequest) -> User:
    return cast(User, request.user)
