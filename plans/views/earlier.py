"""An empty section begun with what the plan before this one wrote there."""

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from finsam.editions import Gone, Stale
from finsam.members.models import User
from finsam.members.permissions import Action
from plans.access import PlanAccess, plan_to
from plans.document.loading import load_content
from plans.models import Section
from plans.views.outlining import GONE, refused
from plans.views.parts import wants_part
from plans.views.reading import earlier_for, plan_context
from plans.writing.earlier import carried_text
from plans.writing.saving import save_unit
from plans.writing.units import TEXT

WRITTEN = "Avsnittet har redan text. Den står kvar som den är."
NOTHING = "Det finns ingen tidigare text att hämta."


@require_POST
def last_years_text(request: HttpRequest, slug: str, year: int, key: UUID) -> HttpResponse:
    """Put the earlier text into an empty section, where it can be written on."""
    access = plan_to(request, slug, year, Action.WRITE_TEXT)
    section = access.plan.sections.filter(key=key).first()
    if section is None:
        return refused(request, access, GONE)
    earlier = earlier_for(access, [section]).get(key)
    if section.html or earlier is None:
        return refused(request, access, WRITTEN if section.html else NOTHING)
    return _carry(request, access, section, earlier)


def _carry(
    request: HttpRequest, access: PlanAccess, section: Section, earlier: Section
) -> HttpResponse:
    html = carried_text(earlier, access.plan)
    by = cast(User, request.user)
    try:
        values = {"html": html}
        save_unit(access.plan, TEXT, section.key, values, edition=section.edition, by=by)
    except Stale:
        return refused(request, access, WRITTEN)
    except Gone:
        return refused(request, access, GONE)
    context = plan_context(access, load_content(access.plan))
    read = next(one for one in context["document"].walk() if one.key == section.key)
    if not wants_part(request):
        messages.success(request, f"Texten från {earlier.plan.year} är hämtad.")
        return redirect(f"{access.plan.get_absolute_url()}#{read.anchor}")
    return render(request, "plans/writing/_section_done.html", context | {"section": read})
