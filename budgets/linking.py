"""Saying which intervention a budget line pays for, and whose contribution it is."""

from dataclasses import dataclass
from uuid import UUID

from budgets.models import Budget, BudgetLine
from budgets.ordering import lock
from finsam.editions import Gone
from finsam.members.models import Member
from goals.models import Intervention


@dataclass(frozen=True, slots=True, kw_only=True)
class Paid:
    """An intervention with the keys of the lines that paid and pay for it, in the budget's order.

    `another` is the intervention that the line paid for before, if it was another.
    """

    before: tuple[UUID, ...]
    after: tuple[UUID, ...]
    another: Intervention | None = None


def link_line(budget: Budget, *, line: UUID, intervention: Intervention, pays: bool) -> Paid:
    """Let a line pay for the intervention, and for no other, or no longer.

    A line pays for one intervention at most. Needs a transaction around it. Raises Gone where
    the budget has no such line.
    """
    row = BudgetLine.objects.select_for_update().filter(budget=budget, key=line).first()
    if row is None:
        raise Gone
    before, paid = lines_of(budget, intervention), row.intervention
    if pays or paid == intervention:
        row.intervention = intervention if pays else None
        row.save(update_fields=["intervention"])
    another = paid if pays and paid != intervention else None
    return Paid(before=before, after=lines_of(budget, intervention), another=another)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tied:
    """A line with the member whose contribution it was and is."""

    row: BudgetLine
    before: Member | None
    after: Member | None


def tie_line(budget: Budget, *, line: UUID, member: Member | None) -> Tied:
    """Say whose contribution a line is, or nobody's. Needs a transaction. Raises Gone."""
    lock(budget)
    row = BudgetLine.objects.filter(budget=budget, key=line).select_related("member").first()
    if row is None:
        raise Gone
    before, row.member = row.member, member
    row.save(update_fields=["member"])
    return Tied(row=row, before=before, after=member)


def lines_of(budget: Budget, intervention: Intervention) -> tuple[UUID, ...]:
    """The keys of the lines that pay for an intervention, in the budget's order."""
    rows = budget.lines.filter(intervention=intervention)
    return tuple(rows.values_list("key", flat=True))


def relink_lines(budget: Budget, intervention: Intervention, lines: tuple[UUID, ...]) -> None:
    """Let these lines pay for the intervention again, but for those that pay for another now."""
    budget.lines.filter(key__in=lines, intervention=None).update(intervention=intervention)
