"""`manage.py letters`: the letters that wait, as text. The way in before mail works."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from finsam.letters.models import Letter

RULE = "-" * 72


class Command(BaseCommand):
    help = "Skriver ut breven som väntar på att skickas, koder att logga in med också."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--to", metavar="ADDRESS", help="bara de till den adressen")

    def handle(self, *, to: str | None, **options: Any) -> None:
        waiting = Letter.objects.waiting().order_by("made_at", "pk").with_files()
        letters = list(waiting.filter(to_address__iexact=to) if to else waiting)
        self.stdout.write("\n".join(map(printed, letters)) if letters else "Inga brev väntar.")


def printed(letter: Letter) -> str:
    """The letter as it is read in a terminal."""
    made = timezone.localtime(letter.made_at)
    head = f"{RULE}\n{made:%Y-%m-%d %H:%M}  Till: {letter.to_address}\nÄrende: {letter.subject}"
    files = "".join(f"\nBifoga: {file.name}" for file in letter.files.all())
    return f"{head}{files}\n\n{letter.body}"
