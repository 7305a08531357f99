"""A plan's money at a glance: what the members pay, each kind together, and what is planned."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from budgets.arithmetic import Figures
from budgets.contributions import contributions
from budgets.formatting import with_unit
from budgets.sheet import ComputedRow
from finsam.members.profile import MemberKind
from plans.document.band import own_column
from plans.document.blocks.organisation import members_in
from plans.document.content import PlanContent
from plans.document.cover import heading_over


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """Figures as text, each with what it is. `parties` are those of the band, in its order."""

    parties: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, str], ...]


def glance(content: PlanContent, figures: Figures | None) -> Glance:
    """Of the plan's own year; nothing of what is not filled in."""
    sheet = content.budget
    if sheet is None or figures is None:
        return Glance(parties=(), facts=())
    column = own_column(content)
    amounts = contributions(sheet, figures, column)
    costs = figures.amount(ComputedRow.TOTAL_COSTS, column)
    sums = [("från medlemmarna", sum(amounts.values()) or None), ("planerade kostnader", costs)]
    return Glance(
        parties=tuple(
            (heading, with_unit(amount, sheet.unit))
            for heading, amount in _by_kind(content, amounts)
        ),
        facts=tuple((what, with_unit(kr, sheet.unit)) for what, kr in sums if kr is not None),
    )


def _by_kind(content: PlanContent, amounts: Mapping[UUID, int]) -> list[tuple[str, int]]:
    kinds = {member.key: member.kind for member in content.members}
    found = []
    for kind in MemberKind:
        total = sum(kr for key, kr in amounts.items() if kinds.get(key) is kind)
        names = tuple(member.name for member in members_in(content) if member.kind is kind)
        if total:
            found.append((heading_over(kind, names), total))
    return found
