"""A plan printed in a warm process, beside WeasyPrint with its default settings."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from statistics import median

import pikepdf
import pydyf
from weasyprint import HTML
from weasyprint import Document as Rendering

from plans.bench.clock import Clock, timed
from plans.document.document import document_of
from plans.document.loading import load_content
from plans.exports.conformance import Finisher
from plans.exports.garbage import collector
from plans.exports.pdf import VARIANT, pdf_html, write
from plans.exports.printed import Printed
from plans.exports.stylesheets import SHEETS, static_file, static_folder
from plans.models import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One plan printed twice in a row: by us from the database, by the defaults from our HTML.

    `before` is the time until the HTML is there and `after` that of our finishing of the PDF,
    both in ms and parts of `ours`; `default` has the same finishing in it.
    """

    ours: float
    before: float
    after: float
    default: float
    pages: int
    size: int

    @property
    def share(self) -> float:
        """The part of our time that is not WeasyPrint's own."""
        return (self.before + self.after) / self.ours

    @property
    def ratio(self) -> float:
        """Everything from the database to the PDF, against the defaults' printing alone."""
        return self.ours / self.default


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """The medians of several pairs. Times in ms, size in bytes."""

    ms: float
    share: float
    ratio: float
    pages: int
    size: int


class Marked:
    """The finishing of a PDF with a clock."""

    def __init__(self, page: Printed) -> None:
        self.finisher = Finisher(page.headings)
        self.clock = Clock()

    def __call__(self, rendering: Rendering, pdf: pydyf.PDF) -> None:
        with self.clock.running():
            self.finisher(rendering, pdf)


def printed_pairs(plan: Plan, count: int) -> Print:
    """Print the plan `count` times beside the defaults, after once for warmth."""
    _from_database(plan, Clock())
    return medians([_pair(plan) for _ in range(count)])


def medians(pairs: Sequence[Pair]) -> Print:
    """The median of each figure, that of the ratio over the pairs' own ratios."""
    return Print(
        ms=median(pair.ours for pair in pairs),
        share=median(pair.share for pair in pairs),
        ratio=median(pair.ratio for pair in pairs),
        pages=pairs[-1].pages,
        size=pairs[-1].size,
    )


def printed_once(plan: Plan) -> tuple[float, int]:
    """Milliseconds from the database to the PDF, and the PDF's pages."""
    with collector.awaited():
        ms, (_, pdf) = timed(lambda: _from_database(plan, Clock()))
    return ms, pages(pdf)


def pages(pdf: bytes) -> int:
    """How many pages a PDF has."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return len(opened.pages)


def _pair(plan: Plan) -> Pair:
    before = Clock()
    with collector.awaited():
        ours, (page, pdf) = timed(lambda: _from_database(plan, before))
    marked = Marked(page)
    default, _ = timed(lambda: _by_default(page, marked))
    return Pair(
        ours=ours,
        before=before.ms,
        after=marked.clock.ms,
        default=default,
        pages=pages(pdf),
        size=len(pdf),
    )


def _from_database(plan: Plan, before: Clock) -> tuple[Printed, bytes]:
    with before.running():
        read = Plan.objects.for_reading().get(pk=plan.pk)
        page = pdf_html(document_of(load_content(read, with_picture_data=True)))
    return page, write(page)


def _by_default(page: Printed, marked: Marked) -> bytes:
    html = HTML(string=page.html, base_url=static_folder().as_uri())
    sheets = [static_file(name) for name in SHEETS]
    pdf: bytes = html.write_pdf(stylesheets=sheets, pdf_variant=VARIANT, finisher=marked)
    return pdf
