"""`manage.py importplan FILE`: a plan file into the database, whole or not at all."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from plans.deciding.importing import keep_decided
from plans.document.content import PlanContent
from plans.document.fileformat import FileFaults, content_of
from plans.management.faults import reason
from plans.writing.importing import Done, Import, ImportRefused, import_plan

SAID = {
    Done.CREATED: ("Skapade {}.", "Skulle skapa {}."),
    Done.UPDATED: ("Uppdaterade {}.", "Skulle uppdatera {}."),
    Done.UNCHANGED: ("Planen är redan likadan: {}.", "Planen är redan likadan: {}."),
}


class Command(BaseCommand):
    help = "Läser in en plan från en fil (docs/file-format.md)."
    # They load every view and the printing: half the time of an import.
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path)
        parser.add_argument(
            "--dry-run", action="store_true", help="säg vad som skulle hända, och ändra inget"
        )
        parser.add_argument(
            "--update-federation",
            action="store_true",
            help="skriv också förbundets och medlemmarnas uppgifter som filen har dem",
        )

    def handle(self, *, file: Path, dry_run: bool, update_federation: bool, **options: Any) -> None:
        content = read_plan_file(file)
        with transaction.atomic():
            done = _imported(content, file, updates_federation=update_federation)
            if not dry_run:
                keep_decided(done.plan)
            transaction.set_rollback(dry_run)
        for line in report(done, dry_run=dry_run):
            self.stdout.write(line)


def read_plan_file(file: Path) -> PlanContent:
    """The plan in a file. Raises CommandError with one line per fault."""
    try:
        return content_of(file.read_bytes())
    except OSError as error:
        raise CommandError(f"Filen {file} går inte att läsa: {reason(error)}.") from None
    except FileFaults as error:
        count = len(error.faults)
        head = f"{file} har {count} fel. Inget är inläst." if count > 1 else f"{file} har ett fel."
        raise CommandError(f"{head}\n{error}") from None


def report(done: Import, *, dry_run: bool = False) -> list[str]:
    """What an import did, or would do, line by line."""
    name = f"{done.plan.federation.slug} {done.plan.year}"
    lines = [SAID[done.done][dry_run].format(name)]
    if done.is_new_federation:
        verb = "Skulle skapa" if dry_run else "Skapade"
        lines.insert(0, f"{verb} {done.plan.federation.name} med dess medlemmar.")
    if done.kept:
        lines.append("Filen säger något annat om förbundet. Det som tjänsten har står kvar:")
        lines.extend(f"  {difference}" for difference in done.kept)
    return lines


def _imported(content: PlanContent, file: Path, *, updates_federation: bool) -> Import:
    try:
        return import_plan(content, updates_federation=updates_federation)
    except ImportRefused as error:
        raise CommandError(f"{file} är inte inläst. {error}") from None
