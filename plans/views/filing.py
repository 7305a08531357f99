from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_http_methods, require_safe

from finsam.federations.models import Federation
from finsam.members.entering import federation_for, federation_to
from finsam.members.permissions import Action
from plans.document.label import decision_line
from plans.exports.names import filed_name
from plans.forms.filing import FilePlanForm
from plans.models import FiledPlan
from plans.views.downloads import file_response
from plans.writing.filing import file_plan, remove_filed
from plans.writing.years import YearOutside, YearTaken


@require_http_methods(["GET", "HEAD", "POST"])
def file_earlier(request: HttpRequest, slug: str) -> HttpResponse:
    """Put an earlier plan's PDF among the federation's plans."""
    federation = federation_to(request, slug, Action.FILE_PLAN).federation
    if request.method != "POST":
        return _page(request, federation, FilePlanForm())
    form = FilePlanForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, federation, form, status=422)
    values = dict(form.cleaned_data)
    try:
        filed = file_plan(federation=federation, file=values.pop("pdf"), **values)
    except (YearTaken, YearOutside) as refusal:
        form.add_error("year", str(refusal))
        return _page(request, federation, form, status=422)
    messages.success(request, f"Planen för {filed.year} finns nu bland tidigare planer.")
    return redirect(federation)


@require_safe
@conditional_page
@cache_control(private=True, no_cache=True)
def filed_plan(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """An earlier plan as the PDF that was put in, for everyone in the federation."""
    federation = federation_for(request, slug).federation
    filed = get_object_or_404(FiledPlan, federation=federation, year=year)
    name = filed_name(filed.title, filed.year, federation.short_name)
    return file_response(bytes(filed.pdf), name)


@require_http_methods(["GET", "HEAD", "POST"])
def remove_earlier(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """Ask, and then take an earlier plan's PDF away."""
    federation = federation_to(request, slug, Action.FILE_PLAN).federation
    filed = get_object_or_404(FiledPlan.objects.on_shelves_of([federation]), year=year)
    if request.method == "POST":
        remove_filed(filed=filed)
        messages.success(request, f"Planen för {year} är borttagen.")
        return redirect(federation)
    context = {
        "federation": federation,
        "filed": filed,
        "decision": decision_line(filed, word=federation.decision_word),
        "accent_urls": [federation.accent_url],
    }
    return render(request, "plans/filed/remove_earlier.html", context)


def _page(
    request: HttpRequest, federation: Federation, form: FilePlanForm, status: int = 200
) -> HttpResponse:
    context = {
        "federation": federation,
        "form": form,
        "accent_urls": [federation.accent_url],
    }
    return render(request, "plans/filed/file_earlier.html", context, status=status)
