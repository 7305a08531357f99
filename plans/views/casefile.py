"""Akten: what is kept about a plan, on a page and as one ZIP. Where auditors begin."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from finsam.members.permissions import Action
from plans.access import plan_at
from plans.deciding.casefile.copies import copies_of
from plans.deciding.casefile.entry import extension_of
from plans.deciding.casefile.gathering import case_file_of
from plans.deciding.casefile.packing import pack
from plans.exports.names import case_file_name, content_disposition
from plans.views.downloads import PDF, file_response
from plans.views.frame import frame
from plans.views.pace import paced

KINDS = {
    "pdf": PDF,
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
}
OTHER = "application/octet-stream"


@require_safe
def case_file(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """What there is in the case, in time order. Fixed number of queries."""
    access = plan_at(request, slug, year, Action.READ_CASE_FILE)
    context = frame(access) | {"case": case_file_of(access.plan)}
    return render(request, "plans/out/case_file.html", context)


@require_safe
@paced
@cache_control(private=True, no_cache=True)
def case_file_zip(request: HttpRequest, slug: str, year: int) -> FileResponse:
    """All of it in one file. One file of the case is held in memory at a time."""
    plan = plan_at(request, slug, year, Action.READ_CASE_FILE).plan
    case = case_file_of(plan)
    response = FileResponse(pack(case), content_type="application/zip")
    name = case_file_name(case.title, plan.year, plan.federation.short_name)
    response.headers["Content-Disposition"] = content_disposition(name, as_attachment=True)
    return response


@require_safe
@cache_control(private=True, no_cache=True)
def case_file_copy(request: HttpRequest, slug: str, year: int, path: str) -> HttpResponse:
    """One file of it, byte for byte; a PDF to read, the others to keep."""
    plan = plan_at(request, slug, year, Action.READ_CASE_FILE).plan
    wanted = [file for file in case_file_of(plan).files if file.path == path]
    for file, data in copies_of(wanted):
        kind = KINDS.get(extension_of(path), OTHER)
        return file_response(data, file.file_name, kind, to_keep=kind != PDF)
    raise Http404
