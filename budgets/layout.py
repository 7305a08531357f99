"""Which rows a budget prints, in which order, and which printed rows each sum is made of."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from budgets.labels import computed_label, line_label, sum_label
from budgets.sheet import ComputedRow, Line, Sheet, Side, Subtotals


class RowKind(StrEnum):
    """A heading has no figures; a group carries its sum before its lines, a sum row after them."""

    HEADING = "heading"
    GROUP = "group"
    LINE = "line"
    SUM = "sum"
    COMPUTED = "computed"


Part = tuple[int, str]
"""A printed row that a sum is made of: +1 or -1, and the row's key or name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedRow:
    """One row in its place. `key` is a line's key as text or a computed row's name.

    `parts` are the printed rows that a reader would add up to get this one, none where the row
    is no sum or where a part of it is not printed.
    """

    kind: RowKind
    key: str
    label: str
    level: int = 0
    side: Side | None = None
    parts: tuple[Part, ...] = ()


def whole(sheet: Sheet, depth: int | None = None) -> Iterator[PlacedRow]:
    """The rows of the whole budget, with `depth` levels of lines (all where it is None)."""
    shown = set(sheet.computed_rows)
    equity_opens_income = ComputedRow.AVAILABLE_FUNDS in shown
    formulas = _formulas(sheet, is_visible=depth != 0)

    def computed(row: ComputedRow) -> Iterator[PlacedRow]:
        if row in shown:
            yield PlacedRow(
                kind=RowKind.COMPUTED,
                key=row,
                label=computed_label(sheet, row),
                side=SUMMED.get(row),
                parts=_expanded(formulas[row], formulas, shown) or (),
            )

    yield from _lines(sheet, Side.INCOME, depth)
    yield from computed(ComputedRow.TOTAL_INCOME)
    if equity_opens_income:
        yield from computed(ComputedRow.OPENING_EQUITY)
    yield from computed(ComputedRow.AVAILABLE_FUNDS)
    yield from _lines(sheet, Side.COST, depth)
    yield from computed(ComputedRow.TOTAL_COSTS)
    yield from computed(ComputedRow.RESULT_BEFORE_FINANCIAL)
    yield from _lines(sheet, Side.FINANCIAL, depth)
    yield from computed(ComputedRow.RESULT)
    if not equity_opens_income:
        yield from computed(ComputedRow.OPENING_EQUITY)
    yield from computed(ComputedRow.CLOSING_EQUITY)


def branch(sheet: Sheet, key: UUID) -> Iterator[PlacedRow]:
    """The rows of one line and all below it, as they stand in the whole; none if it is gone."""
    found = branch_line(sheet, key)
    if found:
        side, line = found
        yield from _line(line, side, sheet.subtotals, 0, None)


def branch_line(sheet: Sheet, key: UUID) -> tuple[Side, Line] | None:
    """The line with a key, and its side."""
    return next(((side, line) for side, line in sheet.walk() if line.key == key), None)


def _lines(sheet: Sheet, side: Side, depth: int | None) -> Iterator[PlacedRow]:
    if depth != 0:
        for line in sheet.roots(side):
            yield from _line(line, side, sheet.subtotals, 0, depth)


def _line(
    line: Line, side: Side, subtotals: Subtotals, level: int, depth: int | None
) -> Iterator[PlacedRow]:
    """A line's rows, `depth` levels of them from this one; a group on the last level is one row."""
    if not line.is_group or depth == 1:
        yield _row(RowKind.LINE, line, side, level, line_label(line))
        return
    parts: tuple[Part, ...] = tuple((1, str(child.key)) for child in line.lines)
    is_before = subtotals is Subtotals.BEFORE
    has_head = is_before or line.label != line.total_label
    if has_head:
        kind = RowKind.GROUP if is_before else RowKind.HEADING
        yield _row(kind, line, side, level, line_label(line), parts if is_before else ())
    for child in line.lines:
        below = depth - 1 if depth else None
        yield from _line(child, side, subtotals, level + has_head, below)
    if not is_before:
        yield _row(RowKind.SUM, line, side, level, sum_label(line), parts)


def _row(
    kind: RowKind, line: Line, side: Side, level: int, label: str, parts: tuple[Part, ...] = ()
) -> PlacedRow:
    return PlacedRow(kind=kind, key=str(line.key), label=label, level=level, side=side, parts=parts)


SUMMED = {ComputedRow.TOTAL_INCOME: Side.INCOME, ComputedRow.TOTAL_COSTS: Side.COST}
"""The computed rows that sum a side."""

_Formulas = dict[str, tuple[Part, ...] | None]


def _formulas(sheet: Sheet, is_visible: bool) -> _Formulas:
    """What each computed row is made of; None where its parts are not printed."""

    def roots(side: Side) -> tuple[Part, ...] | None:
        lines = sheet.roots(side)
        return tuple((1, str(line.key)) for line in lines) if is_visible or not lines else None

    financial = roots(Side.FINANCIAL)
    before = (1, ComputedRow.RESULT_BEFORE_FINANCIAL)
    return {
        ComputedRow.TOTAL_INCOME: roots(Side.INCOME),
        ComputedRow.TOTAL_COSTS: roots(Side.COST),
        ComputedRow.OPENING_EQUITY: None,
        ComputedRow.AVAILABLE_FUNDS: (
            (1, ComputedRow.OPENING_EQUITY),
            (1, ComputedRow.TOTAL_INCOME),
        ),
        ComputedRow.RESULT_BEFORE_FINANCIAL: (
            (1, ComputedRow.TOTAL_INCOME),
            (-1, ComputedRow.TOTAL_COSTS),
        ),
        ComputedRow.RESULT: None if financial is None else (before, *financial),
        ComputedRow.CLOSING_EQUITY: (
            (1, ComputedRow.OPENING_EQUITY),
            (1, ComputedRow.RESULT),
        ),
    }


def _expanded(
    formula: tuple[Part, ...] | None, formulas: _Formulas, shown: set[ComputedRow]
) -> tuple[Part, ...] | None:
    """A formula in printed rows only: a computed row that is not shown gives way to its parts."""
    if formula is None:
        return None
    parts: list[Part] = []
    for sign, key in formula:
        if key in shown or key not in formulas:
            parts.append((sign, key))
            continue
        hidden = _expanded(formulas[key], formulas, shown)
        if hidden is None:
            return None
        parts.extend((sign * inner, name) for inner, name in hidden)
    return tuple(parts)
