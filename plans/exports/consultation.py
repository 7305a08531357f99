"""Bilaga: samråd, as a PDF: the rounds, whom they went to, and what was answered."""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from finsam.federations.colour import accent_palette
from plans.document.consultation import Report
from plans.exports.characters import covered, printable
from plans.exports.longwords import broken
from plans.exports.pdf import write
from plans.exports.printed import Printed
from plans.exports.stylesheets import static_file, static_folder

SHEET = "css/pdf-consultation.css"


def consultation_pdf(report: Report) -> bytes:
    """The appendix's PDF, tagged as the plan's own. The same report gives the same bytes."""
    return write(consultation_page(report))


def consultation_page(report: Report) -> Printed:
    """The page that is printed. It has no internal addresses."""
    known = covered(static_folder() / "fonts" / "pdf")
    context = {
        "report": report,
        "palette": accent_palette(report.accent),
        "styles": _styles(),
    }
    html = render_to_string("pdf/consultation.html", context)
    return Printed(html=broken(printable(html, known)), headings={})


def _styles() -> SafeString:
    """Our own file only; nothing of a plan's stands in it."""
    return mark_safe(static_file(SHEET).read_text())  # noqa: S308
