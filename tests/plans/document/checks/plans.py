"""Plans to check: a small one whose contributions are fair, and the product's own examples."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import NAMESPACE_URL, UUID, uuid5

from budgets.sheet import Column, ColumnKind, Line, Sheet, Unit
from finsam.federations.national import NationalNumber, NationalRules, RuleCode
from finsam.federations.profile import FederationProfile
from finsam.members.profile import MemberKind, MemberProfile
from plans.document.checks import Basis, Finding
from plans.document.content import BudgetBlock, PlanContent, Section
from plans.document.document import Document, document_of
from plans.document.fileformat import content_of
from plans.management.commands.loadexamples import EXAMPLES

LAW = "5 § lagen (2003:1210)"
LETTERS = "abcdefghijklmnopqrstuvwxyzåäö"
KNOWN = frozenset(LETTERS + LETTERS.upper() + "0123456789 .,:;()§–−/-\u00a0\n")


def law(state: str, region: str, towns: str, *, year: int = 2004) -> list[NationalNumber]:
    numbers = zip(RuleCode, (state, region, towns), strict=True)
    day = date(year, 1, 1)
    return [
        NationalNumber(code=code, percent=Decimal(percent), source=LAW, valid_from=day)
        for code, percent in numbers
    ]


BASIS = Basis(rules=NationalRules(law("50.00", "25.00", "25.00")), characters=KNOWN)


def key(name: str) -> UUID:
    return uuid5(NAMESPACE_URL, name)


def member(name: str, kind: MemberKind) -> MemberProfile:
    return MemberProfile(key=key(name), name=name, kind=kind)


STATE = member("Försäkringskassan", MemberKind.STATE_AGENCY)
REGION = member("Region Fjäll", MemberKind.REGION)
BERG = member("Bergs kommun", MemberKind.MUNICIPALITY)
DAL = member("Dals kommun", MemberKind.MUNICIPALITY)
MEMBERS = (STATE, REGION, BERG, DAL)

COLUMN = Column(year=2025, kind=ColumnKind.BUDGET)
BUDGET_SECTION = Section(key=key("budget"), heading="Budget", block=BudgetBlock())


def fee(payer: MemberProfile, **amounts: int) -> Line:
    """A member's contribution in kr: `budget_2025=750_000`."""
    by_column = {name.replace("_", "-"): amount for name, amount in amounts.items()}
    label = payer.name
    return Line(key=key(f"fee {label}"), label=label, member=payer.key, amounts=by_column)


def fees(state: int, region: int, berg: int, dal: int) -> tuple[Line, ...]:
    """What each pays in the budget of 2025, in kr."""
    paid = (state, region, berg, dal)
    return tuple(fee(m, budget_2025=kr) for m, kr in zip(MEMBERS, paid, strict=True))


FAIR = PlanContent(
    federation=FederationProfile(
        slug="fjallbygden", name="Samordningsförbundet Fjäll", short_name="Fjäll", accent="#1b4c68"
    ),
    members=MEMBERS,
    year=2025,
    title="Verksamhetsplan 2025",
    sections=(Section(key=key("aim"), heading="Syfte"), BUDGET_SECTION),
    budget=Sheet(columns=(COLUMN,), income=fees(1_000_000, 500_000, 300_000, 200_000)),
)


def with_budget(plan: PlanContent = FAIR, **changes: object) -> PlanContent:
    """The plan with other values in its budget."""
    assert plan.budget is not None
    return replace(plan, budget=replace(plan.budget, **changes))  # type: ignore[arg-type]


def in_tkr(*amounts: int) -> PlanContent:
    """A plan in tkr with these contributions in whole tkr."""
    state, region, berg, dal = (amount * 1000 for amount in amounts)
    return with_budget(unit=Unit.TKR, income=fees(state, region, berg, dal))


def found(
    check: Callable[[Document, Basis], Iterator[Finding]], plan: PlanContent, basis: Basis = BASIS
) -> list[Finding]:
    return list(check(document_of(plan), basis))


def example(name: str) -> PlanContent:
    """One of the product's example plans: "ange-2022"."""
    return content_of((EXAMPLES / f"{name}.json").read_bytes())
