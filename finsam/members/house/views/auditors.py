from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from finsam.federations.models import Federation
from finsam.members.house.forms.auditors import AuditorForm
from finsam.members.house.views.frame import alone_in, house_of, house_page, is_done, keeping
from finsam.members.house.writing.appointed import Kept
from finsam.members.models import Auditor


@require_safe
def auditors(request: HttpRequest, slug: str) -> HttpResponse:
    """The auditors, and below them the earlier ones."""
    federation = house_of(request, slug)
    today = timezone.localdate()
    everyone = list(federation.auditors.select_related("user"))
    earlier = [one for one in everyone if one.ends_on and one.ends_on < today]
    return house_page(
        request,
        federation,
        "auditors",
        auditors=[one for one in everyone if one not in earlier],
        earlier=earlier,
        current="auditors",
    )


@require_http_methods(["GET", "HEAD", "POST"])
def add_auditor(request: HttpRequest, slug: str) -> HttpResponse:
    """Add an auditor, last among them."""
    federation = house_of(request, slug)
    auditor = Auditor(federation=federation)
    if request.method != "POST":
        return _form_page(request, federation, AuditorForm(instance=auditor))
    with alone_in(federation):
        form = AuditorForm(request.POST, instance=auditor)
        if not form.is_valid():
            return _form_page(request, federation, form, status=422)
        auditor.position = federation.auditors.count()
        form.save()
    messages.success(request, f"{auditor.holder} är tillagd.")
    return redirect("house_auditors", slug)


@require_http_methods(["GET", "HEAD", "POST"])
def auditor(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """An auditor's own page."""
    federation = house_of(request, slug)
    found = get_object_or_404(federation.auditors.select_related("user"), pk=pk)
    if request.method != "POST":
        return _form_page(request, federation, AuditorForm(instance=found), found)
    with alone_in(federation):
        standing = get_object_or_404(federation.auditors, pk=pk)
        form = AuditorForm(request.POST, instance=standing)
        if not is_done(request, federation, form, form.save):
            return _form_page(request, federation, form, found, status=422)
    messages.success(request, f"{standing.holder} är sparad.")
    return redirect("house_auditors", slug)


@require_POST
def remove_auditor(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take away an auditor that was put in by mistake."""
    federation = house_of(request, slug)
    found = get_object_or_404(federation.auditors, pk=pk)
    try:
        with keeping(request, federation):
            found.delete()
    except Kept as reason:
        messages.warning(request, str(reason))
        return redirect("house_auditor", slug, pk)
    messages.success(request, f"{found.holder} är borttagen.")
    return redirect("house_auditors", slug)


def _form_page(
    request: HttpRequest,
    federation: Federation,
    form: AuditorForm,
    auditor: Auditor | None = None,
    status: int = 200,
) -> HttpResponse:
    more = {"form": form, "auditor": auditor, "current": "auditors"}
    return house_page(request, federation, "auditor", status, **more)
