"""The members' contributions of two plans as tables of both."""

from dataclasses import dataclass

from plans.document.blocks.contributions import ContributionsView, Row, SimpleTable
from plans.document.comparing.marking.pieces import (
    CHANGED,
    GONE,
    NEW,
    Text,
    marked_text,
    plain,
    spoken,
)
from plans.document.comparing.places import interleaved

EMPTY = SimpleTable(caption="", heads=(), rows=(), total=Row(name="", cells=()))


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedTableRow:
    name: Text
    cells: tuple[Text, ...]

    @property
    def is_changed(self) -> bool:
        return self.name.is_changed or any(cell.is_changed for cell in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedTable:
    """A table of named figures with its total last; notes are the later's."""

    caption: Text
    heads: tuple[str, ...]
    rows: tuple[MarkedTableRow, ...]
    total: MarkedTableRow
    notes: tuple[str, ...]

    @property
    def is_changed(self) -> bool:
        return self.caption.is_changed or any(row.is_changed for row in (*self.rows, self.total))


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedContributions:
    tables: tuple[MarkedTable, ...]

    @property
    def is_changed(self) -> bool:
        return any(table.is_changed for table in self.tables)


def marked_contributions(
    before: ContributionsView, after: ContributionsView
) -> MarkedContributions:
    """The share key and the contributions of both plans, those that either has."""
    pairs = ((before.shares, after.shares), (before.contributions, after.contributions))
    return MarkedContributions(
        tables=tuple(_table(old or EMPTY, new or old) for old, new in pairs if (new or old))
    )


def _table(old: SimpleTable, new: SimpleTable | None) -> MarkedTable:
    shown = new or old
    was = {row.name: row for row in old.rows}
    now = {row.name: row for row in shown.rows}
    width = len(shown.heads) - 1
    return MarkedTable(
        caption=marked_text(old.caption or shown.caption, shown.caption),
        heads=shown.heads,
        rows=tuple(
            _row(was.get(name), now.get(name), width) for name in interleaved(list(was), list(now))
        ),
        total=_row(old.total if old.rows else None, shown.total, width),
        notes=shown.notes,
    )


def _row(old: Row | None, new: Row | None, width: int) -> MarkedTableRow:
    return MarkedTableRow(
        name=marked_text(old.name if old else None, new.name if new else None),
        cells=tuple(
            _cell(old.cells[at] if old else None, new.cells[at] if new else None)
            for at in range(width)
        ),
    )


def _cell(old: str | None, new: str | None) -> Text:
    if old is not None and old == new:
        return Text(html=plain(old))
    marks = (f"<del>{plain(old)}</del>" if old is not None else "") + (
        f"<ins>{plain(new)}</ins>" if new is not None else ""
    )
    state = NEW if old is None else GONE if new is None else CHANGED
    return Text(html=spoken(marks), state=state)
