"""The members' contributions: which lines they are, and what each member pays."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from budgets.arithmetic import Figures
from budgets.sheet import Line, Sheet


def contribution_lines(lines: Sequence[Line]) -> Iterator[Line]:
    """The topmost lines that are a member's; what stands below one of them is in its sum."""
    for line in lines:
        if line.member is not None:
            yield line
        else:
            yield from contribution_lines(line.lines)


def contributions(sheet: Sheet, figures: Figures, column: str) -> dict[UUID, int]:
    """Kronor from each member in one column, in the lines' order; several lines are added.

    A member whose cells are empty is not there. A repayment is negative.
    """
    amounts: dict[UUID, int] = {}
    for line in contribution_lines(sheet.income):
        amount = figures.amount(line.key, column)
        if line.member is not None and amount is not None:
            amounts[line.member] = amounts.get(line.member, 0) + amount
    return amounts
