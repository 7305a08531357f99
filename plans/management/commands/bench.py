"""`manage.py bench`: how long the examples take to print and to read, and how that grows."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from plans.bench.cells import filled
from plans.bench.cold import Cold, printed_cold
from plans.bench.comparing import compared
from plans.bench.machine import machine
from plans.bench.printing import printed_once, printed_pairs
from plans.bench.reading import read
from plans.bench.report import Grown, Measured, report
from plans.bench.subjects import borrowed, examples, named
from plans.bench.writing import written
from plans.document.content import PlanContent
from plans.models import Plan

PAGE = settings.BASE_DIR / "docs" / "performance.md"
BEGIN, END = "<!-- measured -->\n", "<!-- /measured -->\n"
COLD_RUNS = 3
WARM_RUNS = 10
LENGTHS = (2, 4, 8)
EDITORS = (1, 50)
LINES = (125, 250, 500)
COLUMNS = 6


class Command(BaseCommand):
    help = "Mäter hur länge exempelplanerna tar att skriva ut och läsa. Ändrar inget."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--write", action="store_true", help="skriv också det mätta i docs/performance.md"
        )

    def handle(self, *, write: bool, **options: Any) -> None:
        made_on = machine()
        contents = examples()
        # First, while this process is small: see printed_cold.
        colds = [self._cold(content) for content in contents]
        pairs = zip(contents, colds, strict=True)
        measured = [self._measured(content, cold) for content, cold in pairs]
        self._say("saves")
        writing = written(contents[-1], EDITORS)
        self._say("cells")
        filling = filled(contents[-1], LINES, COLUMNS, WARM_RUNS)
        self._say("comparisons")
        comparing = compared(contents[-1], (1, *LENGTHS), WARM_RUNS)
        text = report(made_on, measured, writing, filling, comparing)
        self.stdout.write(text)
        if write:
            PAGE.write_text(replaced(PAGE.read_text(), text))

    def _cold(self, content: PlanContent) -> Cold | None:
        self._say(f"{named(content)}, cold")
        slug, year = content.federation.slug, content.year
        if Plan.objects.filter(federation__slug=slug, year=year).exists():
            return printed_cold(content, COLD_RUNS)
        return None

    def _measured(self, content: PlanContent, cold: Cold | None) -> Measured:
        self._say(named(content))
        with borrowed(content) as subject:
            printing = printed_pairs(subject.plan, WARM_RUNS)
            reading = read(subject, WARM_RUNS)
        return Measured(
            name=named(content),
            cold=cold,
            print=printing,
            reading=reading,
            grown=[self._grown(content, times) for times in LENGTHS],
        )

    def _grown(self, content: PlanContent, times: int) -> Grown:
        self._say(f"{named(content)}, {times} ×")
        with borrowed(content, times) as subject:
            ms, pages = printed_once(subject.plan)
            return Grown(times=times, ms=ms, pages=pages, reading=read(subject, WARM_RUNS))

    def _say(self, what: str) -> None:
        self.stderr.write(f"Measuring {what} …")


def replaced(page: str, text: str) -> str:
    """The page with the text between its two marks. Raises ValueError without them."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError("docs/performance.md has lost its marks")
    return f"{before}{begin}\n{text}\n\n{end}{after}"
