"""`manage.py clearmaterial [--dry-run]`: every federation's working material past its time."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from finsam.federations.models import Federation
from plans.writing.clearing import Cleared, clear, forget_presence, last_day_of, material_of


class Command(BaseCommand):
    help = "Rensar arbetsmaterial som är äldre än förbundets gallringstid."
    # They load every view, and have nothing to say of what is cleared.
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="säg vad som skulle rensas")

    def handle(self, *, dry_run: bool, **options: Any) -> None:
        # No months at all are until somebody clears it, and a nightly job is nobody.
        timed = Federation.objects.filter(keeping_months__gt=0)
        for federation in timed.defer("logo").order_by("slug"):
            gone = _past(federation) if dry_run else clear(federation=federation)
            for one in gone:
                self.stdout.write(
                    f"{federation.slug} {one.plan.year}: {one.count} ändringar till {one.until}."
                )
        if not dry_run:
            forget_presence()


def _past(federation: Federation) -> list[Cleared]:
    until = last_day_of(federation)
    return [
        Cleared(plan=one.plan, count=one.past, until=until)
        for one in material_of(federation)
        if one.past
    ]
