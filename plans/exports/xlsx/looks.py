"""How the cells of the workbook look, by the kind of their row."""

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from budgets.layout import RowKind
from finsam.federations.colour import Palette

STRONG = (RowKind.GROUP, RowKind.HEADING, RowKind.SUM, RowKind.COMPUTED)
INK, GREY, LINE, RED = "15201F", "76837F", "D8DFDC", "A02329"
FACE = "Calibri"
"""What Excel itself begins with."""

THIN = Side("thin", LINE)
RULES = {RowKind.SUM: Side("thin", GREY), RowKind.COMPUTED: Side("medium", INK)}
"""The line above a row."""


class Looks:
    """The looks of one federation's workbook."""

    def __init__(self, palette: Palette) -> None:
        self.accent = palette.text.lstrip("#")
        self.tint = palette.tint.lstrip("#")

    def title(self, cell: Cell) -> None:
        cell.font = _font(bold=True, size=14, color=self.accent)
        cell.alignment = Alignment(wrap_text=True, vertical="top")

    def unit(self, cell: Cell) -> None:
        cell.font = _font(color=GREY)

    def head(self, cell: Cell, *, is_number: bool) -> None:
        """A cell of the row of heads."""
        cell.font = _font(bold=True)
        cell.fill = PatternFill("solid", fgColor=self.tint)
        across = "right" if is_number else "left"
        cell.alignment = Alignment(horizontal=across, vertical="bottom", wrap_text=True)
        cell.border = Border(bottom=Side("medium", GREY))

    def label(self, cell: Cell, kind: RowKind, level: int) -> None:
        """A row's label, so many levels in."""
        self._row(cell, kind)
        cell.alignment = Alignment(horizontal="left", indent=level, vertical="top", wrap_text=True)

    def figure(self, cell: Cell, kind: RowKind, number_format: str) -> None:
        """A row's cell under a column."""
        self._row(cell, kind)
        cell.alignment = Alignment(horizontal="right", vertical="top")
        cell.number_format = number_format

    def blank(self, cell: Cell, kind: RowKind) -> None:
        """A cell of a row without figures."""
        self._row(cell, kind)

    def note(self, cell: Cell) -> None:
        cell.font = _font()
        cell.alignment = Alignment(wrap_text=True, vertical="top")

    def _row(self, cell: Cell, kind: RowKind) -> None:
        cell.font = _font(bold=kind in STRONG)
        cell.border = Border(top=RULES.get(kind, THIN))


def _font(*, bold: bool = False, size: int = 11, color: str = INK) -> Font:
    return Font(name=FACE, size=size, bold=bold, color=color)
