"""Putting back what was removed from a budget, as near as can be.

Every verb locks the budget's row first and needs a transaction around it. What comes back is
another edition than what anybody had before it was removed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any
from uuid import UUID

from budgets.arithmetic import COMPUTED
from budgets.editing.columns import Openings, RemovedColumn, reopen
from budgets.editing.lines import RemovedLine
from budgets.editing.printed import Kept
from budgets.models import Budget, BudgetAmount, BudgetColumn, BudgetLine, PrintedFigure
from budgets.ordering import Columns, Lines, Place, column_name, lock
from budgets.outline import Home
from budgets.refusals import Exists, HasAmounts, TooDeep
from budgets.sheet import TOTAL, Line, Side
from budgets.writing import LINE, Interventions, Members, column_values
from finsam.editions import Gone
from finsam.rows import upsert_tree


def put_back_line(
    budget: Budget, removed: RemovedLine, members: Members, interventions: Interventions
) -> BudgetLine:
    """Put a line back where it stood, with all that was below it.

    Where the line above it is gone it stands last on its side; where that has amounts by now it
    stands right after it. Amounts of columns that are gone are left out, and so are members and
    interventions that are not given. Raises Exists where one of the lines is there again.
    """
    lines = Lines(budget)
    tree = removed.tree
    if any(line.key in lines.rows for line in tree.walk()):
        raise Exists
    _settle(lines, tree, removed.place)
    rows = _rows(lines, removed, members, interventions)
    lines.rows |= rows
    lines.arrange()
    _fill(removed, rows, {row.pk: row for row in budget.columns.all()})
    _print(budget, removed.printed)
    return rows[tree.key]


def put_back_column(budget: Budget, removed: RemovedColumn) -> BudgetColumn:
    """Put a column back where it stood, with the amounts of the lines that can have them.

    Raises Exists where there is one of its year and kind again.
    """
    columns, column = Columns(budget), removed.column
    if column.name in map(column_name, columns.rows):
        raise Exists
    values = column_values(column) | {"edition": removed.edition + 1, "opens_from": ""}
    # Under its old number, by which what was removed with it or before it knows it.
    row = BudgetColumn(pk=removed.pk, budget=budget, position=len(columns.rows), **values)
    row.save(force_insert=True)
    columns.place(row, removed.position)
    reopen(columns, {row.pk: column.opens_from, **removed.openings})
    lines = {line.key: line for line in budget.lines.filter(lines=None)}
    BudgetAmount.objects.bulk_create(
        BudgetAmount(
            line=lines[key],
            column=row,
            amount=removed.amounts.get(key),
            unread=removed.unread.get(key, ""),
            edition=removed.edition + 1,
        )
        for key in {**removed.amounts, **removed.unread}
        if key in lines
    )
    _print(budget, removed.printed)
    return row


def reopen_columns(budget: Budget, openings: Openings) -> None:
    """Let columns open from what they did, where they say nothing else and it can be."""
    reopen(Columns(budget), openings)


def put_back_printed(budget: Budget, kept: Kept) -> None:
    """Keep again what a source printed. Raises Exists, and Gone where its row or column is."""
    lock(budget)
    printed = kept.printed
    same = {"row": printed.row, "column": printed.column, "source": printed.source}
    if budget.printed.filter(**same).exists():
        raise Exists
    if not _print(budget, [kept]):
        raise Gone


def _settle(lines: Lines, tree: Line, place: Place) -> None:
    """Find the tree a place in the outline."""
    lines.outline.hang(tree)
    for home, index in _spots(lines, place):
        try:
            lines.make_home(home)
            lines.outline.put(tree.key, home, index)
        except (Gone, HasAmounts, TooDeep):
            continue
        return


def _spots(lines: Lines, place: Place) -> Iterable[tuple[Home, int | None]]:
    """Where it stood, then right after what it stood below, then last on its side."""
    side, above = Side(place["side"]), place["parent"] and UUID(place["parent"])
    yield above or side, place["position"]
    if above in lines.rows:
        yield lines.outline.homes[above], lines.outline.index(above) + 1
    yield side, None


def _rows(
    lines: Lines, removed: RemovedLine, members: Members, interventions: Interventions
) -> Mapping[UUID, BudgetLine]:
    """The tree's rows, each in its place. As many queries as it is deep."""
    position = {key: number for number, key in enumerate(lines.outline)}
    edition = removed.edition + 1

    def values(line: Line, parent: BudgetLine | None) -> dict[str, Any]:
        home = lines.outline.homes[line.key]
        above = None if isinstance(home, Side) else parent or lines.rows[home]
        return {
            "budget": lines.budget,
            "parent": above,
            "side": "" if above else str(home),
            "position": position[line.key],
            "edition": edition,
            "label_edition": edition,
            "member": line.member and members.get(line.member),
            "intervention": line.intervention and interventions.get(line.intervention),
            **{name: getattr(line, name) for name in LINE},
        }

    return upsert_tree(BudgetLine, ("budget", "key"), (removed.tree,), "lines", values)


def _fill(
    removed: RemovedLine, rows: Mapping[UUID, BudgetLine], columns: Mapping[int, BudgetColumn]
) -> None:
    """The tree's cells, in the columns that are there still, whatever they are called now."""
    BudgetAmount.objects.bulk_create(
        BudgetAmount(
            line=rows[line.key],
            column=columns[removed.columns[name]],
            amount=line.amounts.get(name),
            unread=line.unread.get(name, ""),
            edition=removed.edition + 1,
        )
        for line in removed.tree.walk()
        for name in {**line.amounts, **line.unread}
        if removed.columns.get(name) in columns
    )


def _print(budget: Budget, printed: Iterable[Kept]) -> int:
    """Keep again what a source printed, where its row and column are. How many were."""
    lines = {str(key) for key in budget.lines.values_list("key", flat=True)}
    rows, columns = {*COMPUTED, *lines}, {TOTAL, *map(column_name, budget.columns.all())}
    made = PrintedFigure.objects.bulk_create(
        PrintedFigure(budget=budget, position=kept.position, **asdict(kept.printed))
        for kept in printed
        if kept.printed.row in rows and kept.printed.column in columns
    )
    return len(made)
