"""`manage.py exportplan FEDERATION YEAR`: a plan as a file, or on standard output."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from plans.document.content import PlanContent
from plans.document.document import document_of
from plans.document.fileformat import plan_bytes
from plans.document.loading import load_content
from plans.exports.docx import render_docx
from plans.exports.html import render_html
from plans.exports.names import file_name
from plans.exports.pdf import render_pdf
from plans.exports.xlsx import NoBudget, render_xlsx
from plans.management.faults import reason
from plans.management.plans import add_plan_arguments, named_plan

STANDARD_OUTPUT = Path("-")
NAMED = ("pdf", "docx", "xlsx")


class Command(BaseCommand):
    help = "Skriver en plan som JSON (docs/file-format.md), PDF, Word, Excel eller HTML."
    # They load every view, half a second, and have nothing to say of a plan.
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        add_plan_arguments(parser)
        parser.add_argument("--format", choices=FORMATS, default="json")
        parser.add_argument(
            "--output",
            metavar="FILE",
            type=Path,
            help='fil att skriva till, "-" för utdata; PDF, Word och Excel får annars planens namn',
        )

    def handle(self, *, federation: str, year: int, output: Path | None, **options: Any) -> None:
        content = load_content(named_plan(federation, year), with_picture_data=True)
        data = FORMATS[options["format"]](content)
        target = output or _usual(content, options["format"])
        if target == STANDARD_OUTPUT:
            self._print(data)
        else:
            _write(target, data)
            self.stdout.write(f"Skrev {target}.")

    def _print(self, data: bytes) -> None:
        # As bytes where there is a stream for them: UTF-8, whatever the terminal's encoding is.
        self.stdout.flush()
        stream = getattr(self.stdout, "buffer", None)
        if stream is None:
            self.stdout.write(data.decode(), ending="")
        else:
            stream.write(data)
            stream.flush()


def pdf_file(content: PlanContent) -> bytes:
    """The plan as a PDF."""
    return render_pdf(document_of(content))


def docx_file(content: PlanContent) -> bytes:
    """The plan as a Word file."""
    return render_docx(document_of(content))


def xlsx_file(content: PlanContent) -> bytes:
    """The plan's budget as an Excel workbook."""
    try:
        return render_xlsx(document_of(content))
    except NoBudget:
        whose = f"{content.federation.slug} {content.year}"
        raise CommandError(f"Planen för {whose} har ingen budget att skriva som Excel.") from None


def html_file(content: PlanContent) -> bytes:
    """The plan as one web page that needs no other file."""
    return render_html(document_of(content)).encode()


def _usual(content: PlanContent, extension: str) -> Path:
    """Text goes to standard output, the rest to a file with a name that a person understands."""
    return Path(file_name(content, extension)) if extension in NAMED else STANDARD_OUTPUT


def _write(file: Path, data: bytes) -> None:
    try:
        file.write_bytes(data)
    except OSError as error:
        raise CommandError(f"Filen {file} går inte att skriva: {reason(error)}.") from None


FORMATS: dict[str, Callable[[PlanContent], bytes]] = {
    "json": plan_bytes,
    "pdf": pdf_file,
    "docx": docx_file,
    "xlsx": xlsx_file,
    "html": html_file,
}
