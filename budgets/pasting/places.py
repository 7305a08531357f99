"""Where each pasted row comes: to the row of its name, or from a chosen cell and down."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from budgets import layout
from budgets.pasting.blocks import PasteRefused
from budgets.pasting.matching import matched
from budgets.pasting.names import heard
from budgets.pasting.preview import RowKind
from budgets.pasting.tables import Table, TableRow
from budgets.pasting.targets import Role, Target, Targets
from budgets.sheet import Side

NO_FOCUS = (
    "Raderna har inga namn. Ställ dig i den cell där det första beloppet ska stå och klistra in "
    "där, eller kopiera även kolumnen med radernas namn."
)
_KINDS = {
    Role.LINE: RowKind.LINE,
    Role.OPENING: RowKind.GROUP,
    Role.CLOSING: RowKind.GROUP,
    Role.COMPUTED: RowKind.COMPUTED,
}
_SUMS = ("summa", "delsumma", "total")


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """The cell that a paste begins in: a row's key or name, and a column's name."""

    row: str
    column: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A pasted row and the budget's row that it comes to. `side` is also of one to be added."""

    row: TableRow
    kind: RowKind
    key: str = ""
    label: str = ""
    side: Side | None = None


def by_name(table: Table, targets: Targets, add_to: Side | None) -> Iterator[Place]:
    """Each pasted row that is not empty, at the row of its name.

    One that has none is added to a side, where that is given and it is no sum.
    """
    rows = [row for row in table.rows if row.name or not row.is_blank]
    for row, target in zip(rows, matched(rows, targets), strict=True):
        yield _at(row, target) if target else _homeless(row, add_to)


def from_focus(table: Table, order: Sequence[layout.PlacedRow], focus: Focus) -> Iterator[Place]:
    """Each pasted row at the next one of the visible rows, from the focused one down.

    Raises PasteRefused where the focused row is not among them.
    """
    start = _start(order, focus.row)
    if start is None:
        raise PasteRefused(NO_FOCUS)
    for row, to in zip_longest(table.rows, order[start : start + len(table.rows)]):
        if to is None or to.kind is layout.RowKind.HEADING:
            yield Place(row=row, kind=RowKind.UNKNOWN)
        else:
            kind = _VISIBLE[to.kind]
            yield Place(row=row, kind=kind, key=to.key, label=to.label, side=to.side)


_VISIBLE = {
    layout.RowKind.LINE: RowKind.LINE,
    layout.RowKind.GROUP: RowKind.GROUP,
    layout.RowKind.SUM: RowKind.GROUP,
    layout.RowKind.COMPUTED: RowKind.COMPUTED,
}


def _start(order: Sequence[layout.PlacedRow], key: str) -> int | None:
    """The place of a row with cells; a heading has the same key as its sum."""
    rows = enumerate(order)
    return next((n for n, to in rows if to.key == key and to.kind in _VISIBLE), None)


def _at(row: TableRow, target: Target) -> Place:
    """A row at its target; a name with nothing beside it is a heading, and takes nothing away."""
    kind = RowKind.HEADING if row.is_blank else _KINDS[target.role]
    return Place(row=row, kind=kind, key=target.key, label=target.label, side=target.side)


def _homeless(row: TableRow, add_to: Side | None) -> Place:
    if row.name and not row.has_figures:
        return Place(row=row, kind=RowKind.HEADING)
    if add_to is None or not row.name or heard(row.name).startswith(_SUMS):
        return Place(row=row, kind=RowKind.UNKNOWN)
    return Place(row=row, kind=RowKind.ADDED, label=row.name, side=add_to)
