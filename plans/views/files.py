from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from finsam.members.access import Refused
from plans.access import NO_BUDGET, PlanAccess, plan_at
from plans.deciding.reading import document_of_version
from plans.deciding.showing import read_instead
from plans.document.document import Document, document_of
from plans.document.loading import load_content
from plans.exports.docx import render_docx
from plans.exports.names import file_name
from plans.exports.pdf import render_pdf
from plans.exports.xlsx import NoBudget, render_xlsx
from plans.views.downloads import file_response
from plans.views.frame import user_of
from plans.views.pace import paced
from plans.views.versions import version_file

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@paced
@cache_control(private=True, no_cache=True)
def pdf(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """The plan as a PDF to read here or to keep, under a name that a person understands."""
    access = plan_at(request, slug, year)
    version = read_instead(access, user_of(request))
    if version is not None:
        return version_file(version)
    document = document_of(load_content(access.plan, with_picture_data=True))
    return file_response(render_pdf(document), _name(document, "pdf"))


@require_safe
@paced
@cache_control(private=True, no_cache=True)
def word(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """The plan as a Word file to keep, under a name that a person understands."""
    document = _document(request, plan_at(request, slug, year))
    return file_response(render_docx(document), _name(document, "docx"), WORD, to_keep=True)


@require_safe
@paced
@cache_control(private=True, no_cache=True)
def excel(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """The budget as an Excel workbook to keep. Refused where the plan has none."""
    document = _document(request, plan_at(request, slug, year))
    try:
        data = render_xlsx(document)
    except NoBudget:
        raise Refused(NO_BUDGET) from None
    return file_response(data, _name(document, "xlsx"), EXCEL, to_keep=True)


def _document(request: HttpRequest, access: PlanAccess) -> Document:
    """What the person reads: the working copy or a version, with the pictures' own bytes."""
    version = read_instead(access, user_of(request))
    if version is not None:
        return document_of_version(version)
    return document_of(load_content(access.plan, with_picture_data=True))


def _name(document: Document, extension: str) -> str:
    return file_name(document.content, extension)
