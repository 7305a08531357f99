"""Which of a budget's columns each pasted column is."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from budgets.labels import column_label, total_column_label
from budgets.pasting.headwords import Words
from budgets.pasting.tables import Table
from budgets.sheet import TOTAL, Column, ColumnKind, Sheet

PLANNED = frozenset({ColumnKind.BUDGET, ColumnKind.PLAN})
"""Last year's plan for a year is this year's budget for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastedHead:
    """A pasted column: its place, its head, and the budget's column that it is ("" for none).

    `label` is the budget's own head of that column; `why` says why it is none.
    """

    place: int
    text: str = ""
    column: str = ""
    label: str = ""
    why: str = ""

    @property
    def is_left_out(self) -> bool:
        """Whether its head says that it is no column of the budget, wherever it stands."""
        return not self.column and bool(self.why)


def columns(table: Table, sheet: Sheet, start: str = "") -> tuple[PastedHead, ...]:
    """The pasted columns from the left: by their heads, else from the column named `start` on.

    Without heads and start they begin with the budget's first. What is wider than the budget has
    no column.
    """
    if table.heads:
        return _Heads(sheet).named(table)
    names = _names(sheet)
    first = names.index(start) if start in names else 0
    reached = dict(zip(table.places, names[first:], strict=False))
    return tuple(
        PastedHead(place=place, column=name, label=label_of(name, sheet))
        for place in table.places
        for name in (reached.get(place, ""),)
    )


def label_of(column: str, sheet: Sheet) -> str:
    """The head of a column by its name; "" for none."""
    if column == TOTAL:
        return total_column_label(sheet)
    return next((column_label(each) for each in sheet.columns if each.name == column), "")


def _names(sheet: Sheet) -> list[str]:
    names = [column.name for column in sheet.columns]
    return [*names, TOTAL] if sheet.has_total_column else names


@dataclass(slots=True)
class _Heads:
    """Gives each of the budget's columns to the first head that names it, the surest first."""

    sheet: Sheet
    taken: dict[str, int] = field(default_factory=dict)

    def named(self, table: Table) -> tuple[PastedHead, ...]:
        heads = [(place, table.heads.get(place, Words(text=""))) for place in table.places]
        surest = sorted(heads, key=lambda each: each[1].column is None)
        for is_loose in (False, True):
            for place, head in surest:
                if place not in self.taken.values():
                    self._take(place, self._column(head, is_loose))
        return tuple(self._head(place, head) for place, head in heads)

    def _take(self, place: int, name: str) -> None:
        if name and name not in self.taken:
            self.taken[name] = place

    def _head(self, place: int, head: Words) -> PastedHead:
        name = next((name for name, taken in self.taken.items() if taken == place), "")
        bare = PastedHead(
            place=place, text=head.text, column=name, label=label_of(name, self.sheet)
        )
        return bare if name else replace(bare, why=self._why(head))

    def _column(self, head: Words, is_loose: bool) -> str:
        """The name of the column that a head says; loosely also another planned one of its year."""
        if head.is_total:
            return TOTAL if self.sheet.has_total_column else ""
        if not head.is_known:
            return ""
        found = self._alike(head, is_loose)
        return found[0].name if len(found) == 1 else ""

    def _alike(self, head: Words, is_loose: bool) -> Sequence[Column]:
        kinds = set(ColumnKind) if head.kind is None else {head.kind}
        if is_loose and head.year and kinds <= PLANNED:
            kinds = set(PLANNED)
        years = [c for c in self.sheet.columns if head.year in {None, c.year}]
        return [column for column in years if column.kind in kinds]

    def _why(self, head: Words) -> str:
        if not head.text:
            return "den har ingen rubrik"
        if head.is_total:
            return "budgeten har ingen summakolumn"
        name = self._column(head, is_loose=True)
        if name in self.taken:
            return f"{label_of(name, self.sheet)} står två gånger"
        if head.is_known and len(self._alike(head, is_loose=True)) > 1:
            return "den kan vara flera av budgetens kolumner"
        return "den finns inte i budgeten"
