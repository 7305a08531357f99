"""What a paste would do, ready to be shown and to be saved: nothing in it has been written."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from budgets.pasting.columns import PastedHead
from budgets.sheet import Line, Printed, Sheet, Side


class State(StrEnum):
    """What a pasted value does: the first six to a cell, the last two on a computed row.

    `EMPTY` is nothing pasted where nothing stands, `EMPTIED` takes an amount away. What is
    `OUTSIDE` has no cell to come to, and is not written.
    """

    EMPTY = "empty"
    SAME = "same"
    NEW = "new"
    CHANGED = "changed"
    EMPTIED = "emptied"
    UNREAD = "unread"
    OUTSIDE = "outside"
    AGREES = "agrees"
    DIFFERS = "differs"


WRITTEN = frozenset({State.NEW, State.CHANGED, State.EMPTIED, State.UNREAD})


class RowKind(StrEnum):
    """What a pasted row is; `ADDED` becomes a new line, `UNKNOWN` is not in the budget."""

    LINE = "line"
    GROUP = "group"
    COMPUTED = "computed"
    HEADING = "heading"
    ADDED = "added"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class PastedCell:
    """One pasted value. `column` is a column's name, "" outside the budget.

    `text` is as pasted, `kr` and `understood` what it was read as, `current` what stands there
    now, or what the budget gives after the paste where the row is computed. `why` and `readings`
    are of what could not be read.
    """

    column: str
    text: str
    state: State
    kr: int | None = None
    understood: str = ""
    current: str = ""
    why: str = ""
    readings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PastedRow:
    """One pasted row: what it is called there, and the row of the budget that it is.

    `key` is a line's as text or a computed row's name, "" where it is none; `label` is the
    budget's own name of it. All rows but headings have a cell in each column that is not left
    out.
    """

    name: str
    kind: RowKind
    key: str = ""
    label: str = ""
    side: Side | None = None
    cells: tuple[PastedCell, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Write:
    """What a cell holds after the paste: an amount in kr, nothing, or a text that is no amount."""

    line: UUID
    column: str
    kr: int | None = None
    unread: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """The opening equity in kr that a paste gives a column that has none, and where it is from."""

    column: str
    kr: int
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many values are in each state."""

    empty: int = 0
    new: int = 0
    changed: int = 0
    emptied: int = 0
    same: int = 0
    unread: int = 0
    outside: int = 0
    agrees: int = 0
    differs: int = 0

    @property
    def is_change(self) -> bool:
        """Whether there is anything to save in the cells."""
        return bool(self.new or self.changed or self.emptied or self.unread)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a paste would do.

    To be saved, as one change: `writes`, the lines in `added` below `added_to`, `openings` and
    `printed` (in place of such a figure from the same source). `after` is the sheet with all of
    them but `printed`. `summary` and `remarks` are Swedish sentences to show.
    """

    heads: tuple[PastedHead, ...]
    rows: tuple[PastedRow, ...]
    writes: tuple[Write, ...]
    added: tuple[Line, ...]
    added_to: UUID | Side | None
    openings: tuple[Opened, ...]
    printed: tuple[Printed, ...]
    after: Sheet
    counts: Counts
    summary: str
    remarks: tuple[str, ...]


def counts(rows: Iterable[PastedRow]) -> Counts:
    """Count the states of the rows' values."""
    totals = dict.fromkeys(State, 0)
    for row in rows:
        for cell in row.cells:
            totals[cell.state] += 1
    return Counts(**{str(state): count for state, count in totals.items()})
