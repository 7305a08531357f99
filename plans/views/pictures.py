from collections.abc import Mapping
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_POST, require_safe

from plans.access import plan_for, plan_to
from plans.document.content import PlanContent
from plans.forms.texts import PictureForm
from plans.models import Plan
from plans.views.needs import EDITORS


@require_safe
@conditional_page
@cache_control(private=True, no_cache=True)
def picture(request: HttpRequest, slug: str, year: int, key: UUID) -> HttpResponse:
    """A picture of the plan's text.

    Asked for each time, since an import may change it and a person may lose the role; sent again
    only where it has changed.
    """
    access = plan_for(request, slug, year)
    found = get_object_or_404(access.plan.pictures, key=key)
    return HttpResponse(bytes(found.data), content_type=found.media_type)


@require_POST
def add_picture(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """Take a picture into the plan, for its texts. Answers in JSON, 422 with what is wrong."""
    access = plan_to(request, slug, year, *EDITORS)
    form = PictureForm(request.POST, request.FILES)
    if not form.is_valid():
        return JsonResponse({"errors": form.errors}, status=422)
    added = form.cleaned_data["file"]
    added.plan, added.alt = access.plan, form.cleaned_data["alt"]
    added.save()
    source = reverse("picture", args=[slug, year, added.key])
    return JsonResponse({"key": str(added.key), "src": source, "alt": added.alt})


def picture_addresses(plan: Plan, content: PlanContent) -> Mapping[UUID, str]:
    """Where each picture of the plan is fetched from."""
    place = [plan.federation.slug, plan.year]
    return {p.key: reverse("picture", args=[*place, p.key]) for p in content.pictures}
