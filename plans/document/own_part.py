"""What a plan means for one member's purse: what it pays in the plan's year and the year before."""

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from budgets.arithmetic import figures
from budgets.contributions import contributions
from budgets.formatting import percent_text, with_unit
from budgets.labels import inside_sentence
from budgets.shares import percentages
from budgets.sheet import ShareKey, Sheet, Unit
from finsam.members.profile import MemberKind
from plans.document.band import column_of
from plans.document.comparing.money import FigureChange
from plans.document.content import PlanContent

PAYER = "Försäkringskassan"
"""Pays the state's part where the budget names nobody (6 § lagen om finansiell samordning)."""

NO_BUDGET = "Planen har ingen budget."
NOT_ENTERED = "Ert bidrag står inte i planens budget."


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPart:
    """A member's contribution in kr. `note` says why there is none, where there is none.

    `share` is its part of what the municipalities pay: "48,4 % efter folkmängd".
    """

    year: int
    amount: int | None
    before: int | None
    share: str = ""
    note: str = ""

    @property
    def next_year(self) -> str:
        return with_unit(self.amount, Unit.KR)

    @property
    def this_year(self) -> str:
        return with_unit(self.before, Unit.KR)

    @property
    def change(self) -> str:
        """ "+18 000 kr, +5 %"; "oförändrat"; "" where either year is not known."""
        if self.amount is None or self.before is None:
            return ""
        if self.amount == self.before:
            return "oförändrat"
        change = FigureChange("", "", "", self.before, self.amount, Unit.KR)
        return ", ".join(filter(None, (change.difference, change.percent)))

    @property
    def line(self) -> str:
        """All of it in one line, for a letter."""
        if self.amount is None:
            return self.note
        before = f" {self.year - 1}: {self.this_year} ({self.change})." if self.change else ""
        return f"Er del {self.year}: {self.next_year}.{before}"


def own_part(content: PlanContent, member: UUID, earlier: PlanContent | None = None) -> OwnPart:
    """The member's part in a plan; `earlier` is a plan that may tell the year before."""
    year, amount = content.year, paid(content, content.year, member)
    before = paid(content, year - 1, member)
    # The nearest earlier plan may be older than a year, and only foretell it.
    if before is None and earlier is not None and earlier.year == year - 1:
        before = paid(earlier, year - 1, member)
    return OwnPart(
        year=year,
        amount=amount,
        before=before,
        share=_share(content.budget, member),
        note=_why_none(content, member) if amount is None else "",
    )


def paid(content: PlanContent, year: int, member: UUID) -> int | None:
    """Kr that the member pays in a year by the plan's budget; None where that is not told."""
    return _amounts(content, year).get(member)


def _amounts(content: PlanContent, year: int) -> dict[UUID, int]:
    sheet = content.budget
    column = column_of(sheet, year) if sheet else ""
    return contributions(sheet, figures(sheet), column) if sheet and column else {}


def _share(sheet: Sheet | None, member: UUID) -> str:
    key = sheet.share_key if sheet else None
    percent = _percent(key, member) if key else None
    if key is None or percent is None:
        return ""
    basis = f" efter {inside_sentence(key.basis)}" if key.basis else ""
    return f"{percent_text(percent)}{basis}"


def _percent(key: ShareKey, member: UUID) -> Decimal | None:
    numbers = [entry.figure for entry in key.entries]
    if not any(numbers):
        return None
    of = zip(key.entries, percentages(numbers, key.decimals), strict=True)
    return next((percent for entry, percent in of if entry.member == member), None)


def _why_none(content: PlanContent, member: UUID) -> str:
    if content.budget is None:
        return NO_BUDGET
    state = [m for m in content.members if m.kind == MemberKind.STATE_AGENCY]
    if all(m.key != member for m in state):
        return NOT_ENTERED
    amounts = _amounts(content, content.year)
    payers = [m for m in state if m.key in amounts]
    whole = sum(amounts[m.key] for m in payers)
    names = " och ".join(m.name for m in payers) or PAYER
    said = f", {with_unit(whole, Unit.KR)} {content.year}," if payers else ""
    return f"Statens del{said} betalas av {names}. Ni betalar inget eget bidrag."
