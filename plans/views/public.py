"""Published plans, for everybody: the versions in force, plainly, and nothing else.

No page here knows who asks. What is not published does not exist.
"""

from collections.abc import Callable
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from finsam.members.access import in_order
from plans.deciding.publishing import public_plans, public_version, public_versions
from plans.deciding.reading import content_of_version
from plans.document.content import DecisionKind, PlanContent
from plans.document.document import document_of
from plans.document.glance import glance
from plans.document.label import decision_line
from plans.document.label import in_order as decisions_in_order
from plans.models import PlanVersion
from plans.views.versions import version_file

for_everybody = cache_control(public=True, max_age=300)
"""Five minutes after it is taken down nobody's copy of a plan is shown as new."""


@login_not_required
@require_safe
@for_everybody
def public_federations(request: HttpRequest) -> HttpResponse:
    """The federations that have published a plan. One query."""
    federations = {plan.federation for plan in public_plans()}
    context = {"federations": in_order(federations)}
    return render(request, "public/federations.html", context)


@login_not_required
@require_safe
@for_everybody
def public_federation(request: HttpRequest, slug: str) -> HttpResponse:
    """A federation's published plans, newest first. Two queries."""
    plans = public_plans(federation__slug=slug)
    if not plans:
        raise Http404
    federation = plans[0].federation
    context = {
        "federation": federation,
        "versions": public_versions(plans),
        "accent_urls": [federation.accent_url],
    }
    return render(request, "public/federation.html", context)


@login_not_required
@require_safe
@for_everybody
def public_plan(request: HttpRequest, slug: str, year: int) -> HttpResponseBase:
    """The version in force, to read. Two queries where it has been read before, else three."""
    version = _public(slug, year)
    federation = version.plan.federation
    look = (federation.accent_url, federation.name, str(version.pk), static("css/app.css"))
    return _unless_known(request, _tag(version, *look), lambda: _page(request, version))


@login_not_required
@require_safe
@for_everybody
def public_pdf(request: HttpRequest, slug: str, year: int) -> HttpResponseBase:
    """Its PDF, byte for byte as it was kept."""
    version = _public(slug, year)
    return _unless_known(request, f'"{version.pdf_sha256}"', lambda: version_file(version))


@login_not_required
@require_safe
@for_everybody
def public_picture(request: HttpRequest, slug: str, year: int, key: UUID) -> HttpResponseBase:
    """A picture of its text."""
    version = _public(slug, year)
    return _unless_known(request, _tag(version, str(key)), lambda: _picture(version, key))


def _public(slug: str, year: int) -> PlanVersion:
    version = public_version(slug, year)
    if version is None:
        raise Http404
    return version


def _tag(version: PlanVersion, *more: str) -> str:
    """What the answer is known by: the version's checksum, and what else it is made from."""
    made_from = "\n".join([version.json_sha256, *more])
    return f'"{sha256(made_from.encode()).hexdigest()}"'


def _unless_known(
    request: HttpRequest, tag: str, make: Callable[[], HttpResponse]
) -> HttpResponseBase:
    """The answer under its tag; that it is the same where the browser has it."""
    response = get_conditional_response(request, etag=tag) or make()
    response.headers["ETag"] = tag
    return response


def _page(request: HttpRequest, version: PlanVersion) -> HttpResponse:
    content, plan = content_of_version(version), version.plan
    place = [plan.federation.slug, plan.year]
    pictures = {p.key: reverse("public_picture", args=[*place, p.key]) for p in content.pictures}
    document = document_of(content, pictures=pictures)
    budget = next(
        (one for one in document.walk() if one.block and one.block.kind == "budget"), None
    )
    context = {
        "plan": plan,
        "federation": plan.federation,
        "accent_urls": [plan.federation.accent_url],
        "version": version,
        "document": document,
        "glance": glance(content, document.figures),
        "budget_anchor": budget.anchor if budget else "",
        **_in_force(content),
    }
    return render(request, "public/plan.html", context)


def _in_force(content: PlanContent) -> dict[str, Any]:
    """Since when the plan is in force as it is, and the decisions before that."""
    decisions = decisions_in_order(content.decisions)
    said = [decision_line(one, word=content.federation.rules.decision_word) for one in decisions]
    last = decisions[-1] if decisions else None
    return {
        "last": said[-1] if said else "",
        "since": last and last.decided_on,
        "is_revised": bool(last and last.kind == DecisionKind.REVISED),
        "earlier": said[:-1],
    }


def _picture(version: PlanVersion, key: UUID) -> HttpResponse:
    for picture in content_of_version(version).pictures:
        if picture.key == key:
            return HttpResponse(picture.decoded, content_type=picture.media_type)
    raise Http404
