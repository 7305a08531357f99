"""What each kind of member pays in a column, beside what the law's shares give. In whole kr."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from budgets.arithmetic import Figures
from budgets.contributions import contribution_lines
from budgets.shares import split
from budgets.sheet import Line, Sheet, Unit
from finsam.members.profile import MemberKind
from plans.document.content import PlanContent

Tied = Mapping[MemberKind, Sequence[Line]]
"""The lines that are contributions, by the kind of their member."""

Percents = Mapping[MemberKind, Decimal]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What the members of one kind pay together and what they should, in kr.

    `percent` is their share by law; `tolerance` is how far the two may be apart.
    """

    kind: MemberKind
    percent: Decimal
    paid: int
    due: int
    tolerance: Fraction

    @property
    def is_off(self) -> bool:
        return abs(self.paid - self.due) > self.tolerance


def tied_lines(content: PlanContent, sheet: Sheet) -> Tied:
    """The contribution lines of each kind that the federation has; the state is always one."""
    kinds = {member.key: member.kind for member in content.members}
    here = {MemberKind.STATE_AGENCY, *kinds.values()}
    tied: dict[MemberKind, list[Line]] = {kind: [] for kind in MemberKind if kind in here}
    for line in contribution_lines(sheet.income):
        if line.member in kinds:
            tied[kinds[line.member]].append(line)
    return tied


def parts(
    sheet: Sheet, figures: Figures, tied: Tied, column: str, percents: Percents
) -> tuple[Part, ...]:
    """Each kind's part of one column; none where the column has no contributions.

    What a part should be is what a split of the column's contributions by the shares gives, so
    that an odd sum is shared out to the krona. It may be 1 kr off.

    Where the plan prints tkr and every contribution in the column is whole tkr, each of them may
    have been rounded by half a tkr. A part with the share s that is n of N amounts may then be off
    by half a tkr for each of n, less s of what all N may be off together:
    (1 - s) * n / 2 + s * (N - n) / 2 tkr; 1 tkr is let pass in any case.
    """
    amounts = {kind: _amounts(lines, figures, column) for kind, lines in tied.items()}
    whole = sum(map(sum, amounts.values()))
    if whole <= 0:
        return ()
    shares = _shared_by_those_here(percents, tied)
    dues = split(whole, list(shares.values()))
    unit = _typed_unit(sheet, amounts.values())
    every = sum(map(len, amounts.values()))
    return tuple(
        Part(
            kind=kind,
            percent=percent,
            paid=sum(amounts[kind]),
            due=due,
            tolerance=_tolerance(percent / sum(shares.values()), len(amounts[kind]), every, unit),
        )
        for (kind, percent), due in zip(shares.items(), dues, strict=True)
    )


def _amounts(lines: Sequence[Line], figures: Figures, column: str) -> list[int]:
    found = [figures.amount(line.key, column) for line in lines]
    return [amount for amount in found if amount is not None]


def _shared_by_those_here(percents: Percents, tied: Tied) -> dict[MemberKind, Decimal]:
    """Where there is no region the municipalities pay its part too (Gotland), and the reverse."""
    shares = {kind: percents[kind] for kind in tied}
    others = (MemberKind.REGION, MemberKind.MUNICIPALITY)
    for absent, present in (others, others[::-1]):
        if absent not in tied and present in tied:
            shares[present] += percents[absent]
    return shares


def _typed_unit(sheet: Sheet, amounts: Iterable[list[int]]) -> int:
    """How finely a column is typed, in kr: 1, or 1000 where all of it is whole tkr."""
    is_whole = all(amount % 1000 == 0 for part in amounts for amount in part)
    return 1000 if sheet.unit is Unit.TKR and is_whole else 1


def _tolerance(share: Decimal, own: int, every: int, unit: int) -> Fraction:
    if unit == 1:
        return Fraction(1)
    part = Fraction(share)
    rounding = ((1 - part) * own + part * (every - own)) / 2
    return max(Fraction(1), rounding) * unit
