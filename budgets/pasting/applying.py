"""A sheet with a paste in it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from budgets.arithmetic import figures
from budgets.equity import OpeningKind
from budgets.pasting.preview import Opened, Write
from budgets.sheet import Line, Sheet, Side


def written(sheet: Sheet, writes: Iterable[Write]) -> Sheet:
    """The sheet with the cells as they are written."""
    by_line: dict[UUID, list[Write]] = defaultdict(list)
    for write in writes:
        by_line[write.line].append(write)

    def line(old: Line) -> Line:
        lines = tuple(map(line, old.lines))
        return replace(_cells(old, by_line[old.key]), lines=lines)

    return _mapped(sheet, lambda lines, _: tuple(map(line, lines)))


def extended(sheet: Sheet, lines: Sequence[Line], to: UUID | Side | None) -> Sheet:
    """The sheet with lines last in a group, or last at the top of a side."""

    def below(old: Line) -> Line:
        added = lines if old.key == to else ()
        return replace(old, lines=(*map(below, old.lines), *added))

    return _mapped(sheet, lambda old, side: (*map(below, old), *(lines if side == to else ())))


def opened(
    sheet: Sheet, values: Mapping[str, int], source: str
) -> tuple[Sheet, tuple[Opened, ...]]:
    """The sheet with opening equity in kr by column, where it is unknown, and which these were.

    Years before first: what opens one year may make the next year's known.
    """
    found: list[Opened] = []
    for column in sorted(sheet.columns, key=lambda column: column.year):
        opening = figures(sheet).openings[column.name]
        if column.name in values and opening.kind is OpeningKind.UNKNOWN:
            one = Opened(column=column.name, kr=values[column.name], source=source)
            found.append(one)
            sheet = _open(sheet, one)
    return sheet, tuple(found)


def _open(sheet: Sheet, one: Opened) -> Sheet:
    columns = (
        replace(column, opening=one.kr, opening_source=one.source)
        if column.name == one.column
        else column
        for column in sheet.columns
    )
    return replace(sheet, columns=tuple(columns))


def _cells(line: Line, writes: Sequence[Write]) -> Line:
    names = {write.column for write in writes}
    amounts = {name: kr for name, kr in line.amounts.items() if name not in names}
    unread = {name: text for name, text in line.unread.items() if name not in names}
    amounts |= {write.column: write.kr for write in writes if write.kr is not None}
    unread |= {write.column: write.unread for write in writes if write.unread}
    return replace(line, amounts=amounts, unread=unread)


def _mapped(sheet: Sheet, change: Callable[[tuple[Line, ...], Side], tuple[Line, ...]]) -> Sheet:
    return replace(
        sheet,
        income=change(sheet.income, Side.INCOME),
        costs=change(sheet.costs, Side.COST),
        financial=change(sheet.financial, Side.FINANCIAL),
    )
