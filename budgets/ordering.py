"""Where a budget's lines and columns stand, and that only one person moves them at a time.

Lines have one order over the whole budget, counted from 0 without gaps: income, costs, financial,
each line with those below it after it.
"""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from budgets.models import Budget, BudgetAmount, BudgetColumn, BudgetLine
from budgets.outline import Home, Outline
from budgets.refusals import HasAmounts
from budgets.sheet import Side
from finsam.editions import Gone

Place = Mapping[str, Any]
"""A line's side, the key of the line above it (None at the top), and its number there, from 0."""


def lock(budget: Budget) -> None:
    """Let nobody else change the budget until the transaction ends. Raises Gone."""
    if not Budget.objects.select_for_update().filter(pk=budget.pk).values_list("pk"):
        raise Gone


class Lines:
    """A budget's lines while the budget is held. Two queries, and it needs a transaction."""

    def __init__(self, budget: Budget) -> None:
        lock(budget)
        self.budget = budget
        self.rows = {row.key: row for row in budget.lines.all()}
        keys = {row.pk: key for key, row in self.rows.items()}
        self.outline = Outline(
            (key, Side(row.side) if row.parent_id is None else keys[row.parent_id])
            for key, row in self.rows.items()
        )

    def row(self, key: UUID) -> BudgetLine:
        """The line with that key. Raises Gone."""
        if key not in self.rows:
            raise Gone
        return self.rows[key]

    def place(self, key: UUID) -> Place:
        """Where a line stands."""
        home = self.outline.homes[key]
        return {
            "side": str(self.outline.side(home)),
            "parent": None if isinstance(home, Side) else str(home),
            "position": self.outline.index(key),
        }

    def make_home(self, home: Home) -> None:
        """Make sure that lines may stand there. Raises Gone, and HasAmounts for a line with any.

        A line that is to have lines below it forgets the cells that were emptied. Two queries.
        """
        if isinstance(home, Side) or self.outline.below.get(self.row(home).key):
            return
        cells = BudgetAmount.objects.filter(line=self.rows[home])
        if cells.exclude(amount=None, unread="").exists():
            raise HasAmounts(self.rows[home].label)
        cells.delete()

    def put(self, key: UUID, home: Home, index: int | None = None) -> None:
        """Move a line there and store it. Raises Gone, HasAmounts, IntoItself and TooDeep."""
        if home != self.outline.homes[self.row(key).key]:
            self.make_home(home)
        self.outline.put(key, home, index)
        self.arrange()

    def make(self, row: BudgetLine, home: Home, index: int | None = None) -> BudgetLine:
        """Store a new line there. Raises Gone, HasAmounts and TooDeep."""
        self.make_home(home)
        self.outline.put(row.key, home, index)
        self._stand(row)
        self.rows[row.key] = row
        row.position = list(self.outline).index(row.key)
        row.save(force_insert=True)
        self.arrange()
        return row

    def arrange(self) -> None:
        """Store where the lines stand. At most two queries.

        Only the place is written: what somebody writes in a line meanwhile stays.
        """
        rows = [self.rows[key] for key in self.outline]
        counted = [row for position, row in enumerate(rows) if row.position != position]
        for position, row in enumerate(rows):
            row.position = position
        BudgetLine.objects.bulk_update(counted, ["position"])
        moved = [row for row in rows if self._stand(row)]
        BudgetLine.objects.bulk_update(moved, ["parent", "side"])

    def _stand(self, row: BudgetLine) -> bool:
        """Let a row have the line above it, or the side, that the outline says. Was it another?"""
        home = self.outline.homes[row.key]
        before = row.parent_id, row.side
        row.parent = None if isinstance(home, Side) else self.rows[home]
        row.side = str(home) if isinstance(home, Side) else ""
        return (row.parent_id, row.side) != before


class Columns:
    """A budget's columns while the budget is held. Two queries, and it needs a transaction."""

    def __init__(self, budget: Budget) -> None:
        lock(budget)
        self.budget = budget
        self.rows = list(budget.columns.all())

    def row(self, name: str) -> BudgetColumn:
        """The column of that name. Raises Gone."""
        found = next((row for row in self.rows if column_name(row) == name), None)
        if found is None:
            raise Gone
        return found

    def place(self, row: BudgetColumn, index: int) -> None:
        """Let a column stand before the `index`-th of the others. One query at most."""
        others = [one for one in self.rows if one.pk != row.pk]
        self.arrange([*others[:index], row, *others[index:]])

    def arrange(self, rows: Sequence[BudgetColumn]) -> None:
        """Store an order. One query at most."""
        self.rows = list(rows)
        moved = [row for position, row in enumerate(rows) if row.position != position]
        for position, row in enumerate(rows):
            row.position = position
        BudgetColumn.objects.bulk_update(moved, ["position"])


def column_name(row: BudgetColumn) -> str:
    """A column's name: "budget-2024"."""
    return f"{row.kind}-{row.year}"
