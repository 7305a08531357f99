"""Addresses in a plan, and which section shows what is there.

A place is "cover", "text/SECTION", "members/MEMBER", "goals/GOAL" (or a perspective),
"interventions/INTERVENTION", "contributions/COLUMN" or "budget/ROW/COLUMN", where the later parts
may be missing. SECTION and the like are keys; ROW is a line's key or a computed row's name.
"""

from collections.abc import Callable, Iterable
from functools import cached_property

from budgets import layout
from budgets.sheet import TOTAL, Sheet
from plans.document.band import own_column
from plans.document.content import (
    BudgetBlock,
    ContributionsBlock,
    GoalsBlock,
    InterventionsBlock,
    OrganisationBlock,
    PlanContent,
)
from plans.document.outline import Heading, headings

Order = tuple[int, int, int]


class Places:
    """Finds one plan's places."""

    def __init__(self, content: PlanContent) -> None:
        self.content = content
        self.headings = tuple(headings(content))
        self.numbers = {heading.anchor: n for n, heading in enumerate(self.headings)}

    def section(self, place: str) -> Heading | None:
        """The first section that shows the place; None for the cover and what is nowhere shown."""
        kind, *rest = place.split("/")
        first, second = [*rest, "", ""][:2]
        match kind:
            case "text":
                return self._first(lambda h: str(h.section.key) == first)
            case "goals":
                return self._goals(first)
            case "interventions":
                return self._intervention(first)
            case "members":
                return self._first(lambda h: isinstance(h.section.block, OrganisationBlock))
            case "contributions":
                return self._contributions(first)
            case "budget":
                return self._budget(first, second)
        return None

    def order(self, place: str) -> Order:
        """Where the place comes when the plan is read: section, then budget row, then column."""
        if place == "cover":
            return (-1, 0, 0)
        heading = self.section(place)
        if heading is None:
            return (len(self.headings), 0, 0)
        _, *rest = place.split("/")
        first, second = [*rest, "", ""][:2]
        rows = self._rows.get(heading.anchor, {})
        # A row that is not printed comes after those that are.
        row = rows.get(first, len(rows)) if first else 0
        return (self.numbers[heading.anchor], row, self._columns.get(second, 0))

    @cached_property
    def _rows(self) -> dict[str, dict[str, int]]:
        """The rows that each budget block shows, by key or name, with their order."""
        sheet = self.content.budget
        return {
            heading.anchor: {row.key: n for n, row in enumerate(_placed(sheet, block))}
            for heading in self.headings
            if sheet is not None and isinstance(block := heading.section.block, BudgetBlock)
        }

    @cached_property
    def _columns(self) -> dict[str, int]:
        columns = self.content.budget.columns if self.content.budget else ()
        names = [*(column.name for column in columns), TOTAL]
        return {name: n for n, name in enumerate(names)}

    def _first(self, is_it: Callable[[Heading], bool]) -> Heading | None:
        return next(filter(is_it, self.headings), None)

    def _budget(self, row: str, column: str) -> Heading | None:
        """The first block that shows the cell, else the first budget there is."""

        def shows(heading: Heading) -> bool:
            block = heading.section.block
            if not isinstance(block, BudgetBlock):
                return False
            has_row = not row or row in self._rows[heading.anchor]
            return has_row and (not column or not block.columns or column in block.columns)

        return self._first(shows) or self._first(lambda h: isinstance(h.section.block, BudgetBlock))

    def _contributions(self, column: str) -> Heading | None:
        """The contributions' own block shows the plan's own year; the budget shows them all."""
        own = self._first(lambda h: isinstance(h.section.block, ContributionsBlock))
        is_own = not column or column == own_column(self.content)
        return own if own and is_own else self._budget("", column) or own

    def _goals(self, key: str) -> Heading | None:
        """The first block with the goal's perspective in it."""
        perspective = self._perspectives.get(key)

        def shows(heading: Heading) -> bool:
            block = heading.section.block
            return isinstance(block, GoalsBlock) and (
                perspective is None or block.perspective in (None, perspective)
            )

        return self._first(shows)

    @cached_property
    def _perspectives(self) -> dict[str, object]:
        """The key of the perspective that each goal, and each perspective itself, belongs to."""
        found: dict[str, object] = {}
        for perspective in self.content.goal_map.perspectives:
            found[str(perspective.key)] = perspective.key
            for goal in perspective.goals:
                found |= {str(below.key): perspective.key for below in goal.walk()}
        return found

    def _intervention(self, key: str) -> Heading | None:
        levels = {str(found.key): found.level for found in self.content.goal_map.interventions}

        def shows(heading: Heading) -> bool:
            block = heading.section.block
            return isinstance(block, InterventionsBlock) and block.level in (None, levels.get(key))

        return self._first(shows)


def _placed(sheet: Sheet, block: BudgetBlock) -> Iterable[layout.PlacedRow]:
    if block.branch is not None:
        return layout.branch(sheet, block.branch)
    return layout.whole(sheet, block.depth)
