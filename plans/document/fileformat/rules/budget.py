"""A budget's columns and cells: each named once, and every name known."""

from collections.abc import Iterable, Iterator

from budgets.arithmetic import COMPUTED
from budgets.sheet import TOTAL, Column, Line, Printed, ShareEntry, Sheet
from plans.document.content import BudgetBlock
from plans.document.fileformat.faults import Fault, described, pointer
from plans.document.fileformat.rules.places import Place, Places, fault

LONGEST_UNREAD = 200


def column_names(sheet: Sheet | None) -> set[str]:
    """The names by which the budget's columns are known."""
    return set() if sheet is None else {column.name for column in sheet.columns}


def row_names(places: Places) -> set[str]:
    """The names of all rows: the lines' keys and the computed rows."""
    return {*COMPUTED, *(str(line.key) for _, line in places.of(Line))}


def budget_faults(places: Places) -> Iterator[Fault]:
    """Columns, cells, printed figures and share entries that are unknown or stand twice."""
    columns = column_names(places.content.budget)
    yield from _columns(places)
    for place, line in places.of(Line):
        yield from _cells(place, line, columns)
    for place, block in places.of(BudgetBlock):
        for index, name in enumerate(block.columns):
            if name not in columns:
                yield fault((*place, "columns", index), "en kolumn i budgeten", name)
    yield from _printed(places, columns)
    yield from _twice(
        (((*place, "member"), entry.member) for place, entry in places.of(ShareEntry)),
        "varje medlem en gång",
    )


def _columns(places: Places) -> Iterator[Fault]:
    columns = places.of(Column)
    yield from _twice(((place, column.name) for place, column in columns), "en egen kolumn")
    for place, column in columns:
        before = {other.name for _, other in columns if other.year == column.year - 1}
        if column.opens_from and column.opens_from not in before:
            expected = f"en kolumn för {column.year - 1}"
            yield fault((*place, "opens_from"), expected, column.opens_from)


def _cells(place: Place, line: Line, columns: set[str]) -> Iterator[Fault]:
    if line.is_group and line.amounts:
        yield Fault(
            pointer(*place, "amounts"), "inga belopp på en rad som har rader under sig", "belopp"
        )
    if line.is_group and line.unread:
        yield Fault(
            pointer(*place, "unread"), "ingen text på en rad som har rader under sig", "text"
        )
    for field, cells in (("amounts", line.amounts), ("unread", line.unread)):
        for name in cells:
            if name not in columns:
                yield Fault(pointer(*place, field, name), "en kolumn i budgeten", described(name))
    for name in line.unread:
        if name in line.amounts:
            yield Fault(
                pointer(*place, "unread", name), "ingen text där det står ett belopp", "text"
            )
        if not 0 < len(line.unread[name]) <= LONGEST_UNREAD:
            expected = f"en text på 1 till {LONGEST_UNREAD} tecken"
            yield Fault(pointer(*place, "unread", name), expected, described(line.unread[name]))


def _printed(places: Places, columns: set[str]) -> Iterator[Fault]:
    printed = places.of(Printed)
    rows = row_names(places)
    for place, figure in printed:
        if figure.row not in rows:
            yield fault((*place, "row"), "en budgetrads nyckel eller en beräknad rad", figure.row)
        if figure.column not in {*columns, TOTAL}:
            yield fault((*place, "column"), 'en kolumn i budgeten eller "total"', figure.column)
    named = ((place, (f.row, f.column, f.source)) for place, f in printed)
    yield from _twice(named, "en siffra för rad, kolumn och källa")


def _twice(named: Iterable[tuple[Place, object]], expected: str) -> Iterator[Fault]:
    first: dict[object, Place] = {}
    for place, name in named:
        if name in first:
            yield Fault(pointer(*place), expected, f"samma som på {pointer(*first[name])}")
        first.setdefault(name, place)
