"""Changing the outline of a plan: each thing one does there, answered with the outline as it is.

To htmx the answer is what is said, with both outlines of the page beside it; otherwise the plan's
page is next, and says the same.
"""

from collections.abc import Callable
from typing import Any, cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from finsam.members.models import User
from finsam.members.permissions import Action
from plans.access import PlanAccess, plan_for, plan_to
from plans.document.loading import load_content
from plans.forms.sections import AddForm, MoveForm, NumberingForm, YesOrNoForm
from plans.models import Change
from plans.views.parts import wants_part
from plans.views.reading import plan_context
from plans.views.texts import open_section
from plans.writing import outlining
from plans.writing.ordering import CannotMove
from plans.writing.outlining import Done, Gone

REORDERED = "outline-changed"
"""Tells the page that the sections stand otherwise than the text on it shows."""

GONE = "Avsnittet är borttaget. Innehållet visar hur planen ser ut nu."
ALREADY_GONE = "Avsnittet är redan borttaget."
NOT_UNDERSTOOD = "Ändringen gick inte att förstå. Ladda om sidan och försök igen."


@require_safe
def paper(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """The plan's text anew, in the order that the outline says."""
    access = plan_for(request, slug, year)
    if not wants_part(request):
        return redirect(access.plan)
    context = plan_context(access, load_content(access.plan))
    return render(request, "plans/_paper.html", context)


@require_POST
def add_section(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """A new section, opened with its heading in focus."""
    access = plan_to(request, slug, year, Action.ARRANGE_PLAN)
    form = AddForm(request.POST)
    if not form.is_valid():
        return refused(request, access, _first_error(form))
    wanted, place = form.cleaned_data, form.cleaned_data["place"]
    try:
        done = outlining.add_section(
            access.plan,
            kind=wanted["kind"],
            after=wanted["after"],
            is_child=place == "child",
            is_appendix=place == "appendix",
            by=cast(User, request.user),
        )
    except Gone:
        return refused(request, access, GONE)
    if not wants_part(request):
        return redirect("write_text", slug, year, done.section.key)
    content = load_content(access.plan)
    opened = open_section(access.plan, content, done.section.key)
    context = plan_context(access, content) | {"open": opened, "is_new": True}
    return render(request, "plans/writing/_section_added.html", context)


@require_POST
def move_section(request: HttpRequest, slug: str, year: int, key: UUID) -> HttpResponse:
    """A section a step up or down, in or out, or beside or in another one."""

    def verb(access: PlanAccess, by: User, wanted: dict[str, Any]) -> Done:
        return outlining.move_section(access.plan, key, wanted["to"], other=wanted["beside"], by=by)

    return _moved(request, slug, year, MoveForm(request.POST), verb)


@require_POST
def set_appendix(request: HttpRequest, slug: str, year: int, key: UUID) -> HttpResponse:
    """A section made an appendix, or one of the body."""

    def verb(access: PlanAccess, by: User, wanted: dict[str, Any]) -> Done:
        return outlining.set_appendix(access.plan, key, wanted["yes"], by=by)

    return _moved(request, slug, year, YesOrNoForm(request.POST), verb)


@require_POST
def tick_section(request: HttpRequest, slug: str, year: int, key: UUID) -> HttpResponse:
    """A section ticked as done, or not."""
    access = plan_to(request, slug, year, Action.ARRANGE_PLAN)
    form = YesOrNoForm(request.POST)
    if not form.is_valid():
        return refused(request, access, NOT_UNDERSTOOD)
    is_done = form.cleaned_data["yes"]
    try:
        done = outlining.set_done(access.plan, key, is_done, by=cast(User, request.user))
    except Gone:
        return refused(request, access, GONE)
    said = "är klart" if is_done else "är inte längre markerat som klart"
    return changed(request, access, f"{done.section.heading} {said}.", is_reordered=False)


@require_POST
def remove_section(request: HttpRequest, slug: str, year: int, key: UUID) -> HttpResponse:
    """A section taken out of the plan, with the way back. What is gone already is no error."""
    access = plan_to(request, slug, year, Action.ARRANGE_PLAN)
    try:
        done = outlining.remove_section(access.plan, key, by=cast(User, request.user))
    except Gone:
        return changed(request, access, ALREADY_GONE, is_shown=True)
    return changed(
        request, access, f"{done.section.heading} är borttaget.", undo=done.change, removed=key
    )


@require_POST
def set_numbering(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """How many levels of the plan are numbered."""
    access = plan_to(request, slug, year, Action.ARRANGE_PLAN)
    form = NumberingForm(request.POST)
    if not form.is_valid():
        return refused(request, access, NOT_UNDERSTOOD)
    outlining.set_numbering(access.plan, form.cleaned_data["depth"], by=cast(User, request.user))
    return changed(request, access, "Numreringen är ändrad.")


def _moved(
    request: HttpRequest,
    slug: str,
    year: int,
    form: forms.Form,
    verb: Callable[[PlanAccess, User, dict[str, Any]], Done],
) -> HttpResponse:
    access = plan_to(request, slug, year, Action.ARRANGE_PLAN)
    if not form.is_valid():
        return refused(request, access, NOT_UNDERSTOOD)
    try:
        done = verb(access, cast(User, request.user), form.cleaned_data)
    except Gone:
        return refused(request, access, GONE)
    except CannotMove as why:
        return refused(request, access, str(why))
    return changed(request, access, f"{done.section.heading} flyttades till {{where}}.", done=done)


def changed(
    request: HttpRequest,
    access: PlanAccess,
    message: str,
    *,
    done: Done | None = None,
    undo: Change | None = None,
    removed: UUID | None = None,
    is_shown: bool = False,
    is_reordered: bool = True,
    status: int = 200,
) -> HttpResponse:
    """The outline as it is now, with what was done; `{where}` in it is where the section stands.

    What is moved is told to screen readers; what is removed (`undo`) or refused is shown too.
    """
    context = plan_context(access, load_content(access.plan))
    if done is not None:
        items = {item.key: item for item in context["contents"].walk()}
        message = message.replace("{where}", items[done.section.key].where)
    if not wants_part(request):
        level = messages.WARNING if status >= 400 else messages.SUCCESS
        messages.add_message(request, level, message)
        return redirect(access.plan)
    said = {"message": message, "change": undo, "removed": removed, "is_shown": is_shown}
    response = render(request, "plans/writing/_outline_changed.html", context | said, status=status)
    response["HX-Retarget"], response["HX-Reswap"] = "#outline-said", "innerHTML"
    if is_reordered:
        response["HX-Trigger-After-Settle"] = REORDERED
    return response


def refused(request: HttpRequest, access: PlanAccess, why: str) -> HttpResponse:
    """Nothing was changed: why, and the outline as it is now."""
    return changed(request, access, why, is_shown=True, status=422)


def _first_error(form: forms.Form) -> str:
    return next((str(errors[0]) for errors in form.errors.values()), NOT_UNDERSTOOD)
