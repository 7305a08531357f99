"""What must be called something: a page without a title and a heading without words help nobody."""

from collections.abc import Iterator

from budgets.sheet import Line
from finsam.federations.profile import FederationProfile
from finsam.members.profile import MemberProfile
from goals.content import Goal, Intervention
from plans.document.content import PlanContent, Section
from plans.document.fileformat.faults import Fault
from plans.document.fileformat.rules.places import Places, fault

NAMES: dict[type, dict[str, str]] = {
    FederationProfile: {"name": "förbundets namn", "short_name": "förbundets korta namn"},
    PlanContent: {"title": "planens titel"},
    MemberProfile: {"name": "medlemmens namn"},
    Section: {"heading": "avsnittets rubrik"},
    Intervention: {"name": "insatsens namn"},
    Line: {"label": "budgetradens namn"},
}
"""The fields that are one line with something in it (WCAG 2.4.2 and 2.4.6 for what is printed)."""


def name_faults(places: Places) -> Iterator[Fault]:
    """Names that are blank or break over lines, and goals that say nothing."""
    for place, found in places.objects:
        for field, called in NAMES.get(type(found), {}).items():
            text = getattr(found, field)
            if not text.strip():
                yield fault((*place, field), called, text)
            elif len(text.splitlines()) > 1:
                yield fault((*place, field), f"{called} på en rad", text)
    for place, goal in places.of(Goal):
        if not (goal.text.strip() or goal.heading.strip()):
            yield fault((*place, "text"), "målets text", goal.text)
