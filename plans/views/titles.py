"""Writing the plan's title where it stands."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from finsam.members.permissions import Action
from plans.access import plan_for, plan_to
from plans.document.loading import load_content
from plans.models import Plan
from plans.views.parts import wants_part
from plans.views.reading import plan_context, plan_page
from plans.views.units import UnitForm, unit_form
from plans.writing.units import COVER


@require_safe
def write_title(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """The title opened for writing: as a part of the page, or the plan with it open."""
    access = plan_to(request, slug, year, Action.WRITE_TEXT)
    opened = {"cover": open_title(access.plan)}
    content = load_content(access.plan)
    if not wants_part(request):
        return plan_page(request, access, content, **opened)
    context = plan_context(access, content) | opened
    return render(request, "plans/writing/_title.html", context)


@require_safe
def read_title(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """The title as it is read, when the writing is done."""
    access = plan_for(request, slug, year)
    if not wants_part(request):
        return redirect(access.plan)
    context = plan_context(access, load_content(access.plan))
    return render(request, "plans/writing/_title_done.html", context)


def open_title(plan: Plan) -> UnitForm:
    """Title and subtitle as a unit that saves itself."""
    return unit_form(plan, COVER, plan, name="Titeln")
