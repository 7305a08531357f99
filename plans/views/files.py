from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from plans.access import plan_for
from plans.document.document import document_of
from plans.document.loading import load_content
from plans.exports.docx import render_docx
from plans.exports.names import content_disposition, file_name
from plans.exports.pdf import render_pdf

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
@cache_control(private=True, no_cache=True)
def pdf(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """The plan as a PDF to read here or to keep, under a name that a person understands."""
    access = plan_for(request, slug, year)
    content = load_content(access.plan, with_picture_data=True)
    response = HttpResponse(render_pdf(document_of(content)), content_type="application/pdf")
    response.headers["Content-Disposition"] = content_disposition(file_name(content, "pdf"))
    return response


@require_safe
@cache_control(private=True, no_cache=True)
def word(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """The plan as a Word file to keep, under a name that a person understands."""
    access = plan_for(request, slug, year)
    content = load_content(access.plan, with_picture_data=True)
    response = HttpResponse(render_docx(document_of(content)), content_type=WORD)
    name = file_name(content, "docx")
    response.headers["Content-Disposition"] = content_disposition(name, as_attachment=True)
    return response
