"""Insatsbandet: the members' real shares as one bar."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from budgets.arithmetic import Figures
from budgets.sheet import ColumnKind, Sheet, Side
from finsam.members.profile import MemberKind
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


class Payment(NamedTuple):
    """What one member pays, in kr."""

    kind: MemberKind
    name: str
    amount: int


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
    """The bar of the plan's own year; empty where no contributions are entered."""
    column = own_column(content)
    if content.budget is None or figures is None or not column:
        return ()
    amounts = contributions(content.budget, figures, column)
    return laid_out(
        Payment(member.kind, member.short_name or member.name, amounts.get(member.key, 0))
        for member in content.members
    )


def laid_out(payments: Iterable[Payment]) -> tuple[Segment, ...]:
    """The bar of these payments, state first; who pays nothing has no part in it."""
    order = list(MemberKind)
    paying = [payment for payment in payments if payment.amount > 0]
    paying.sort(key=lambda payment: order.index(payment.kind))
    whole = sum(payment.amount for payment in paying)
    room = WIDTH - GAP * (len(paying) - 1)
    laid: list[Segment] = []
    so_far = 0
    for count, payment in enumerate(paying):
        start = so_far * room // whole
        so_far += payment.amount
        width = max(so_far * room // whole - start, 1)
        x = start + GAP * count
        laid.append(Segment(x=x, width=width, kind=payment.kind, name=payment.name))
    return tuple(laid)
