"""The plan is published, and taken down from the web: each with a page that says what is seen."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from finsam.members.permissions import Action
from plans.access import PlanAccess, plan_at
from plans.deciding import publishing
from plans.deciding.outgoing import NOTHING_IN_FORCE
from plans.deciding.revising import in_force
from plans.views.frame import user_of
from plans.views.stepping import step_frame, to_decision

SAID = {
    (True, True): "Planen är publicerad.",
    (True, False): "Planen är redan publicerad.",
    (False, True): "Planen är borttagen från webben.",
    (False, False): "Planen är inte publicerad.",
}
"""By whether it is to be public, and whether the press changed anything."""


@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """Show the version in force to everybody."""
    return _page(request, plan_at(request, slug, year, Action.PUBLISH_PLAN), to_publish=True)


@require_http_methods(["GET", "HEAD", "POST"])
def take_down(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """Show the plan to nobody outside any longer."""
    return _page(request, plan_at(request, slug, year, Action.PUBLISH_PLAN), to_publish=False)


def _page(request: HttpRequest, access: PlanAccess, *, to_publish: bool) -> HttpResponse:
    plan, version = access.plan, in_force(access.plan)
    if version is None:
        messages.error(request, NOTHING_IN_FORCE.reason)
        return to_decision(access)
    if request.method == "POST":
        turn = publishing.publish if to_publish else publishing.take_down
        messages.success(request, SAID[to_publish, turn(plan, by=user_of(request))])
        return to_decision(access)
    place = [plan.federation.slug, plan.year]
    context = step_frame(
        access,
        version=version,
        is_public=publishing.is_public(plan),
        takes_down=not to_publish,
        public_url=request.build_absolute_uri(reverse("public_plan", args=place)),
    )
    return render(request, "plans/out/publish.html", context)
