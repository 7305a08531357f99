"""Single values and pairs of values that would never be true."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email

from budgets.sheet import CostSign, Subtotals, Unit
from finsam.federations.colour import readable_accent
from finsam.federations.patterns import PLAIN_SLUG, is_month_and_day
from finsam.federations.profile import RESERVED_SLUGS, Defaults, FederationProfile, Rules
from finsam.members.profile import MemberProfile, Seat
from goals.content import Indicator, Intervention
from plans.document.content import (
    Decision,
    DecisionKind,
    DecisionSubject,
    GoalLayout,
    PlanContent,
    Section,
    Status,
)
from plans.document.fileformat.faults import Fault, pointer
from plans.document.fileformat.rules.places import Place, Places, fault

ACCENT = re.compile(r"#[0-9a-f]{6}")
DEFAULTS: dict[str, type[StrEnum]] = {
    "unit": Unit,
    "cost_sign": CostSign,
    "subtotals": Subtotals,
    "goal_layout": GoalLayout,
}
EQUITY_BASES = ("contributions", "income")
PERIODS: dict[type, tuple[str, str]] = {
    MemberProfile: ("joined_on", "left_on"),
    Seat: ("starts_on", "ends_on"),
    Intervention: ("starts_on", "ends_on"),
}
MOST_DIGITS, MOST_DECIMALS = 12, 3
"""Digits before and after the decimal mark of a target."""


def value_faults(places: Places) -> Iterator[Fault]:
    """Values that no form would take and no table would keep."""
    for rules in (
        _federation,
        _addresses,
        _choices,
        _periods,
        _appendices,
        _indicators,
        _decisions,
    ):
        yield from rules(places)


def _federation(places: Places) -> Iterator[Fault]:
    for place, federation in places.of(FederationProfile):
        yield from _slug((*place, "slug"), federation.slug)
        yield from _accent((*place, "accent"), federation.accent)


def _addresses(places: Places) -> Iterator[Fault]:
    is_address, is_site = (validate_email, "en e-postadress"), (URLValidator(), "en webbadress")
    for place, federation in places.of(FederationProfile):
        yield from _address((*place, "email"), federation.email, *is_address)
        yield from _address((*place, "website"), federation.website, *is_site)
    for place, member in places.of(MemberProfile):
        yield from _address((*place, "official_address"), member.official_address, *is_address)


def _slug(place: Place, slug: str) -> Iterator[Fault]:
    if not re.fullmatch(PLAIN_SLUG, slug):
        yield fault(place, "en adress av a–z, 0–9 och enkla bindestreck", slug)
    if slug in RESERVED_SLUGS:
        yield fault(place, "en adress som tjänsten inte själv använder", slug)


def _accent(place: Place, accent: str) -> Iterator[Fault]:
    if not ACCENT.fullmatch(accent):
        yield fault(place, "en färg som #1b4c68", accent)
    elif readable_accent(accent)[0] != accent:
        expected = f"en färg som vit text syns på, till exempel {readable_accent(accent)[0]}"
        yield fault(place, expected, accent)


def _address(
    place: Place, text: str, validate: Callable[[str], None], expected: str
) -> Iterator[Fault]:
    try:
        if text:
            validate(text)
    except ValidationError:
        yield fault(place, f"{expected} eller ingenting", text)


def _choices(places: Places) -> Iterator[Fault]:
    for place, defaults in places.of(Defaults):
        for name, choices in DEFAULTS.items():
            yield from _choice((*place, name), getattr(defaults, name), [*choices])
    for place, rules in places.of(Rules):
        yield from _choice((*place, "equity_base"), rules.equity_base, EQUITY_BASES)
        if rules.decision_day and not is_month_and_day(rules.decision_day):
            yield fault((*place, "decision_day"), 'en dag som "11-30"', rules.decision_day)


def _choice(place: Place, value: str, choices: Sequence[str]) -> Iterator[Fault]:
    if value not in choices:
        yield fault(place, "ett av " + ", ".join(f'"{choice}"' for choice in choices), value)


def _periods(places: Places) -> Iterator[Fault]:
    for place, found in places.objects:
        first, last = PERIODS.get(type(found), ("", ""))
        if first:
            yield from _period((*place, last), getattr(found, first), getattr(found, last))


def _period(place: Place, starts_on: date | None, ends_on: date | None) -> Iterator[Fault]:
    if starts_on and ends_on and ends_on < starts_on:
        yield fault(place, f"en dag från och med {starts_on}", str(ends_on))


def _appendices(places: Places) -> Iterator[Fault]:
    for place, section in places.of(Section):
        if section.is_appendix and len(place) > 2:
            yield fault((*place, "is_appendix"), "false på ett underavsnitt", True)


def _indicators(places: Places) -> Iterator[Fault]:
    for place, indicator in places.of(Indicator):
        has_target = indicator.target is not None
        if indicator.is_qualitative and (has_target or indicator.volumes_of):
            yield fault((*place, "is_qualitative"), "false för ett mått med målvärde", True)
        if has_target and indicator.volumes_of:
            yield fault((*place, "volumes_of"), "null när target är satt", indicator.volumes_of)
        if indicator.target is not None and not _fits(indicator.target):
            expected = f"högst {MOST_DIGITS} siffror och {MOST_DECIMALS} decimaler"
            yield fault((*place, "target"), expected, str(indicator.target))


def _fits(target: Decimal) -> bool:
    # Exact at any exponent: a quantized or multiplied number would be rounded first.
    return abs(target) < Decimal(10) ** MOST_DIGITS and has_decimals(target, MOST_DECIMALS)


def has_decimals(number: Decimal, most: int) -> bool:
    """Whether a number needs at most so many decimals."""
    _, digits, exponent = number.as_tuple()
    trailing = len(digits) - len("".join(map(str, digits)).rstrip("0"))
    return not number or int(exponent) + trailing >= -most


def _decisions(places: Places) -> Iterator[Fault]:
    plan: PlanContent = places.content
    firsts = [d for d in plan.decisions if d.kind is DecisionKind.DECIDED]
    dates = [d.decided_on for d in firsts]
    if plan.status is Status.DECIDED and not dates:
        yield Fault(pointer("decisions"), "ett beslut i en beslutad plan", "inget")
    decided_on = min(dates, default=date.max)
    seen = set[tuple[DecisionKind, DecisionSubject, date]]()
    for place, decision in places.of(Decision):
        day = str(decision.decided_on)
        if decision.kind is DecisionKind.DECIDED and not _are_apart(firsts):
            wanted = 'ett enda beslut av slaget "decided", eller ett var om planen och budgeten'
            yield fault((*place, "kind"), wanted, decision.kind)
        if decision.kind is DecisionKind.REVISED and decision.decided_on < decided_on:
            yield fault((*place, "decided_on"), "en dag efter beslutet", day)
        if (decision.kind, decision.subject, decision.decided_on) in seen:
            yield fault((*place, "decided_on"), "en egen dag", day)
        seen.add((decision.kind, decision.subject, decision.decided_on))


def _are_apart(firsts: Sequence[Decision]) -> bool:
    """Whether there is one first decision, or one about the plan and one about the budget."""
    subjects = [decision.subject for decision in firsts]
    both = DecisionSubject.BOTH
    return len(subjects) < 2 or (len(set(subjects)) == len(subjects) and both not in subjects)
