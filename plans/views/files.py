from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from finsam.members.access import Refused
from plans.access import NO_BUDGET, plan_for
from plans.document.document import document_of
from plans.document.loading import load_content
from plans.exports.docx import render_docx
from plans.exports.names import content_disposition, file_name
from plans.exports.pdf import render_pdf
from plans.exports.xlsx import NoBudget, render_xlsx
from plans.views.pace import paced

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@paced
@cache_control(private=True, no_cache=True)
def pdf(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """The plan as a PDF to read here or to keep, under a name that a person understands."""
    access = plan_for(request, slug, year)
    content = load_content(access.plan, with_picture_data=True)
    response = HttpResponse(render_pdf(document_of(content)), content_type="application/pdf")
    response.headers["Content-Disposition"] = content_disposition(file_name(content, "pdf"))
    return response


@require_safe
@paced
@cache_control(private=True, no_cache=True)
def word(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """The plan as a Word file to keep, under a name that a person understands."""
    access = plan_for(request, slug, year)
    content = load_content(access.plan, with_picture_data=True)
    return _kept(render_docx(document_of(content)), WORD, file_name(content, "docx"))


@require_safe
@paced
@cache_control(private=True, no_cache=True)
def excel(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """The budget as an Excel workbook to keep. Refused where the plan has none."""
    access = plan_for(request, slug, year)
    content = load_content(access.plan)
    try:
        data = render_xlsx(document_of(content, pictures={}))
    except NoBudget:
        raise Refused(NO_BUDGET) from None
    return _kept(data, EXCEL, file_name(content, "xlsx"))


def _kept(data: bytes, kind: str, name: str) -> HttpResponse:
    """A file to keep rather than to open in the browser."""
    response = HttpResponse(data, content_type=kind)
    response.headers["Content-Disposition"] = content_disposition(name, as_attachment=True)
    return response
