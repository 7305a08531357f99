"""Saving one unit from the browser, and the choice where two people have written in it."""

from typing import cast
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from finsam.editions import Gone, Stale
from finsam.members.models import User
from plans.access import plan_to
from plans.models import Plan
from plans.views.conflicts import conflict_of
from plans.views.given import number
from plans.views.needs import NEEDS
from plans.views.units import FORMS
from plans.writing.saving import is_saved, save_unit
from plans.writing.units import UNITS, WHOLE, Unit

TAKEN_BACK_BY_KEY = ("line_name",)
"""What a page takes back by Ctrl+Z: it is told by which number the history knows it."""

BASE = "base"
"""The prefix of what the fields held when the person began to write."""


@require_POST
def save(request: HttpRequest, slug: str, year: int, kind: str, key: UUID = WHOLE) -> HttpResponse:
    """Save a unit, whole or not at all. Answers in JSON.

    200 with the new edition; 401 where the page is another person's; 409 where somebody else has
    saved since; 410 where it has been removed; 422 with what is wrong, field by field. With `ask`
    nothing is saved: 200 says whether it has been, for a page that never heard the answer.
    """
    access = plan_to(request, slug, year, NEEDS[kind])
    if not is_page_of(request.user, request):
        return JsonResponse({}, status=401)
    unit, form = UNITS[kind], FORMS[kind](request.POST)
    if not form.is_valid():
        return JsonResponse({"errors": form.errors}, status=422)
    if "ask" in request.POST:
        return JsonResponse({"is_saved": is_saved(access.plan, unit, key, form.cleaned_data)})
    by = cast(User, request.user)
    try:
        saved = save_unit(
            access.plan, unit, key, form.cleaned_data, edition=written_on(request), by=by
        )
    except Stale:
        return JsonResponse({}, status=409)
    except Gone:
        return _gone(access.plan, unit, key)
    said = {"edition": saved.edition, "at": clock()}
    if kind in TAKEN_BACK_BY_KEY and saved.is_changed:
        said["change"] = (
            access.plan.changes.of(key).filter(kind=kind).values_list("pk", flat=True)[0]
        )
    return JsonResponse(said)


@require_POST
def compare(
    request: HttpRequest, slug: str, year: int, kind: str, key: UUID = WHOLE
) -> HttpResponse:
    """The conflict view of a unit: what I wrote, what stands now, and both put together."""
    access = plan_to(request, slug, year, NEEDS[kind])
    unit, form = UNITS[kind], FORMS[kind]
    mine, base = _written(form(request.POST)), _written(form(request.POST, prefix=BASE))
    try:
        conflict = conflict_of(access.plan, unit, key, mine=mine, base=base)
    except Gone:
        return _gone(access.plan, unit, key)
    return render(request, "plans/writing/_conflict.html", {"conflict": conflict})


def clock() -> str:
    """The time of day as it is shown: "14:32"."""
    return f"{timezone.localtime():%H:%M}"


def is_page_of(user: object, request: HttpRequest) -> bool:
    """Whether who is signed in now is who the page was made for; it says so itself."""
    return request.headers.get("X-Page-Of", "") in ("", str(cast(User, user).pk))


def written_on(request: HttpRequest) -> int:
    """The edition that was written on; what is none is older than all."""
    return number(request.POST.get("edition", "")) or 0


def _written(form: forms.BaseForm) -> dict[str, object]:
    """What a form holds, cleaned where it can be: the comparison shows also what is not.

    A text that cannot be cleaned is not shown.
    """
    form.is_valid()
    typed = {name: "" if name == "html" else form[name].value() for name in form.fields}
    return typed | form.cleaned_data


def _gone(plan: Plan, unit: Unit, key: UUID) -> HttpResponse:
    removed = plan.changes.of(key).removals().first()
    by = f" av {removed.person_name}" if removed else ""
    message = f"Någon har tagit bort {unit.word}{by} medan du skrev. Det du skrev står kvar här."
    return JsonResponse({"message": message}, status=410)
