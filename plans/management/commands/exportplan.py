"""`manage.py exportplan FEDERATION YEAR`: a plan as a file, to a file or to standard output."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from plans.document.fileformat import plan_bytes
from plans.document.loading import load_content
from plans.management.plans import add_plan_arguments, named_plan
from plans.models import Plan

STANDARD_OUTPUT = Path("-")


class Command(BaseCommand):
    help = "Skriver en plan som JSON (docs/file-format.md)."

    def add_arguments(self, parser: CommandParser) -> None:
        add_plan_arguments(parser)
        parser.add_argument("--format", choices=FORMATS, default="json")
        parser.add_argument(
            "--output", metavar="FILE", type=Path, help='fil att skriva till; "-" är utdata'
        )

    def handle(self, *, federation: str, year: int, output: Path | None, **options: Any) -> None:
        data = FORMATS[options["format"]](named_plan(federation, year))
        target = output or STANDARD_OUTPUT
        if target == STANDARD_OUTPUT:
            self._print(data)
        else:
            _write(target, data)

    def _print(self, data: bytes) -> None:
        # As bytes where there is a stream for them: UTF-8, whatever the terminal's encoding is.
        self.stdout.flush()
        stream = getattr(self.stdout, "buffer", None)
        if stream is None:
            self.stdout.write(data.decode(), ending="")
        else:
            stream.write(data)
            stream.flush()


def json_file(plan: Plan) -> bytes:
    """The plan in the file format, pictures inside."""
    return plan_bytes(load_content(plan, with_picture_data=True))


def _write(file: Path, data: bytes) -> None:
    try:
        file.write_bytes(data)
    except OSError as error:
        raise CommandError(f"Filen {file} går inte att skriva: {error.strerror}.") from None


FORMATS = {"json": json_file}
