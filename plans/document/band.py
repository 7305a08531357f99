"""Insatsbandet: the members' real shares as one bar."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from budgets.arithmetic import Figures
from budgets.contributions import contributions
from budgets.shares import split
from budgets.sheet import ColumnKind, Sheet
from finsam.members.profile import MemberKind, MemberProfile
from plans.document.content import PlanContent

WIDTH = 1000
"""The bar's length in the units of its picture."""

GAP = 3

MOST = (WIDTH + GAP) // (1 + GAP)
"""How many parts there is room for, each of one unit and with a gap to the next."""


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
    """The column that the plan is about, empty without one."""
    return "" if content.budget is None else column_of(content.budget, content.year)


def column_of(sheet: Sheet, year: int) -> str:
    """The column that a plan of the year is about: the budget of the year, or its first."""
    of_year = [column for column in sheet.columns if column.year == year]
    of_year.sort(key=lambda column: column.kind != ColumnKind.BUDGET)
    return of_year[0].name if of_year else ""


def segments(content: PlanContent, figures: Figures | None) -> tuple[Segment, ...]:
    """The bar of the plan's own year; empty where no contributions are entered."""
    if content.budget is None or figures is None:
        return ()
    return bar(content.budget, figures, content.year, content.members)


def bar(
    sheet: Sheet, figures: Figures, year: int, members: Iterable[MemberProfile]
) -> tuple[Segment, ...]:
    """The bar of a sheet's contributions in the year's own column."""
    amounts = contributions(sheet, figures, column_of(sheet, year))
    return laid_out(
        Payment(member.kind, member.short_name or member.name, amounts.get(member.key, 0))
        for member in members
    )


def laid_out(payments: Iterable[Payment]) -> tuple[Segment, ...]:
    """The bar of these payments, state first; who pays nothing has no part in it.

    The parts with the gaps between them fill the bar. Where they are too many it is empty.
    """
    order = list(MemberKind)
    paying = [payment for payment in payments if payment.amount > 0]
    paying.sort(key=lambda payment: order.index(payment.kind))
    if not 0 < len(paying) <= MOST:
        return ()
    laid: list[Segment] = []
    x = 0
    for payment, width in zip(paying, _widths([each.amount for each in paying]), strict=True):
        laid.append(Segment(x=x, width=width, kind=payment.kind, name=payment.name))
        x += width + GAP
    return tuple(laid)


def _widths(amounts: Sequence[int]) -> list[int]:
    """The room between the gaps by amounts; a part too small to be seen gets of the longest."""
    widths = list(split(WIDTH - GAP * (len(amounts) - 1), amounts))
    while 0 in widths:
        widths[widths.index(max(widths))] -= 1
        widths[widths.index(0)] = 1
    return widths
