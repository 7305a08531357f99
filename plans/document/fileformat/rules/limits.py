"""How long, how large and how deep: the bounds of the database, said before it is reached."""

from collections.abc import Iterator

from budgets.outline import DEEPEST_LINES
from budgets.sheet import MOST_KRONOR, Column, Line, Printed, ShareEntry, ShareKey, Sheet
from finsam.federations.profile import Defaults, EquityStep, FederationProfile, Rules
from finsam.members.profile import MemberProfile, Seat
from goals.content import Goal, Indicator, Intervention, Perspective
from plans.document.content import BudgetBlock, Decision, Picture, PlanContent, Section
from plans.document.fileformat.faults import Fault, pointer
from plans.document.fileformat.rules.places import Place, Places, fault

LENGTHS: dict[type, dict[str, int]] = {
    FederationProfile: {
        "slug": 60,
        "name": 200,
        "short_name": 80,
        "organisation_number": 20,
        "seat": 80,
        "email": 254,
        "website": 200,
    },
    Rules: {"equity_source": 300, "decision_day_source": 300},
    MemberProfile: {"name": 200, "short_name": 80, "official_address": 254},
    Seat: {"holder": 120},
    PlanContent: {"title": 300, "subtitle": 300},
    Decision: {"minutes_paragraph": 20, "registry_number": 60},
    Section: {"heading": 300},
    Picture: {"alt": 1000},
    Perspective: {"name": 200},
    Goal: {"heading": 300},
    Indicator: {"unit": 60, "method": 300, "frequency": 120},
    Intervention: {"name": 200, "owner": 200, "volume_unit": 60},
    Sheet: {"title": 300, "total_column_label": 60, "previous_allocation_source": 300},
    Column: {"opening_source": 300, "copied_from": 200},
    Line: {"label": 200, "activity_code": 20, "total_label": 200},
    Printed: {"source": 300},
    ShareKey: {"basis": 120, "source": 300},
}
"""The longest text of each field that has a limit: the `max_length` of its column."""

LONGEST_RESPONSIBLE = 120
KRONOR = (-MOST_KRONOR, MOST_KRONOR)
YEARS = (2004, 2100)
"""From the year of the law (2003:1210)."""

RANGES: dict[type, dict[str, tuple[int, int]]] = {
    EquityStep: {"above": (0, MOST_KRONOR), "percent": (0, 100)},
    Rules: {"equity_floor": KRONOR},
    Defaults: {"numbering_depth": (0, 2)},
    PlanContent: {"year": YEARS, "numbering_depth": (0, 2)},
    BudgetBlock: {"depth": (1, DEEPEST_LINES)},
    Intervention: {"volume": (0, 2**31 - 1)},
    Sheet: {"previous_allocation": KRONOR},
    Column: {"year": YEARS, "opening": KRONOR},
    Printed: {"amount": KRONOR},
    ShareKey: {"decimals": (0, 6)},
    ShareEntry: {"figure": (0, 2**63 - 1)},
}
DEPTHS: dict[type, tuple[str, int]] = {
    Section: ("sections", 2),
    Goal: ("goals", 2),
    Line: ("lines", DEEPEST_LINES),
}
"""How deep each kind nests, counted by the name of the list below it."""


def limit_faults(places: Places) -> Iterator[Fault]:
    """Texts that are too long, numbers out of bounds, and nesting that is too deep."""
    for place, found in places.objects:
        yield from _too_long(place, found)
        yield from _out_of_bounds(place, found)
        yield from _too_deep(place, found)
    for place, goal in places.of(Goal):
        for index, name in enumerate(goal.responsible):
            yield from _length((*place, "responsible", index), name, LONGEST_RESPONSIBLE)
    for place, line in places.of(Line):
        for column, amount in line.amounts.items():
            yield from _bounds((*place, "amounts", column), amount, KRONOR)


def _too_long(place: Place, found: object) -> Iterator[Fault]:
    for name, most in LENGTHS.get(type(found), {}).items():
        yield from _length((*place, name), getattr(found, name), most)


def _length(place: Place, text: str, most: int) -> Iterator[Fault]:
    if len(text) > most:
        yield Fault(pointer(*place), f"högst {most} tecken", f"en text med {len(text)}")


def _out_of_bounds(place: Place, found: object) -> Iterator[Fault]:
    for name, bounds in RANGES.get(type(found), {}).items():
        yield from _bounds((*place, name), getattr(found, name), bounds)


def _bounds(place: Place, number: int | None, bounds: tuple[int, int]) -> Iterator[Fault]:
    least, most = bounds
    if number is not None and not least <= number <= most:
        yield fault(place, f"ett tal från {least} till {most}", number)


def _too_deep(place: Place, found: object) -> Iterator[Fault]:
    name, deepest = DEPTHS.get(type(found), ("", 0))
    depth = len([part for part in place if part == name]) + (type(found) is Line)
    if name and depth == deepest + 1:
        yield fault(place, f"högst {deepest} nivåer", found)
