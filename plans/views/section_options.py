"""What stands under a section's text, and how: seen and chosen."""

from typing import cast
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from finsam.members.models import User
from finsam.members.permissions import Action
from plans.access import PlanAccess, plan_to
from plans.document.content import PlanContent
from plans.document.loading import load_content
from plans.document.outline import Heading, headings, section_name
from plans.forms.sections import OptionsForm, chosen
from plans.views.outlining import GONE, changed, refused
from plans.views.parts import wants_part
from plans.writing.outlining import Gone, set_options


@require_http_methods(["GET", "HEAD", "POST"])
def section_options(request: HttpRequest, slug: str, year: int, key: UUID) -> HttpResponse:
    """A section's kind and options: a dialog on the plan's page, or a page of its own."""
    access = plan_to(request, slug, year, Action.ARRANGE_PLAN)
    content = load_content(access.plan)
    place = next((one for one in headings(content) if one.section.key == key), None)
    if request.method != "POST":
        if place is None:
            raise Http404
        form = OptionsForm(content, initial=chosen(place.section.block))
        return _shown(request, access, place, form)
    return _choose(request, access, content, place)


def _choose(
    request: HttpRequest, access: PlanAccess, content: PlanContent, place: Heading | None
) -> HttpResponse:
    if place is None:
        return refused(request, access, GONE)
    form = OptionsForm(content, request.POST, initial=chosen(place.section.block))
    if not form.is_valid():
        return _shown(request, access, place, form)
    key, by = place.section.key, cast(User, request.user)
    try:
        done = set_options(access.plan, key, form.block(), by=by)
    except Gone:
        return refused(request, access, GONE)
    return changed(request, access, f"{done.section.heading} är ändrat.")


def _shown(
    request: HttpRequest, access: PlanAccess, place: Heading, form: OptionsForm
) -> HttpResponse:
    context = {
        "plan": access.plan,
        "federation": access.plan.federation,
        "key": place.section.key,
        "name": section_name(place),
        "form": form,
        "accent_urls": [access.plan.federation.accent_url],
    }
    is_part = wants_part(request)
    page = "plans/writing/_section_options.html" if is_part else "plans/section_options.html"
    response = render(request, page, context, status=422 if form.errors else 200)
    if is_part:
        response["HX-Retarget"], response["HX-Reswap"] = "#section-options", "innerHTML"
    return response
