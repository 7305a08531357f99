"""The skeleton put together for one federation and year."""

from collections.abc import Sequence

from finsam.federations.profile import FederationProfile
from finsam.members.profile import MemberProfile
from goals.content import GoalLayout, GoalMap, Perspective
from plans.document.content import PlanContent
from plans.document.skeleton.keys import key
from plans.document.skeleton.money import sheet
from plans.document.skeleton.sections import sections

PERSPECTIVES = ("Individen", "Utveckling", "Arbetssätt", "Ekonomi")
"""The four that federations with a målkarta commonly use."""


def skeleton(
    federation: FederationProfile, members: Sequence[MemberProfile], year: int
) -> PlanContent:
    """A draft with headings, questions and an empty budget, in the federation's own manner."""
    defaults = federation.defaults
    return PlanContent(
        federation=federation,
        members=tuple(members),
        year=year,
        title=f"Verksamhetsplan {year}",
        numbering_depth=defaults.numbering_depth,
        sections=sections(GoalLayout(defaults.goal_layout)),
        goal_map=GoalMap(
            perspectives=tuple(
                Perspective(key=key("perspective", name), name=name) for name in PERSPECTIVES
            )
        ),
        budget=sheet(defaults, members, year),
    )
