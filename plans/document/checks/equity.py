"""`equity-negative` and `roll-forward`: equity from year to year."""

from collections.abc import Iterator

from budgets.equity import Opening, OpeningKind
from budgets.formatting import in_unit
from budgets.sheet import ComputedRow, Unit
from plans.document.checks.basis import Basis
from plans.document.checks.finding import Finding, Severity
from plans.document.checks.words import Words
from plans.document.document import Document

NEGATIVE = "equity-negative"
ROLL_FORWARD = "roll-forward"


def check_negative(document: Document, basis: Basis) -> Iterator[Finding]:
    """Every column that closes with less than nothing. Unknown equity is not judged."""
    sheet, figures = document.content.budget, document.figures
    if sheet is None or figures is None:
        return
    words = Words(sheet)
    for column in sheet.columns:
        closing = figures.amount(ComputedRow.CLOSING_EQUITY, column.name)
        if closing is not None and closing < 0:
            opening = figures.amount(ComputedRow.OPENING_EQUITY, column.name)
            result = figures.amount(ComputedRow.RESULT, column.name)
            yield _negative(words, column.name, opening, result, closing)


def _negative(
    words: Words, column: str, opening: int | None, result: int | None, closing: int
) -> Finding:
    unit = words.unit((closing, 0))
    return Finding(
        code=NEGATIVE,
        severity=Severity.ERROR,
        fact=f"Negativt eget kapital i {words.column(column)}.",
        detail=f"Ingående eget kapital {words.amount(opening, unit)} och årets resultat "
        f"{words.amount(result, unit)} ger utgående {words.amount(closing, unit)}.",
        place=f"budget/{ComputedRow.CLOSING_EQUITY}/{column}",
    )


def check_roll_forward(document: Document, basis: Basis) -> Iterator[Finding]:
    """Every typed opening that is not the closing of the column it continues.

    A column that continues none, or one whose closing is unknown, is not judged. An opening typed
    in whole tkr, in a plan that prints tkr, may be the closing rounded.
    """
    sheet, figures = document.content.budget, document.figures
    if sheet is None or figures is None:
        return
    words = Words(sheet)
    for column in sheet.columns:
        opening = figures.openings[column.name]
        closing = figures.amount(ComputedRow.CLOSING_EQUITY, opening.column)
        if opening.kind is not OpeningKind.TYPED or opening.amount is None or closing is None:
            continue
        if not _continues(opening.amount, closing, sheet.unit):
            yield _roll_forward(words, column.name, opening, opening.amount, closing)


def _continues(opening: int, closing: int, unit: Unit) -> bool:
    is_rounded = unit is Unit.TKR and opening % 1000 == 0
    return opening == closing or (is_rounded and in_unit(opening, unit) == in_unit(closing, unit))


def _roll_forward(
    words: Words, column: str, opening: Opening, amount: int, closing: int
) -> Finding:
    unit = words.unit((amount, closing))
    before, own = words.column(opening.column), words.column(column)
    difference = words.amount(abs(amount - closing), unit)
    return Finding(
        code=ROLL_FORWARD,
        severity=Severity.WARN,
        fact=f"Ingående eget kapital i {own} är inte utgående i {before}.",
        detail=f"Ingående är {words.amount(amount, unit)} ({opening.source or 'utan källa'}), "
        f"utgående i {before} är {words.amount(closing, unit)}: skillnaden är {difference}.",
        place=f"budget/{ComputedRow.OPENING_EQUITY}/{column}",
    )
