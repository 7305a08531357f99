"""Text in cells: never a formula, whatever it begins with."""

from openpyxl.cell import Cell
from openpyxl.comments import Comment

from plans.exports.plaintext import plain

OURS = "Finsam"

FORMULA_LIKE = ("=", "+", "-", "@")
"""What Excel would take for the beginning of a formula, were it typed."""


def write_text(cell: Cell, text: str) -> None:
    """Lets a cell hold a text as it is. "=1+1" stays so when the cell is edited, too."""
    cell.value = plain(text).strip()
    cell.data_type = "s"
    cell.quotePrefix = str(cell.value).startswith(FORMULA_LIKE)


def remark(cell: Cell, text: str) -> None:
    """A comment on a cell, from the product."""
    cell.comment = Comment(plain(text), OURS)
