"""`unreadable-amount`: a cell of the budget holds what is no amount."""

from collections.abc import Iterator

from plans.document.checks.basis import Basis
from plans.document.checks.finding import Finding, Severity
from plans.document.checks.words import Words
from plans.document.document import Document

CODE = "unreadable-amount"


def check(document: Document, basis: Basis) -> Iterator[Finding]:
    """Every cell with text that could not be read as an amount, in the budget's order.

    Text in a column that the budget no longer has is not looked for: it stands in no cell.
    """
    sheet = document.content.budget
    if sheet is None:
        return
    words = Words(sheet)
    names = [column.name for column in sheet.columns]
    for _, line in sheet.walk():
        for name in names:
            if name in line.unread:
                yield _finding(words, str(line.key), name, line.unread[name])


def _finding(words: Words, row: str, column: str, text: str) -> Finding:
    return Finding(
        code=CODE,
        severity=Severity.ERROR,
        fact=f"{words.row(row)}, {words.column(column)}: ”{text}” är inte ett belopp.",
        detail="Cellen räknas som tom tills den är rättad.",
        place=f"budget/{row}/{column}",
    )
