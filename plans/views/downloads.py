"""A file as an answer, under a name that a person understands."""

from django.http import HttpResponse

from plans.exports.names import content_disposition

PDF = "application/pdf"


def file_response(
    data: bytes, name: str, kind: str = PDF, *, to_keep: bool = False
) -> HttpResponse:
    """The file to read in the browser, or `to_keep` rather than to open there."""
    response = HttpResponse(data, content_type=kind)
    response.headers["Content-Disposition"] = content_disposition(name, as_attachment=to_keep)
    return response
