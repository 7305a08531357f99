"""`manage.py loadexamples`: the example plans that are missing; what is there is left alone."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from plans.deciding.importing import keep_decided
from plans.document.content import PlanContent
from plans.management.commands.importplan import read_plan_file, report
from plans.models import Plan
from plans.writing.importing import ImportRefused, import_plan

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


class Command(BaseCommand):
    help = "Läser in de exempelplaner som saknas."
    # They load every view and the printing: two seconds.
    requires_system_checks = ()

    def handle(self, **options: Any) -> None:
        for file in sorted(EXAMPLES.glob("*.json")):
            content = read_plan_file(file)
            if _is_there(content):
                self.stdout.write(f"Finns redan: {content.federation.slug} {content.year}.")
            else:
                self._load(content, file)

    def _load(self, content: PlanContent, file: Path) -> None:
        """Import one example. A federation of the user's own may stand in its way; it stays."""
        try:
            # Or a plan that could not be printed would be there, and never have its versions.
            with transaction.atomic():
                done = import_plan(content)
                keep_decided(done.plan, map(read_plan_file, _earlier(file)))
            self.stdout.write("\n".join(report(done)))
        except ImportRefused as error:
            self.stderr.write(f"{file.name} är inte inläst. {error}")


def _earlier(file: Path) -> list[Path]:
    """The files of the plan as it was decided before, in order."""
    return sorted((file.parent / "versions").glob(f"{file.stem}-*.json"))


def _is_there(content: PlanContent) -> bool:
    slug = content.federation.slug
    return Plan.objects.filter(federation__slug=slug, year=content.year).exists()
