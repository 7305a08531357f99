"""The pages of the federation's house that rest on its plans: the checks, and the share key."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from finsam.members.house.views.frame import alone_in, house_of, house_page
from plans.forms.checks import ChecksForm
from plans.models import Plan


@require_http_methods(["GET", "HEAD", "POST"])
def house_checks(request: HttpRequest, slug: str) -> HttpResponse:
    """Which checks the federation's plans go through, and why not the others."""
    federation = house_of(request, slug)
    if request.method != "POST":
        form = ChecksForm(federation)
        return house_page(request, federation, "checks", form=form, current="checks")
    with alone_in(federation) as standing:
        form = ChecksForm(standing, request.POST)
        if not form.is_valid():
            return house_page(request, federation, "checks", 422, form=form, current="checks")
        standing.disabled_checks = form.turned_off()
        standing.save(update_fields=["disabled_checks"])
    messages.success(request, "Kontrollerna är sparade.")
    return redirect("house_checks", slug)


@require_safe
def house_share_key(request: HttpRequest, slug: str) -> HttpResponse:
    """The share key of the federation's newest plan that has one; it is changed in its budget."""
    federation = house_of(request, slug)
    plans = Plan.objects.filter(federation=federation, budget__share_key__isnull=False)
    plan = plans.select_related("federation", "budget__share_key").order_by("-year").first()
    key = plan.budget.share_key if plan and plan.budget else None
    entries = key.entries.select_related("member") if key else ()
    return house_page(
        request, federation, "share_key", plan=plan, key=key, entries=entries, current="key"
    )
