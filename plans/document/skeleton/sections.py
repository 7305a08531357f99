"""The skeleton's sections: the headings that the plans of many federations have in common."""

from goals.content import GoalLayout
from plans.document.content import (
    Block,
    BudgetBlock,
    ContributionsBlock,
    GoalsBlock,
    InterventionsBlock,
    OrganisationBlock,
    Section,
    TextBlock,
)
from plans.document.skeleton import questions
from plans.document.skeleton.keys import key


def sections(goal_layout: GoalLayout) -> tuple[Section, ...]:
    """The sections in order, the appendix last."""
    return (
        _section("Inledning", questions.INTRODUCTION),
        _section(
            "Uppdrag och organisation",
            questions.TASK,
            sections=(_section("Organisation", questions.ORGANISATION, OrganisationBlock()),),
        ),
        _section("Målgrupper", questions.TARGETS),
        _section("Vision", questions.VISION),
        _section("Mål och målkarta", questions.GOALS, GoalsBlock(layout=goal_layout)),
        _section("Verksamhetens inriktning", questions.DIRECTION),
        _section("Insatser", questions.INTERVENTIONS, InterventionsBlock()),
        _section("Uppföljning", questions.FOLLOW_UP),
        _section("Budget", questions.BUDGET, BudgetBlock()),
        _section(
            "Medlemmarnas bidrag", questions.CONTRIBUTIONS, ContributionsBlock(), is_appendix=True
        ),
    )


def _section(
    heading: str,
    asked: tuple[str, ...],
    block: Block | None = None,
    *,
    is_appendix: bool = False,
    sections: tuple[Section, ...] = (),
) -> Section:
    return Section(
        key=key("section", heading),
        heading=heading,
        html=questions.asked(asked),
        block=block or TextBlock(),
        is_appendix=is_appendix,
        sections=sections,
    )
