"""The skeleton's budget: columns without amounts, a line for whoever pays, costs in groups."""

from collections.abc import Iterable, Sequence

from budgets.moving import YEARS
from budgets.sheet import (
    Column,
    ColumnKind,
    ComputedRow,
    CostSign,
    Line,
    Sheet,
    Subtotals,
    Unit,
)
from finsam.federations.profile import Defaults
from finsam.members.profile import MemberKind, MemberProfile
from plans.document.skeleton.keys import key

PAYS_FOR_THE_STATE = "Försäkringskassan"
"""It pays the state's whole part, Arbetsförmedlingen's too (5 § of 2003:1210)."""

COSTS: Sequence[tuple[str, Sequence[str]]] = (
    ("Styrelse", ("Arvoden", "Sammanträden och resor")),
    ("Kansli och administration", ("Personal", "Lokaler", "Övriga kostnader")),
    ("Revision", ()),
    ("Insatser", ("Individinriktade insatser", "Strukturövergripande insatser")),
)
"""The groups that are advised on the national site (finsam.se), with their commonest lines."""

SHOWN = (
    ComputedRow.TOTAL_INCOME,
    ComputedRow.TOTAL_COSTS,
    ComputedRow.RESULT,
    ComputedRow.OPENING_EQUITY,
    ComputedRow.CLOSING_EQUITY,
)


def sheet(defaults: Defaults, members: Sequence[MemberProfile], year: int) -> Sheet:
    """A budget for a year and plans for the two after it, as the federation wants it printed."""
    return Sheet(
        title=f"Budget {year}",
        unit=Unit(defaults.unit),
        cost_sign=CostSign(defaults.cost_sign),
        subtotals=Subtotals(defaults.subtotals),
        computed_rows=dict.fromkeys(SHOWN, ""),
        columns=tuple(_columns(year)),
        income=tuple(_income([member for member in members if _is_there(member, year)])),
        costs=tuple(_group(label, below) for label, below in COSTS),
    )


def payers(members: Iterable[MemberProfile]) -> list[MemberProfile]:
    """Who pays: one for the state, then regions, then municipalities."""
    of_kind: dict[MemberKind, list[MemberProfile]] = {kind: [] for kind in MemberKind}
    for member in members:
        of_kind[member.kind].append(member)
    state = of_kind[MemberKind.STATE_AGENCY]
    state.sort(key=lambda member: PAYS_FOR_THE_STATE not in member.name)
    return [*state[:1], *of_kind[MemberKind.REGION], *of_kind[MemberKind.MUNICIPALITY]]


def _is_there(member: MemberProfile, year: int) -> bool:
    return member.left_on is None or member.left_on.year >= year


def _columns(year: int) -> Iterable[Column]:
    kinds = (ColumnKind.BUDGET, ColumnKind.PLAN, ColumnKind.PLAN)
    for later, kind in enumerate(kinds):
        if year + later in YEARS:
            yield Column(year=year + later, kind=kind)


def _income(members: Sequence[MemberProfile]) -> Iterable[Line]:
    paid = tuple(
        Line(key=key("contribution", member.key), label=member.name, member=member.key)
        for member in payers(members)
    )
    if paid:
        yield Line(key=key("contributions"), label="Medlemmarnas bidrag", lines=paid)
    yield Line(key=key("other income"), label="Övriga intäkter")


def _group(label: str, below: Sequence[str]) -> Line:
    lines = tuple(Line(key=key("cost", label, name), label=name) for name in below)
    return Line(key=key("cost", label), label=label, lines=lines)
