"""`printed-total`: a figure that the source printed is not the plan's."""

from collections.abc import Iterator

from budgets.differing import differs
from budgets.sheet import TOTAL, Printed
from plans.document.checks.basis import Basis
from plans.document.checks.finding import Finding, Severity
from plans.document.checks.words import Words
from plans.document.document import Document

CODE = "printed-total"


def check(document: Document, basis: Basis) -> Iterator[Finding]:
    """Every figure of the source that prints otherwise than the plan's in the plan's unit.

    How the difference was resolved is the finding's reason; it stays an error.
    """
    sheet, figures = document.content.budget, document.figures
    if sheet is None or figures is None:
        return
    words = Words(sheet)
    for printed in sheet.printed:
        if differs(printed, sheet, figures):
            yield _finding(printed, words, figures.amount(printed.row, printed.column))


def _finding(printed: Printed, words: Words, ours: int | None) -> Finding:
    unit, negate = words.sheet.unit, words.is_negated(printed.row)
    source = f" ({printed.source})" if printed.source else ""
    is_computed = words.is_computed(printed.row) or printed.column == TOTAL
    verb = "räknar fram" if is_computed and ours is not None else "har"
    parts = [
        f"Källan{source} anger {words.amount(printed.amount, unit, negate)}",
        f"planen {verb} {words.amount(ours, unit, negate)}",
    ]
    if ours is not None:
        parts.append(f"skillnaden är {words.amount(abs(printed.amount - ours), unit)}")
    return Finding(
        code=CODE,
        severity=Severity.ERROR,
        fact=f"{words.row(printed.row)}, {words.column(printed.column)}: "
        "källan har en annan siffra.",
        detail=f"{', '.join(parts)}.",
        place=f"budget/{printed.row}/{printed.column}",
        reason=printed.resolution,
    )
