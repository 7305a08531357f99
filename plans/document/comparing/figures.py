"""Every figure of two budgets that is not the same: what is typed, and what follows of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from budgets.arithmetic import Cells, Figures
from budgets.labels import computed_label, line_label, sum_label, total_column_label
from budgets.layout import SUMMED
from budgets.sheet import TOTAL, ComputedRow, Line, Sheet, Side
from plans.document.comparing.columns import Columns, column_words
from plans.document.comparing.money import FigureChange
from plans.document.comparing.places import Matched

ALWAYS = frozenset({
    ComputedRow.TOTAL_INCOME, ComputedRow.TOTAL_COSTS, ComputedRow.RESULT,
    ComputedRow.OPENING_EQUITY, ComputedRow.CLOSING_EQUITY,
})  # fmt: skip
"""Computed rows whose changes are told even where neither budget prints them."""


@dataclass(frozen=True)
class BudgetLine:
    """A line and the side it is on."""

    line: Line
    side: Side

    @property
    def name(self) -> str:
        return line_label(self.line) or "Rad utan namn"


@dataclass(frozen=True)
class Where:
    """A column of both budgets or of one: its names there, and the words for it."""

    old: str
    new: str
    words: str

    @property
    def is_in_both(self) -> bool:
        return bool(self.old and self.new)


@dataclass(frozen=True)
class Budgets:
    """Two budgets with their figures, and which columns are the same."""

    before: Sheet
    after: Sheet
    old: Figures
    new: Figures
    columns: Columns

    def both(self) -> Iterator[Where]:
        """The columns that both have, last the total's."""
        for old, new in self.columns.pairs:
            yield Where(old.name, new.name, column_words(self.after, new))
        if self.columns.has_total:
            yield Where(TOTAL, TOTAL, total_column_label(self.after).lower())

    def typed(self) -> Iterator[Where]:
        """Every column with typed amounts."""
        yield from (where for where in self.both() if where.new != TOTAL)
        for column in self.columns.added:
            yield Where("", column.name, column_words(self.after, column))
        for column in self.columns.removed:
            yield Where(column.name, "", column_words(self.before, column))


def typed_figures(budgets: Budgets, lines: Matched[BudgetLine]) -> tuple[FigureChange, ...]:
    """The changes of typed amounts, also those of lines and columns that came or went.

    Made in the earlier budget, whose columns and lines are matched, they give the later's amounts.
    """
    both = {new.key: new.item for _, new in lines.kept}
    gone = {each.key: each.item for each in lines.removed}
    come = {each.key: each.item for each in lines.added}
    where = list(budgets.typed())
    return tuple(
        change
        for key, found in {**both, **come, **gone}.items()
        for change in _line_figures(budgets, found, where, is_kept=key in both)
    )


def computed_figures(budgets: Budgets, lines: Matched[BudgetLine]) -> tuple[FigureChange, ...]:
    """What follows: sums of groups, then the computed rows, in columns that both budgets have."""
    return (*_group_sums(budgets, lines), *_computed_rows(budgets))


def _line_figures(
    budgets: Budgets, found: BudgetLine, columns: list[Where], *, is_kept: bool
) -> Iterator[FigureChange]:
    key = str(found.line.key)
    was, now = budgets.old.lines.get(key, {}), budgets.new.lines.get(key, {})
    for where in columns:
        old, new = was.get(where.old), now.get(where.new)
        if old != new:
            yield FigureChange(
                row=key,
                column=where.new or where.old,
                label=f"{found.name} {where.words}",
                old=old,
                new=new,
                unit=budgets.after.unit,
                negate=budgets.after.negates(found.side),
                is_listed=is_kept and where.is_in_both,
            )


def _group_sums(budgets: Budgets, lines: Matched[BudgetLine]) -> Iterator[FigureChange]:
    for old, new in lines.kept:
        if old.item.line.is_group and new.item.line.is_group:
            key, side = str(new.key), new.item.side
            was, now = budgets.old.groups[key], budgets.new.groups[key]
            yield from _following(budgets, key, sum_label(new.item.line), side, was, now)


def _computed_rows(budgets: Budgets) -> Iterator[FigureChange]:
    printed = {*budgets.before.computed_rows, *budgets.after.computed_rows}
    for row in ComputedRow:
        if row in ALWAYS or row in printed:
            was, now = budgets.old.rows[row], budgets.new.rows[row]
            label = computed_label(budgets.after, row)
            yield from _following(budgets, row, label, SUMMED.get(row), was, now)


def _following(
    budgets: Budgets, row: str, label: str, side: Side | None, was: Cells, now: Cells
) -> Iterator[FigureChange]:
    for where in budgets.both():
        old, new = was.get(where.old), now.get(where.new)
        if old != new:
            yield FigureChange(
                row=row,
                column=where.new,
                label=f"{label} {where.words}",
                old=old,
                new=new,
                unit=budgets.after.unit,
                negate=budgets.after.negates(side),
                follows=True,
            )
