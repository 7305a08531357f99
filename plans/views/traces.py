"""The traces of a federation: who changed what, and when."""

from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from finsam.members.entering import federation_to
from finsam.members.permissions import Action
from finsam.traces.models import Trace
from plans.forms.traces import TraceFilterForm
from plans.telling import sentence

A_PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTrace:
    """A trace in words. `outside` says how it was done where that was not on the web."""

    at: datetime
    who: str
    what: str
    outside: str


@require_safe
def traces(request: HttpRequest, slug: str) -> HttpResponse:
    """Every trace, newest first, in pages; about one thing or of one time where asked."""
    federation = federation_to(request, slug, Action.SEE_TRACES).federation
    form = TraceFilterForm(request.GET)
    is_read = form.is_valid()
    asked = form.among(Trace.objects.of(federation.pk))
    page = Paginator(asked, A_PAGE).get_page(request.GET.get("sida"))
    context = {
        "federation": federation,
        "form": form,
        "page": page,
        "traces": [read_trace(trace) for trace in page],
        "query": _query(form),
        "accent_urls": [federation.accent_url],
    }
    return render(request, "plans/traces.html", context, status=200 if is_read else 422)


def read_trace(trace: Trace) -> ReadTrace:
    """The trace as the page shows it."""
    return ReadTrace(
        at=trace.at,
        who=trace.actor,
        what=sentence(trace.happening),
        outside="" if not trace.is_outside_web else f"Utanför webben, {trace.get_via_display()}",
    )


def _query(form: TraceFilterForm) -> str:
    """What is asked for, to go on with in the next page's address."""
    asked = {name: form.data[name] for name in form.fields if form.data.get(name)}
    return f"&{urlencode(asked)}" if asked else ""
