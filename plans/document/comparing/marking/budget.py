"""Two budgets as one table: every row and column of both, a changed figure after the old one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from budgets import layout
from budgets.formatting import EMPTY, amount_text
from budgets.labels import UNITS, column_label, line_label, total_column_label
from budgets.layout import PlacedRow, RowKind
from budgets.sheet import TOTAL, Column, Sheet
from plans.document.comparing.budget import BudgetComparison
from plans.document.comparing.figures import Budgets
from plans.document.comparing.marking.pieces import (
    CHANGED,
    GONE,
    NEW,
    Text,
    marked_text,
    plain,
    spoken,
)
from plans.document.comparing.money import FigureChange
from plans.document.comparing.places import interleaved
from plans.document.content import BudgetBlock


class Place(NamedTuple):
    """A column by its name in each budget, "" where it is not there."""

    old: str
    new: str
    head: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedRow:
    """A row; a heading has no cells. `level` 0 is topmost."""

    kind: RowKind
    level: int
    label: Text
    cells: tuple[Text, ...]

    @property
    def is_changed(self) -> bool:
        """Whether it came or went or has another figure; a whole column is no change of a row."""
        return self.label.is_changed or any(cell.state == CHANGED for cell in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedBudget:
    """Every row and column of both. `unit` is in words ("Belopp i tkr").

    `name` is what the table is called without marks, by its title or by the branch it shows.
    """

    title: Text
    name: str
    unit: str
    heads: tuple[Text, ...]
    rows: tuple[MarkedRow, ...]

    @property
    def is_changed(self) -> bool:
        texts = (self.title, *self.heads)
        is_told = any(text.is_changed for text in texts)
        return is_told or any(row.is_changed for row in self.rows)

    @property
    def width(self) -> int:
        return len(self.heads) + 1


def marked_budget(comparison: BudgetComparison, block: BudgetBlock) -> MarkedBudget:
    """Both budgets as one table, as far as the block shows them."""
    budgets = comparison.budgets
    places = [place for place in _places(budgets) if _is_shown(place, block)]
    marker = _Marker(comparison, places)
    rows = _Rows(budgets, block)
    titles = [_title(sheet, block) for sheet in (budgets.before, budgets.after)]
    return MarkedBudget(
        title=marked_text(*titles),
        name=titles[1] or titles[0] or "Budget",
        unit=UNITS[budgets.after.unit],
        heads=tuple(place.head for place in places),
        rows=tuple(marker.row(*pair) for pair in rows.both()),
    )


def _title(sheet: Sheet, block: BudgetBlock) -> str:
    found = layout.branch_line(sheet, block.branch) if block.branch else None
    return line_label(found[1]) if found else sheet.title


def _is_shown(place: Place, block: BudgetBlock) -> bool:
    return not block.columns or place.new in block.columns


def _places(budgets: Budgets) -> Iterator[Place]:
    """The later columns in order, and before the first later year those that are gone."""
    before = {new.name: old for old, new in budgets.columns.pairs}
    gone = list(budgets.columns.removed)
    for column in budgets.after.columns:
        while gone and gone[0].year <= column.year:
            yield _gone(gone.pop(0))
        old = before.get(column.name)
        head = marked_text(column_label(old) if old else None, column_label(column))
        yield Place(old.name if old else "", column.name, head)
    yield from map(_gone, gone)
    yield from _total(budgets)


def _gone(column: Column) -> Place:
    return Place(column.name, "", marked_text(column_label(column), None))


def _total(budgets: Budgets) -> Iterator[Place]:
    sheets = (budgets.before, budgets.after)
    labels = [total_column_label(each) if each.has_total_column else None for each in sheets]
    if any(labels):
        old, new = (TOTAL if label else "" for label in labels)
        yield Place(old, new, marked_text(*labels))


class _Rows:
    """The rows that both budgets print in the way of the later."""

    def __init__(self, budgets: Budgets, block: BudgetBlock) -> None:
        after = budgets.after
        shown = {**budgets.before.computed_rows, **after.computed_rows}
        computed = shown if not after.columns else after.computed_rows
        before = replace(budgets.before, subtotals=after.subtotals, computed_rows=computed)
        self.old = {(row.key, row.kind): row for row in _rows(before, block)}
        self.new = {(row.key, row.kind): row for row in _rows(after, block)}

    def both(self) -> Iterator[tuple[PlacedRow | None, PlacedRow | None, PlacedRow]]:
        """Each row as it was and as it is, and as it is shown."""
        for key in interleaved(list(self.old), list(self.new)):
            old, new = self.old.get(key), self.new.get(key)
            yield old, new, new or self.old[key]


def _rows(sheet: Sheet, block: BudgetBlock) -> Iterator[PlacedRow]:
    if block.branch is None:
        return layout.whole(sheet, block.depth)
    return layout.branch(sheet, block.branch)


class _Marker:
    def __init__(self, comparison: BudgetComparison, places: list[Place]) -> None:
        self.budgets = comparison.budgets
        self.moved = {str(key) for key in comparison.lines.moved}
        self.places = places

    def row(self, old: PlacedRow | None, new: PlacedRow | None, shown: PlacedRow) -> MarkedRow:
        has_cells = shown.kind is not RowKind.HEADING
        return MarkedRow(
            kind=shown.kind,
            level=shown.level,
            label=self._label(old, new, shown),
            cells=tuple(self._cell(place, old, new) for place in self.places) if has_cells else (),
        )

    def _label(self, old: PlacedRow | None, new: PlacedRow | None, shown: PlacedRow) -> Text:
        return marked_text(
            (old.label or EMPTY) if old else None,
            (new.label or EMPTY) if new else None,
            is_moved=shown.key in self.moved and shown.kind is not RowKind.SUM,
        )

    def _cell(self, place: Place, old: PlacedRow | None, new: PlacedRow | None) -> Text:
        """The figure of both; what has no row or no column in a budget has no figure there."""
        was = self.budgets.old.amount(old.key, place.old) if old else None
        now = self.budgets.new.amount(new.key, place.new) if new else None
        is_kept = bool(old and new and place.old and place.new)
        if was == now and is_kept:
            return Text(html=plain(self._print(new, now)))
        side = new or old
        change = FigureChange(
            row="",
            column="",
            label="",
            old=was,
            new=now,
            unit=self.budgets.after.unit,
            negate=self.budgets.after.negates(side.side if side else None),
        )
        state = CHANGED if is_kept else NEW if new and place.new else GONE
        return Text(html=spoken("".join(_marks(change, state))), state=state)

    def _print(self, row: PlacedRow | None, kr: int | None) -> str:
        sheet = self.budgets.after
        return amount_text(kr, sheet.unit, sheet.negates(row.side if row else None))


def _marks(change: FigureChange, state: str) -> Iterator[str]:
    """The old figure struck and the new one added, those that there are."""
    if state != NEW and (state == CHANGED or change.old is not None):
        yield f"<del>{EMPTY if change.old is None else change.old_text}</del>"
    if state != GONE and (state == CHANGED or change.new is not None):
        yield f"<ins>{EMPTY if change.new is None else change.new_text}</ins>"
