"""The plan as one standalone web page: pictures and style sheet stand in the file itself."""

from functools import cache

from django.utils.safestring import SafeString, mark_safe

from plans.document.document import Document
from plans.exports.printed import page
from plans.exports.stylesheets import static_file

SHEETS = ("css/pdf.css", "css/pdf-cover.css", "css/pdf-blocks.css", "css/pdf-screen.css")


def render_html(document: Document) -> str:
    """The document as it is printed, to be read in a browser without any other file."""
    return page(document, styles=_styles())


@cache
def _styles() -> SafeString:
    """Our own files only; nothing of a plan's stands in them."""
    return mark_safe("".join(static_file(name).read_text() for name in SHEETS))  # noqa: S308
