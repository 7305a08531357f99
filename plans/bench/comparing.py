"""Two long plans compared: how the time grows with their length, and with what is changed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from budgets.sheet import Line
from plans.bench.clock import timed
from plans.bench.lengthening import lengthened
from plans.document.comparing.marking.document import marked_document
from plans.document.comparing.whole import compare
from plans.document.content import PlanContent, Section
from plans.document.document import document_of

STEP = 1_000
"""How much more each amount is in the later plan, in kr."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A plan made `times` as long beside its edited self; times in ms, the medians of the runs.

    `ms` is for the comparison of two documents that are there, `marked_ms` for the document of
    both. `sections` and `changes` count what was compared and what was found.
    """

    times: int
    sections: int
    changes: int
    ms: float
    marked_ms: float


def compared(content: PlanContent, lengths: Sequence[int], runs: int) -> list[Compared]:
    """Compare the plan at each length with itself, edited in every section and every amount."""
    return [_compared(lengthened(content, times), times, runs) for times in lengths]


def edited(content: PlanContent) -> PlanContent:
    """The plan with a word more in every paragraph, and every amount another."""
    sheet = content.budget
    return replace(
        content,
        sections=tuple(map(_section, content.sections)),
        budget=sheet and replace(sheet, costs=_lines(sheet.costs), income=_lines(sheet.income)),
    )


def _compared(content: PlanContent, times: int, runs: int) -> Compared:
    before, after = document_of(content), document_of(edited(content))
    found = [timed(lambda: compare(before, after)) for _ in range(runs)]
    comparison = found[0][1]
    marking = [timed(lambda: marked_document(comparison)) for _ in range(runs)]
    return Compared(
        times=times,
        sections=sum(1 for _ in before.walk()),
        changes=len(comparison.changes),
        ms=median(ms for ms, _ in found),
        marked_ms=median(ms for ms, _ in marking),
    )


def _section(section: Section) -> Section:
    html = section.html.replace("<p>", "<p>Numera: ").replace(" och ", " samt ")
    return replace(section, html=html, sections=tuple(map(_section, section.sections)))


def _lines(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    return tuple(
        replace(
            line,
            amounts={name: kr + STEP for name, kr in line.amounts.items()},
            lines=_lines(line.lines),
        )
        for line in lines
    )
