"""A table as a CSV file that Excel opens in Swedish: semicolons, and UTF-8 that says so."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

BOM = "\ufeff"
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What a spreadsheet takes a text for a formula by (OWASP, CSV injection)."""

Cell = object


def csv_bytes(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """The table. None is an empty cell; what would be a formula is text, with a ' before it."""
    file = StringIO()
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return f"{BOM}{file.getvalue()}".encode()


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    text = str(value)
    is_formula = isinstance(value, str) and text.lstrip(" \n").startswith(FORMULA)
    return f"'{text}" if is_formula else text
