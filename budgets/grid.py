"""A budget as a sheet to fill in: every row with its cells, those to type in and those computed.

The amounts stand exactly as they are, in the sheet's unit: in tkr with up to three decimals. What
is printed is rounded.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from budgets.arithmetic import Figures
from budgets.earlier import Earlier, difference
from budgets.equity import OpeningKind
from budgets.formatting import EMPTY, MINUS, typed_text, with_unit
from budgets.labels import (
    COMPUTED_ROWS,
    UNITS,
    column_label,
    computed_label,
    line_label,
    sum_label,
    total_column_label,
)
from budgets.layout import SUMMED, RowKind
from budgets.parsing import Unread, parse
from budgets.sheet import TOTAL, Column, ComputedRow, Line, Sheet, Side, Subtotals, Unit

SIDES = {Side.INCOME: "Intäkter", Side.COST: "Kostnader", Side.FINANCIAL: "Finansiella poster"}
UNPRINTED = {ComputedRow.TOTAL_INCOME: "Intäkter utan eget kapital"}
"""What a row is called that only the sheet shows: plans may call their funds "Summa intäkter"."""

NEGATIVE = "Negativt eget kapital"
RETYPE = "Skriv beloppet igen: det kan läsas nu."
"""What could not be read in the unit that the budget had, and can in the one that it has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GridCell:
    """A cell. `text` is what is in it, `name` what it is called where it is not seen.

    `edition` counts what was typed; `why` says what is wrong with it, and `readings` what it may
    have meant. `note` says how an opening is known, or that equity is negative, `source`
    what a source gives instead. `place` is a typed cell's address below the budget's.
    """

    id: str
    column: str
    name: str
    text: str
    is_typed: bool = False
    is_negative: bool = False
    edition: int = 0
    why: str = ""
    readings: tuple[str, ...] = ()
    note: str = ""
    source: str = ""
    earlier: str = ""
    difference: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """A row. `line` is what may be renamed and moved, None where the row is a sum.

    `edition` counts how often it was renamed.
    """

    kind: RowKind
    key: str
    label: str
    level: int = 0
    line: Line | None = None
    edition: int = 0
    is_printed: bool = True
    cells: tuple[GridCell, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GridPart:
    """One side with its lines, or what is computed between two sides."""

    rows: tuple[GridRow, ...]
    side: Side | None = None
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GridHead:
    """A column's head. `name` is "total" for the total column, which nobody types in."""

    name: str
    text: str
    note: str = ""
    is_own: bool = False
    is_total: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The whole sheet; `balance` is the row that closes it, and what is seen all the time."""

    unit: str
    heads: tuple[GridHead, ...]
    parts: tuple[GridPart, ...]
    balance: GridRow

    @property
    def width(self) -> int:
        return len(self.heads) + 1

    def walk(self) -> Iterator[GridRow]:
        """Every row as it is read, the balance last."""
        for part in self.parts:
            yield from part.rows
        yield self.balance

    def cells(self) -> dict[str, GridCell]:
        """Every cell by its id."""
        return {cell.id: cell for row in self.walk() for cell in row.cells}


@dataclass(frozen=True, slots=True, kw_only=True)
class GridMaker:
    """Makes the grid of a sheet.

    `editions` are those of the typed cells, `label_editions` those of the lines' names, `earlier`
    what columns are compared with on demand, `own` the column that the plan is about, `sources`
    what sources give instead of computed figures, by row and column.
    """

    sheet: Sheet
    figures: Figures
    editions: Mapping[tuple[UUID, str], int] = field(default_factory=dict)
    label_editions: Mapping[UUID, int] = field(default_factory=dict)
    earlier: Mapping[str, Earlier] = field(default_factory=dict)
    own: str = ""
    sources: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def grid(self) -> Grid:
        """The whole sheet, whatever of it is printed."""
        row = self._computed
        # As in print: equity opens the income where that is what it is added to.
        equity = (row(ComputedRow.OPENING_EQUITY), row(ComputedRow.AVAILABLE_FUNDS))
        is_early = ComputedRow.AVAILABLE_FUNDS in self.sheet.computed_rows
        return Grid(
            unit=UNITS[self.sheet.unit],
            heads=tuple(self._heads()),
            parts=(
                self._side(Side.INCOME),
                GridPart(rows=(row(ComputedRow.TOTAL_INCOME), *(equity if is_early else ()))),
                self._side(Side.COST),
                GridPart(rows=tuple(self._between())),
                self._side(Side.FINANCIAL),
                GridPart(rows=(row(ComputedRow.RESULT), *(() if is_early else equity))),
            ),
            balance=row(ComputedRow.CLOSING_EQUITY),
        )

    def said(self, column: str) -> str:
        """What a change in a column led to: "Årets resultat −431 tkr, utgående …"."""
        words = (
            f"{computed_label(self.sheet, row)} {with_unit(kr, self.sheet.unit)}"
            for row in (ComputedRow.RESULT, ComputedRow.CLOSING_EQUITY)
            if (kr := self.figures.amount(row, column)) is not None
        )
        said = ", ".join(words)
        return f"{said[:1]}{said[1:].replace(', U', ', u')}." if said else ""

    def _heads(self) -> Iterator[GridHead]:
        for column in self.sheet.columns:
            is_own = column.name == self.own
            yield GridHead(
                name=column.name,
                text=column_label(column),
                note=column.copied_from and f"Utgår från {column.copied_from}",
                is_own=is_own,
            )
        if self.sheet.has_total_column:
            yield GridHead(name=TOTAL, text=total_column_label(self.sheet), is_total=True)

    def _side(self, side: Side) -> GridPart:
        rows = (row for line in self.sheet.roots(side) for row in self._line(line, side, 0))
        return GridPart(side=side, name=SIDES[side], rows=tuple(rows))

    def _between(self) -> Iterator[GridRow]:
        yield self._computed(ComputedRow.TOTAL_COSTS)
        before = ComputedRow.RESULT_BEFORE_FINANCIAL
        if self.sheet.financial or before in self.sheet.computed_rows:
            yield self._computed(before)

    def _line(self, line: Line, side: Side, level: int) -> Iterator[GridRow]:
        if not line.is_group:
            yield self._row(RowKind.LINE, line, side, level)
            return
        is_before = self.sheet.subtotals is Subtotals.BEFORE
        yield self._row(RowKind.GROUP if is_before else RowKind.HEADING, line, side, level)
        for child in line.lines:
            yield from self._line(child, side, level + 1)
        if not is_before:
            yield self._row(RowKind.SUM, line, side, level)

    def _row(self, kind: RowKind, line: Line, side: Side, level: int) -> GridRow:
        is_sum = kind is RowKind.SUM
        key = f"sum-{line.key}" if is_sum else str(line.key)
        return GridRow(
            kind=kind,
            key=key,
            label=sum_label(line) if is_sum else line.label,
            level=level,
            line=None if is_sum else line,
            edition=self.label_editions.get(line.key, 0),
            cells=() if kind is RowKind.HEADING else tuple(self._cells(kind, line, side)),
        )

    def _cells(self, kind: RowKind, line: Line, side: Side) -> Iterator[GridCell]:
        for column in self.sheet.columns:
            if kind is RowKind.LINE:
                yield self._typed(line, side, column)
            else:
                yield self._counted(str(line.key), line_label(line), side, column.name)
        if self.sheet.has_total_column:
            yield self._counted(str(line.key), line_label(line), side, TOTAL)

    def _typed(self, line: Line, side: Side, column: Column) -> GridCell:
        sheet, negate = self.sheet, self.sheet.negates(side)
        unread = line.unread.get(column.name, "")
        problem = _problem(unread, sheet.unit, negate)
        kr = line.amounts.get(column.name)
        earlier, more = self._compared(str(line.key), kr, column.name, negate)
        return GridCell(
            id=cell_id(line.key, column.name),
            column=column.name,
            name=f"{line_label(line) or 'Rad utan namn'}, {column_label(column)}, {sheet.unit}",
            text=unread or typed_text(kr, sheet.unit, negate),
            is_typed=True,
            edition=self.editions.get((line.key, column.name), 0),
            why=problem.why,
            readings=problem.readings,
            earlier=earlier,
            difference=more,
            place=f"{line.key}/{column.name}/",
        )

    def _computed(self, row: ComputedRow) -> GridRow:
        is_printed = row in self.sheet.computed_rows
        label = (
            computed_label(self.sheet, row)
            if is_printed
            else UNPRINTED.get(row, COMPUTED_ROWS[row])
        )
        side = SUMMED.get(row)
        return GridRow(
            kind=RowKind.COMPUTED,
            key=row,
            label=label[:1].upper() + label[1:],
            is_printed=is_printed,
            cells=tuple(self._counted(row, label, side, head.name) for head in self._heads()),
        )

    def _counted(self, key: str, label: str, side: Side | None, column: str) -> GridCell:
        negate = self.sheet.negates(side)
        kr = self.figures.amount(key, column)
        earlier, more = self._compared(key, kr, column, negate)
        return GridCell(
            id=f"s-{key}-{column}",
            column=column,
            name=label,
            text=EMPTY if kr is None else typed_text(kr, self.sheet.unit, negate),
            is_negative=side is None and kr is not None and kr < 0,
            note=self._note(key, column),
            source=self.sources.get((key, column), ""),
            earlier=earlier,
            difference=more,
        )

    def _note(self, key: str, column: str) -> str:
        """How a column opens, from which column or what source; that it closes below zero."""
        if key == ComputedRow.CLOSING_EQUITY:
            return NEGATIVE if (self.figures.amount(key, column) or 0) < 0 else ""
        opening = self.figures.openings.get(column)
        if key != ComputedRow.OPENING_EQUITY or opening is None:
            return ""
        if opening.kind is OpeningKind.TYPED:
            return opening.source or "Inskrivet, utan källa"
        if opening.kind is OpeningKind.COMPUTED:
            labels = {one.name: column_label(one) for one in self.sheet.columns}
            return f"Från {labels[opening.column]}"
        return "Okänt"

    def _compared(self, key: str, kr: int | None, column: str, negate: bool) -> tuple[str, str]:
        """The year before and the difference as text; a difference is never a cost's sign."""
        if column not in self.earlier:
            return "", ""
        before = self.earlier[column].amount(key)
        more = difference(kr, before)
        unit = self.sheet.unit
        said = f"{'+' if more > 0 else MINUS}{typed_text(abs(more), unit)}" if more else ""
        return typed_text(before, unit, negate) or EMPTY, said


def _problem(unread: str, unit: Unit, negate: bool) -> Unread:
    """What is wrong with what was typed; nothing where it can be read in today's unit."""
    read = parse(unread, unit, negate) if unread else None
    return read if isinstance(read, Unread) else Unread(why=RETYPE if read else "")


def cell_id(line: UUID, column: str) -> str:
    """What a typed cell is called on the page."""
    return f"c-{line}-{column}"
