from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from finsam.federations.models import Federation
from finsam.members.entering import federation_to
from finsam.members.permissions import Action
from plans.forms.starting import TEMPLATE, StartForm
from plans.models import Plan
from plans.views.beginnings import beginnings
from plans.writing.starting import start_from, start_from_template
from plans.writing.years import YearOutside, YearTaken


@require_http_methods(["GET", "HEAD", "POST"])
def new_plan(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin a plan from last year's, another year's or the template."""
    access = federation_to(request, slug, Action.START_PLAN)
    plans = list(access.federation.plans.order_by("-year").select_related("budget"))
    if request.method == "POST":
        return _begin(request, access.federation, plans)
    start = str(plans[0].year) if plans else TEMPLATE
    form = StartForm([p.year for p in plans], year=_next_year(plans), start=start)
    return _page(request, access.federation, plans, form)


def _begin(request: HttpRequest, federation: Federation, plans: Sequence[Plan]) -> HttpResponse:
    form = StartForm([plan.year for plan in plans], request.POST)
    if not form.is_valid():
        return _page(request, federation, plans, form, status=422)
    try:
        plan = _started(federation, plans, form.cleaned_data["start"], form.cleaned_data["year"])
    except (YearTaken, YearOutside) as refusal:
        form.add_error("year", str(refusal))
        return _page(request, federation, plans, form, status=422)
    said = dict(form.fields["start"].choices)[form.cleaned_data["start"]]  # type: ignore[attr-defined]
    messages.success(request, f"Planen för {plan.year} är börjad från {said}.")
    return redirect(plan)


def _started(federation: Federation, plans: Sequence[Plan], start: str, year: int) -> Plan:
    if start == TEMPLATE:
        return start_from_template(federation=federation, year=year)
    source = next(plan for plan in plans if str(plan.year) == start)
    return start_from(plan=source, year=year)


def _next_year(plans: Sequence[Plan]) -> int:
    """The year after the newest plan's; next year where there is none."""
    return (plans[0].year if plans else timezone.localdate().year) + 1


def _page(
    request: HttpRequest,
    federation: Federation,
    plans: Sequence[Plan],
    form: StartForm,
    status: int = 200,
) -> HttpResponse:
    year = form.cleaned_data.get("year") if form.is_bound else None
    year = year or _next_year(plans)
    context = {
        "federation": federation,
        "form": form,
        "year": year,
        "beginnings": beginnings(federation, plans, year),
        "chosen": form["start"].value(),
        "accent_urls": [federation.accent_url],
    }
    return render(request, "plans/new/new_plan.html", context, status=status)
