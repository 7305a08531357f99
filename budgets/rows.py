"""The rows of a printed budget, their figures as text, and the numbers of the notes on them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from budgets.arithmetic import Figures
from budgets.formatting import amount_text, in_unit
from budgets.layout import PlacedRow, RowKind
from budgets.notes import opening_note, printed_note
from budgets.remarks import Remark
from budgets.sheet import ComputedRow, Printed, Sheet, Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A figure as it prints. `amount` is in kr with its printed sign, None in an empty cell.

    `printed` is what the source printed instead, where that differs; `marks` are the numbers of
    the notes on the cell.
    """

    text: str
    amount: int | None
    is_negative: bool = False
    printed: str = ""
    marks: tuple[int, ...] = ()

    @property
    def is_empty(self) -> bool:
        return self.amount is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A printed row. `key` is a line's key as text or a computed row's name; level 0 is topmost.

    A heading has no cells. `side` is None for results and equity.
    """

    kind: RowKind
    key: str
    level: int
    label: str
    side: Side | None
    cells: tuple[Cell, ...]


class Printer:
    """Prints rows from the top, and numbers the notes that their cells need as they come."""

    def __init__(self, sheet: Sheet, figures: Figures, columns: Sequence[str]) -> None:
        self.sheet = sheet
        self.figures = figures
        self.columns = columns
        self.marks: dict[Remark, int] = {}
        self.printed: dict[tuple[str, str], list[Printed]] = defaultdict(list)
        for printed in sheet.printed:
            self.printed[printed.row, printed.column].append(printed)

    def row(self, row: PlacedRow) -> Row:
        has_cells = row.kind is not RowKind.HEADING
        return Row(
            kind=row.kind,
            key=row.key,
            level=row.level,
            label=row.label,
            side=row.side,
            cells=tuple(self._cell(row, name) for name in self.columns) if has_cells else (),
        )

    def _cell(self, row: PlacedRow, column: str) -> Cell:
        unit, amount = self.sheet.unit, self.figures.amount(row.key, column)
        negate = self.sheet.negates(row.side)
        signed = -amount if amount is not None and negate else amount
        differing = self._differing(row.key, column, amount)
        return Cell(
            text=amount_text(amount, unit, negate),
            amount=signed,
            is_negative=signed is not None and in_unit(signed, unit) < 0,
            printed=", ".join(amount_text(other.amount, unit, negate) for other in differing),
            marks=self._numbers(
                Remark(self._opening(row.key, column)),
                *(
                    Remark(printed_note(other, unit, negate), other.resolution)
                    for other in differing
                ),
            ),
        )

    def _opening(self, key: str, column: str) -> str:
        is_opening = key == ComputedRow.OPENING_EQUITY
        return opening_note(self.sheet, self.figures, column) if is_opening else ""

    def _differing(self, key: str, column: str, amount: int | None) -> list[Printed]:
        """The source's figures that would print otherwise than ours in the sheet's unit."""
        unit = self.sheet.unit
        ours = amount_text(amount, unit)
        others = self.printed.get((key, column), ())
        return [other for other in others if amount_text(other.amount, unit) != ours]

    def _numbers(self, *remarks: Remark) -> tuple[int, ...]:
        """The numbers of the notes that say these; the same remark is one note."""
        said = (remark for remark in remarks if remark.text)
        return tuple(self.marks.setdefault(remark, len(self.marks) + 1) for remark in said)
