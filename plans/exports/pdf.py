"""The plan as a PDF: accessible (PDF/UA-1) and for the archive (PDF/A-3a) in one file."""

from threading import Lock

from weasyprint import HTML

from plans.document.document import Document
from plans.exports.conformance import Finisher
from plans.exports.garbage import collector
from plans.exports.printed import Printed, printed
from plans.exports.stylesheets import fetcher, fonts, static_folder, stylesheets

VARIANT = "pdf/a-3a"
_one_at_a_time = Lock()


def render_pdf(document: Document) -> bytes:
    """The document's PDF. The same document gives the same bytes."""
    return write(pdf_html(document))


def pdf_html(document: Document) -> Printed:
    """The document as the page that is printed, which fetches nothing but our own."""
    return printed(document)


def write(page: Printed) -> bytes:
    """Prints a page. Fonts are shared, so one page is printed at a time in a process."""
    with _one_at_a_time, collector.later():
        html = HTML(string=page.html, base_url=static_folder().as_uri(), url_fetcher=fetcher())
        pdf: bytes = html.write_pdf(
            stylesheets=stylesheets(),
            font_config=fonts(),
            pdf_variant=VARIANT,
            finisher=Finisher(page.headings),
        )
        return pdf
