"""`manage.py verifyversions`: every frozen version against its checksums and today's arithmetic."""

from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from plans.deciding.verifying import Verified, verified_versions


class Command(BaseCommand):
    help = "Räknar om kontrollsumman för varje version. Ändrar ingenting."

    def handle(self, **options: Any) -> None:
        # One at a time: together they are larger than the memory.
        is_damaged = Counter(map(self._told, verified_versions()))
        count, damaged = is_damaged.total(), is_damaged[True]
        if damaged:
            raise CommandError(f"{damaged} av {count} versioner är inte vad de var.")
        self.stdout.write(f"{count} versioner är vad de var.")

    def _told(self, one: Verified) -> bool:
        """Say what is the matter with a version. Whether it is damaged."""
        version = one.version
        name = f"{version.plan.federation.slug} {version.plan.year}, {version.number}"
        self.stdout.write(f"{name}: {version.label}")
        for what in one.damaged:
            self.stdout.write(f"  SKADAD: {what}")
        for place in one.recounted:
            self.stdout.write(f"  Vi räknar annorlunda i dag: {place}")
        return bool(one.damaged)
