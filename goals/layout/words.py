"""What the parts of a goal map are called: the federation's words, or the house's."""

from goals.content import GoalLabels, GoalLayout

_CHILD_GOALS = {GoalLayout.LIST: "Förväntade resultat"}
_INDICATORS = {GoalLayout.TABLE: "Mätbart", GoalLayout.SCORECARD: "Mått"}


def words(labels: GoalLabels, layout: GoalLayout) -> GoalLabels:
    """The labels with the house's word for each that is empty."""
    return GoalLabels(
        goal=labels.goal or "Mål",
        child_goals=labels.child_goals or _CHILD_GOALS.get(layout, "Resultatmål"),
        activities=labels.activities or "Aktiviteter",
        indicators=labels.indicators or _INDICATORS.get(layout, "Uppföljning"),
        responsible=labels.responsible or "Ansvarig",
    )
