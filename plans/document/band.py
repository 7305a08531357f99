"""Insatsbandet: the members' real shares as one bar."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from budgets.arithmetic import Figures
from budgets.sheet import ColumnKind, Sheet, Side
from finsam.members.profile import MemberKind, MemberProfile
from plans.document.content import PlanContent

WIDTH = 1000
"""The bar's length in the units of its picture."""

GAP = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One member's part of the bar: where it starts, how long it is, and whose it is."""

    x: int
    width: int
    kind: MemberKind
    name: str


def own_column(content: PlanContent) -> str:
    """The column that the plan is about: the budget of its year, or the first of that year."""
    columns = content.budget.columns if content.budget else ()
    of_year = [column for column in columns if column.year == content.year]
    of_year.sort(key=lambda column: column.kind != ColumnKind.BUDGET)
    return of_year[0].name if of_year else ""


def contributions(sheet: Sheet, figures: Figures, column: str) -> dict[UUID, int]:
    """Kronor from each member in one column, in the lines' order; a member may have several."""
    amounts: dict[UUID, int] = {}
    for side, line in sheet.walk():
        if side is Side.INCOME and line.member is not None:
            amount = figures.amount(line.key, column) or 0
            amounts[line.member] = amounts.get(line.member, 0) + amount
    return amounts


def segments(content: PlanContent, figures: Figures | None) -> tuple[Segment, ...]:
    """The bar of the plan's own year, state first; empty where no contributions are entered."""
    column = own_column(content)
    if content.budget is None or figures is None or not column:
        return ()
    amounts = contributions(content.budget, figures, column)
    order = list(MemberKind)
    members = sorted(content.members, key=lambda member: order.index(member.kind))
    paying = [(member, amounts[member.key]) for member in members if amounts.get(member.key, 0) > 0]
    return _laid_out(paying)


def _laid_out(paying: Sequence[tuple[MemberProfile, int]]) -> tuple[Segment, ...]:
    whole = sum(amount for _, amount in paying)
    room = WIDTH - GAP * (len(paying) - 1)
    laid: list[Segment] = []
    sum_so_far = 0
    for count, (member, amount) in enumerate(paying):
        start = sum_so_far * room // whole
        sum_so_far += amount
        end = sum_so_far * room // whole
        laid.append(
            Segment(
                x=start + GAP * count,
                width=max(end - start, 1),
                kind=member.kind,
                name=member.short_name or member.name,
            )
        )
    return tuple(laid)
