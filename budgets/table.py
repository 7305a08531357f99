"""A budget as a table to print: every head, label and figure as text, with nothing left to compute.

The same table is printed on screen, in the PDF and in exports, whole, to a depth, or one branch.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from budgets import layout
from budgets.arithmetic import Figures
from budgets.groups import groups
from budgets.labels import UNITS, column_label, line_label, total_column_label
from budgets.notes import Note, hidden_openings, result_notes, rounding_notes
from budgets.remarks import numbered
from budgets.rows import Printer, Row
from budgets.sheet import TOTAL, Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A column's head: its name ("budget-2024", "total") and its text ("Budget 2024")."""

    name: str
    text: str

    @property
    def is_total(self) -> bool:
        return self.name == TOTAL


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetTable:
    """A budget to print. `unit` is in words ("Belopp i tkr"); notes stand below, in order."""

    title: str
    unit: str
    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    notes: tuple[Note, ...]

    @property
    def width(self) -> int:
        """The number of columns with the labels' own, for a heading that spans them all."""
        return len(self.heads) + 1

    @property
    def groups(self) -> tuple[tuple[Row, ...], ...]:
        """The rows again, in the groups that belong together."""
        return tuple(groups(self.rows))


def table(
    sheet: Sheet,
    figures: Figures,
    *,
    depth: int | None = None,
    branch: UUID | None = None,
    columns: Sequence[str] = (),
) -> BudgetTable:
    """The sheet as a table: whole, with `depth` levels of lines, or one `branch` in full.

    `columns` names the columns to show, in the sheet's order; empty shows them all. A group on
    the last level shown is one row with its sum. A branch that is gone gives a table without rows.
    """
    heads = _heads(sheet, columns)
    names = [head.name for head in heads]
    placed = list(layout.whole(sheet, depth) if branch is None else layout.branch(sheet, branch))
    printer = Printer(sheet, figures, names)
    rows = tuple(printer.row(row) for row in placed)
    shown = [column for column in sheet.columns if column.name in names]
    return BudgetTable(
        title=_title(sheet, branch),
        unit=UNITS[sheet.unit],
        heads=heads,
        rows=rows,
        notes=(
            *numbered(printer.marks),
            *(() if branch else result_notes(sheet, figures, shown)),
            *(() if branch else hidden_openings(sheet, figures, shown)),
            *rounding_notes(placed, figures, names, sheet.unit),
        ),
    )


def _title(sheet: Sheet, branch: UUID | None) -> str:
    found = layout.branch_line(sheet, branch) if branch else None
    return line_label(found[1]) if found else sheet.title


def _heads(sheet: Sheet, columns: Sequence[str]) -> tuple[Head, ...]:
    heads = [Head(name=column.name, text=column_label(column)) for column in sheet.columns]
    if sheet.has_total_column:
        heads.append(Head(name=TOTAL, text=total_column_label(sheet)))
    return tuple(head for head in heads if not columns or head.name in columns)
