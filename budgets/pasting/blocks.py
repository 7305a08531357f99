"""A range from Excel or Word as the clipboard carries it: rows of texts, within bounds."""

import csv
from collections.abc import Iterator
from io import StringIO

MOST_CHARACTERS = 1_000_000
MOST_CELLS = 5_000

TOO_LARGE = (
    "Det du klistrade in är för stort: högst 5\u00a0000 celler går att klistra in på en gång. "
    "Markera bara budgetens rader och kolumner och kopiera igen."
)
EMPTY = "Det finns inget att klistra in. Markera raderna i Excel eller Word och kopiera dem igen."

Rows = tuple[tuple[str, ...], ...]


class PasteRefused(Exception):
    """What was pasted cannot be read; the message says in Swedish why and what to do."""


def block(text: str) -> Rows:
    """The cells of a tab-separated text, row by row, without empty rows at its end.

    Raises PasteRefused where it is too large or holds nothing.
    """
    if len(text) > MOST_CHARACTERS:
        raise PasteRefused(TOO_LARGE)
    rows: list[tuple[str, ...]] = []
    count = 0
    for cells in _rows(text):
        row = cells or [""]
        count += len(row)
        if count > MOST_CELLS:
            raise PasteRefused(TOO_LARGE)
        rows.append(tuple(cell.strip("\r\n") for cell in row))
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    if not rows:
        raise PasteRefused(EMPTY)
    return tuple(rows)


def _rows(text: str) -> Iterator[list[str]]:
    """Excel quotes a cell with a tab or a new line in it; Word leaves its quotation marks alone."""
    is_quoted = text.count('"') % 2 == 0
    lines = StringIO(text, newline="")
    try:
        if is_quoted:
            yield from csv.reader(lines, "excel-tab")
        else:
            yield from csv.reader(lines, "excel-tab", quoting=csv.QUOTE_NONE)
    except csv.Error as error:
        # A cell of more than 131 072 characters.
        raise PasteRefused(TOO_LARGE) from error
