"""A budget as text that a Swedish Excel reads as numbers, to be copied and pasted there."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from budgets.formatting import typed_text
from budgets.sheet import Unit
from budgets.table import BudgetTable

_PLAIN = str.maketrans({"\u00a0": None, "\u2212": "-"})
_FORMULA = ("=", "+", "-", "@")


def as_tsv(table: BudgetTable, unit: Unit) -> str:
    """A printed budget as tab-separated text: heads, names, and figures in the unit.

    Figures are exact and have their printed sign, with a decimal comma, "-" as minus and no
    spaces. An empty cell is empty.
    """
    corner = table.unit
    rows = [[corner, *(head.text for head in table.heads)]]
    for row in table.rows:
        amounts = [cell.amount for cell in row.cells] or [None] * len(table.heads)
        rows.append([row.label, *(number_text(amount, unit) for amount in amounts)])
    return tab_separated(rows)


def number_text(kr: int | None, unit: Unit) -> str:
    """An amount in kr as Excel reads it in Sweden: "-1234,5"; "" where there is none."""
    return typed_text(kr, unit).translate(_PLAIN)


def tab_separated(rows: Iterable[Sequence[str]]) -> str:
    """Rows of cells as the clipboard carries them, with quotation marks where a cell needs them.

    The first cell of a row is its name: one that Excel would take for a formula gets a space
    before it.
    """
    text = StringIO(newline="")
    writer = csv.writer(text, "excel-tab")
    for name, *cells in rows:
        writer.writerow([f" {name}" if name.startswith(_FORMULA) else name, *cells])
    return text.getvalue()
