"""A member's link: the version to read and a form to answer in, without an account.

What the link lets its holder do is in its address alone, not in a cookie. So no other site can make
somebody's browser do it, and there is nothing for the check of forms (CSRF) to protect; the
browser, told to give the address to nobody, could not answer that check either.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from allauth.core.internal.ratelimit import consume
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from finsam.bodies import takes_files
from plans.deciding.consulting.answering import (
    AnsweredMeanwhile,
    LinkClosed,
    answer_by_link,
    answer_of,
    mark_opened,
)
from plans.deciding.consulting.links import is_right, link_at, why_closed
from plans.deciding.measure import base_of
from plans.deciding.reading import document_of_version
from plans.document.comparing.news import news
from plans.document.comparing.whole import compare
from plans.document.document import document_of
from plans.document.own_part import own_part
from plans.exports.names import file_name
from plans.forms.consulting import AnswerForm
from plans.models import ConsultationLink, PlanVersion
from plans.views.downloads import file_response
from plans.views.stepping import carried, whole_url

LIMITS = {"guess": "30/h/ip", "answer": "6/h/key"}
"""Wrong addresses from one place of the network, which an office shares; answers by one link."""

NOT_RIGHT = "Länken stämmer inte. Kopiera hela länken ur brevet och försök igen."
KEPT = "Det du har skrivit står kvar här och är inte skickat."
TOO_OFTEN = "Ni har svarat många gånger på kort tid. Vänta en stund och skicka igen."
HEADERS = {
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
    "Cache-Control": "no-store",
}

View = Callable[[HttpRequest, ConsultationLink], HttpResponse]


def linked(view: View) -> Callable[..., HttpResponse]:
    """The view of an open link; a page that says why to whoever comes with any other.

    Guesses are counted: beyond the limit nothing is answered for an hour, right or wrong.
    """

    @login_not_required
    @csrf_exempt
    @takes_files(is_right)
    @wraps(view)
    def answer(request: HttpRequest, key: UUID, token: str) -> HttpResponse:
        response = _answer(request, key, token, view)
        for name, value in HEADERS.items():
            response.headers[name] = value
        return response

    return answer


def _answer(request: HttpRequest, key: UUID, token: str, view: View) -> HttpResponse:
    if not _is_within(request, "guess", dry_run=True):
        return render(request, "429.html", status=429)
    link = link_at(key) if is_right(key, token) else None
    if link is None:
        _is_within(request, "guess")
        return _closed(request, NOT_RIGHT, 404)
    why = why_closed(link)
    return _closed(request, why, 410, link) if why else view(request, link)


@linked
@require_http_methods(["GET", "HEAD", "POST"])
def consultation_link(request: HttpRequest, link: ConsultationLink) -> HttpResponse:
    """What the plan means for the member, what is new, the plan, and the answer."""
    standing = answer_of(link.consultation, link.member_key)
    if request.method != "POST":
        if request.method == "GET":
            mark_opened(link)
        return _page(request, link, AnswerForm(standing=standing))
    form = AnswerForm(request.POST, request.FILES, standing=standing)
    if not _is_within(request, "answer", key=str(link.key)):
        form.add_error("stance", TOO_OFTEN)
    if form.is_valid():
        try:
            return _answered(request, link, form)
        except AnsweredMeanwhile as told:
            form.add_error(None, f"{told} {KEPT}")
        except LinkClosed as told:
            return _closed(request, str(told), 410, link)
    return _page(request, link, form)


@linked
@require_safe
def consultation_link_pdf(request: HttpRequest, link: ConsultationLink) -> HttpResponse:
    """The version's PDF, byte for byte as it was kept."""
    version = _version(link)
    content = document_of_version(version).content
    return file_response(bytes(version.pdf), file_name(content, "pdf"))


def _answered(request: HttpRequest, link: ConsultationLink, form: AnswerForm) -> HttpResponse:
    plan = link.consultation.plan
    answer_by_link(
        link,
        form.said(),
        edition=form.cleaned_data["edition"],
        title=_version(link, with_files=False).title,
        url=f"{whole_url(request, plan)}samrad/",
    )
    return redirect(f"{request.path}#kvitto")


def _page(request: HttpRequest, link: ConsultationLink, form: AnswerForm) -> HttpResponse:
    version = _version(link)
    document = document_of_version(version)
    earlier = base_of(version.plan, until=version.number)
    # Read anew: what somebody else answered meanwhile is what this now is written over.
    standing = answer_of(link.consultation, link.member_key)
    context: dict[str, Any] = {
        "link": link,
        "version": version,
        "document": document,
        "federation": link.consultation.plan.federation,
        "accent_urls": [link.consultation.plan.federation.accent_url],
        "part": own_part(document.content, link.member_key, earlier.content if earlier else None),
        "form": form,
        "standing": standing,
        "edition": carried(request, form, "edition", standing.edition if standing else 0),
        "lost_file": bool(request.FILES),
        "pdf_url": reverse("consultation_link_pdf", kwargs=_place(request)),
    }
    if earlier is not None:
        context["base"] = earlier.label
        context["news"] = news(compare(document_of(earlier.content), document))
    status = 422 if request.method == "POST" else 200
    return render(request, "plans/consultation/link.html", context, status=status)


def _place(request: HttpRequest) -> dict[str, Any]:
    found = request.resolver_match
    return dict(found.kwargs) if found else {}


def _version(link: ConsultationLink, *, with_files: bool = True) -> PlanVersion:
    versions = link.consultation.plan.versions
    version = (versions.all() if with_files else versions.listed()).get(number=link.version)
    version.plan = link.consultation.plan
    return version


def _closed(
    request: HttpRequest, why: str, status: int, link: ConsultationLink | None = None
) -> HttpResponse:
    federation = link.consultation.plan.federation if link else None
    context = {"why": why, "whose": federation}
    return render(request, "plans/consultation/closed.html", context, status=status)


def _is_within(request: HttpRequest, action: str, **more: Any) -> bool:
    """Whether it is not yet too often; counted unless it is a `dry_run`."""
    return bool(consume(request, app="plans", action=action, config=LIMITS, limit_get=True, **more))
