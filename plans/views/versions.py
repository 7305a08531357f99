"""The versions of a plan: all of them in time, one to read, and a new one to send."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe

from finsam.members.permissions import Action
from plans.access import PlanAccess, plan_at
from plans.deciding import sending
from plans.deciding.reading import content_of_version
from plans.deciding.showing import version_shown, versions_shown
from plans.exports.names import file_name
from plans.models import PlanVersion
from plans.views.downloads import file_response
from plans.views.frame import frame, user_of
from plans.views.newness import newness
from plans.views.sources import version_source
from plans.views.threads import ELSEWHERE, threads_at
from plans.views.timeline import timeline


@require_safe
def versions(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """Every version that the person is shown: what it is, who made it, when, and to whom it went.

    Fixed number of queries.
    """
    access = plan_at(request, slug, year, Action.READ_VERSIONS)
    shown = versions_shown(access, user_of(request)).with_recipients()
    context = frame(access) | {
        "versions": timeline(access, user_of(request), shown),
        "sends": access.may(Action.SEND_VERSION),
    }
    return render(request, "plans/versions/versions.html", context)


@require_safe
def version(request: HttpRequest, slug: str, year: int, number: int) -> HttpResponse:
    """One version to read, with what is asked about it."""
    access = plan_at(request, slug, year, Action.READ_VERSIONS)
    return version_page(request, access, version_shown(access, user_of(request), number))


def version_page(request: HttpRequest, access: PlanAccess, version: PlanVersion) -> HttpResponse:
    """The whole page of a version. Its file is parsed once."""
    user, place = user_of(request), [access.plan.federation.slug, access.plan.year]
    document = version_source(access.plan, version).document
    context = frame(access) | {
        "version": version,
        "document": document,
        "threads": threads_at(access, user, document.content),
        "elsewhere": ELSEWHERE,
        "pdf_url": reverse("version_pdf", args=[*place, version.number]),
        "is_read": version.marks.filter(user=user).exists(),
        **newness(access, user, version, document),
        "newer": versions_shown(access, user).filter(number__gt=version.number).first(),
    }
    return render(request, "plans/versions/version.html", context)


@require_safe
@cache_control(private=True, no_cache=True)
def version_pdf(request: HttpRequest, slug: str, year: int, number: int) -> HttpResponse:
    """The version's PDF, byte for byte as it was kept."""
    access = plan_at(request, slug, year, Action.READ_VERSIONS)
    return version_file(version_shown(access, user_of(request), number))


def version_file(version: PlanVersion) -> HttpResponse:
    """Its PDF, to read here or to keep."""
    name = file_name(content_of_version(version), "pdf")
    return file_response(bytes(version.pdf), name)


@require_safe
@cache_control(private=True, no_cache=True)
def version_picture(
    request: HttpRequest, slug: str, year: int, number: int, key: UUID
) -> HttpResponse:
    """A picture of the version's text."""
    access = plan_at(request, slug, year, Action.READ_VERSIONS)
    content = content_of_version(version_shown(access, user_of(request), number))
    for picture in content.pictures:
        if picture.key == key:
            return HttpResponse(picture.decoded, content_type=picture.media_type)
    raise Http404


@require_POST
def read_version(request: HttpRequest, slug: str, year: int, number: int) -> HttpResponse:
    """The person says that the version is read."""
    access = plan_at(request, slug, year, Action.READ_VERSIONS)
    found = version_shown(access, user_of(request), number)
    sending.mark_read(found, user_of(request))
    messages.success(request, f"Du har läst {found.label}.")
    if request.POST.get("back") == "board":
        return redirect("board", slug, year)
    return redirect(found)
