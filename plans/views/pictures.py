from collections.abc import Mapping
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from plans.access import plan_for
from plans.document.content import PlanContent
from plans.models import Plan


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


def picture_addresses(plan: Plan, content: PlanContent) -> Mapping[UUID, str]:
    """Where each picture of the plan is fetched from."""
    place = [plan.federation.slug, plan.year]
    return {p.key: reverse("picture", args=[*place, p.key]) for p in content.pictures}
