"""What has been measured, as the text of docs/performance.md. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from plans.bench.cells import Filling
from plans.bench.cold import Cold
from plans.bench.comparing import Compared
from plans.bench.printing import Print
from plans.bench.reading import Reading
from plans.bench.tables import Cell, table
from plans.bench.writing import Writing

SHARE_AIM = 0.10
RATIO_AIM = 0.85
LOAD_AIM = 16
PAGE_AIM = 22

PDF_HEADS = ("PDF", "cold ms", "peak MB", "warm ms", "pages", "KB", "ours", "of the defaults")
PAGE_HEADS = ("Page", "ms", "KB", "queries", "of them for the document")
WRITING_HEADS = ("Saves, people writing at once", "p50 ms", "p95 ms")
FILLING_HEADS = ("Cells", "save ms", "ratio", "queries", "KB", "page ms")
COMPARING_HEADS = ("Comparison", "sections", "changes", "ms", "ratio", "marked ms", "ratio")
GROWTH_HEADS = ("Growth", "PDF ms", "ratio", "pages", "ratio", "page ms", "ratio", "queries")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grown:
    """A plan made `times` as long: ms to its PDF, the PDF's pages, and its page."""

    times: int
    ms: float
    pages: int
    reading: Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One example. `cold` is None where the database has not got it."""

    name: str
    cold: Cold | None
    print: Print
    reading: Reading
    grown: Sequence[Grown]


def report(
    machine: str,
    measured: Sequence[Measured],
    writing: Sequence[Writing],
    filling: Sequence[Filling],
    comparing: Sequence[Compared] = (),
) -> str:
    """Everything that was measured, and which aims are met."""
    return "\n\n".join(
        [
            f"Measured on: {machine}.",
            table(PDF_HEADS, [_pdf_row(one) for one in measured]),
            table(PAGE_HEADS, [_page_row(one) for one in measured]),
            table(WRITING_HEADS, [_writing_row(one) for one in writing]),
            table(FILLING_HEADS, [_filling_row(one, filling[0]) for one in filling]),
            table(COMPARING_HEADS, [_comparing_row(one, comparing[0]) for one in comparing]),
            table(GROWTH_HEADS, [row for one in measured for row in _growth_rows(one)]),
            table(("Aim", "limit", "worst", "met"), _aims(measured)),
        ]
    )


def _pdf_row(one: Measured) -> list[Cell]:
    return [
        one.name,
        None if one.cold is None else round(one.cold.ms),
        None if one.cold is None else round(one.cold.peak / 1_000_000),
        round(one.print.ms),
        one.print.pages,
        round(one.print.size / 1000),
        _percent(one.print.share),
        one.print.ratio,
    ]


def _page_row(one: Measured) -> list[Cell]:
    return [one.name, *_page_cells(one.reading), one.reading.load_queries]


def _writing_row(one: Writing) -> list[Cell]:
    return [str(one.editors), round(one.p50), round(one.p95)]


def _filling_row(one: Filling, first: Filling) -> list[Cell]:
    """The budget, with its ratio to the smallest one."""
    return [
        f"{one.lines} lines, {one.columns} columns",
        round(one.ms),
        one.ms / first.ms,
        one.queries,
        round(one.size / 1000),
        round(one.page_ms),
    ]


def _comparing_row(one: Compared, first: Compared) -> list[Cell]:
    """A comparison, with its ratios to that of the plan as it is."""
    return [
        f"{one.times} ×",
        one.sections,
        one.changes,
        round(one.ms),
        one.ms / first.ms,
        round(one.marked_ms),
        one.marked_ms / first.marked_ms,
    ]


def _page_cells(reading: Reading) -> list[Cell]:
    return [round(reading.ms), round(reading.size / 1000), reading.page_queries]


def _growth_rows(one: Measured) -> list[list[Cell]]:
    """The plan as it is, then each length with its ratios to that."""
    first = Grown(times=1, ms=one.print.ms, pages=one.print.pages, reading=one.reading)
    return [_growth_row(one.name, first, grown) for grown in (first, *one.grown)]


def _growth_row(name: str, first: Grown, grown: Grown) -> list[Cell]:
    return [
        f"{name}, {grown.times} ×",
        round(grown.ms),
        grown.ms / first.ms,
        grown.pages,
        grown.pages / first.pages,
        round(grown.reading.ms),
        grown.reading.ms / first.reading.ms,
        grown.reading.page_queries,
    ]


def _aims(measured: Sequence[Measured]) -> list[list[Cell]]:
    share = max(one.print.share for one in measured)
    ratio = max(one.print.ratio for one in measured)
    load = max(one.reading.load_queries for one in measured)
    page = max(one.reading.page_queries for one in measured)
    more = max(_queries_more(one) for one in measured)
    return [
        [
            "Ours, of the time to a PDF",
            _percent(SHARE_AIM),
            _percent(share),
            _met(share, SHARE_AIM),
        ],
        ["Time to a PDF, of WeasyPrint's defaults", RATIO_AIM, ratio, _met(ratio, RATIO_AIM)],
        ["Queries for the document", LOAD_AIM, load, _met(load, LOAD_AIM)],
        ["Queries for the plan's page", PAGE_AIM, page, _met(page, PAGE_AIM)],
        ["Queries that a longer plan adds", 0, more, _met(more, 0)],
    ]


def _queries_more(one: Measured) -> int:
    """The most queries that any length adds to the page or to the document."""
    first = one.reading
    return max(
        max(
            abs(grown.reading.page_queries - first.page_queries),
            abs(grown.reading.load_queries - first.load_queries),
        )
        for grown in one.grown
    )


def _met(measured: float, limit: float) -> str:
    return "yes" if measured <= limit else "no"


def _percent(part: float) -> str:
    return f"{part:.1%}".replace("%", " %")
