"""`manage.py verifyversions`: every frozen version against its checksums and today's arithmetic."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from plans.deciding.verifying import Verified, verified_versions


class Command(BaseCommand):
    help = "Räknar om kontrollsumman för varje version. Ändrar ingenting."

    def handle(self, **options: Any) -> None:
        found = list(map(self._told, verified_versions()))
        damaged = sum(1 for one in found if one.damaged)
        if damaged:
            raise CommandError(f"{damaged} av {len(found)} versioner är inte vad de var.")
        self.stdout.write(f"{len(found)} versioner är vad de var.")

    def _told(self, one: Verified) -> Verified:
        version = one.version
        name = f"{version.plan.federation.slug} {version.plan.year}, {version.number}"
        self.stdout.write(f"{name}: {version.label}")
        for what in one.damaged:
            self.stdout.write(f"  SKADAD: {what}")
        for place in one.recounted:
            self.stdout.write(f"  Vi räknar annorlunda i dag: {place}")
        return one
