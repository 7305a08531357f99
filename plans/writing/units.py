"""The units of a plan: what is saved by itself, so that people in different ones never meet."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from budgets.models import Budget, BudgetLine
from plans.models import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A kind of thing that is saved by itself.

    `rows` finds the one of a plan by its key, `names` are its columns, `counted_in` the column of
    its edition and `called` the one that names it in the history. `word` is what it is in Swedish.
    """

    kind: str
    word: str
    names: tuple[str, ...]
    rows: Callable[[Plan, UUID], "QuerySet[Any]"]
    called: str
    counted_in: str = "edition"


def _sections(plan: Plan, key: UUID) -> "QuerySet[Any]":
    return plan.sections.filter(key=key)


def _part(related: str) -> Callable[[Plan, UUID], "QuerySet[Any]"]:
    """Finds a part of the plan's goal map by its key."""

    def rows(plan: Plan, key: UUID) -> "QuerySet[Any]":
        parts: QuerySet[Any] = getattr(plan.goal_map, related).filter(key=key)
        return parts

    return rows


def _plan(plan: Plan, key: UUID) -> "QuerySet[Any]":
    return Plan.objects.filter(pk=plan.pk)


def _goal_map(plan: Plan, key: UUID) -> "QuerySet[Any]":
    return type(plan.goal_map).objects.filter(pk=plan.goal_map_id)


def _lines(plan: Plan, key: UUID) -> "QuerySet[Any]":
    return BudgetLine.objects.filter(budget=plan.budget_id, key=key)


def _budget(plan: Plan, key: UUID) -> "QuerySet[Any]":
    return Budget.objects.filter(plan=plan)


WHOLE = UUID(int=0)
"""The key of what a plan has one of: its cover, its goal map, its budget."""

TEXT = Unit(kind="text", word="texten", names=("html",), rows=_sections, called="heading")
HEADING = Unit(
    kind="heading",
    word="rubriken",
    names=("heading",),
    rows=_sections,
    called="heading",
    counted_in="heading_edition",
)
COVER = Unit(kind="cover", word="titeln", names=("title", "subtitle"), rows=_plan, called="title")
GOAL_MAP = Unit(
    kind="goal_map",
    word="vision och strategi",
    names=("vision", "strategy", "numbering"),
    rows=_goal_map,
    called="vision",
)
PERSPECTIVE = Unit(
    kind="perspective",
    word="perspektivet",
    names=("name",),
    rows=_part("perspectives"),
    called="name",
)
GOAL = Unit(
    kind="goal",
    word="målet",
    names=("heading", "text", "responsible"),
    rows=_part("goals"),
    called="text",
)
ACTIVITY = Unit(
    kind="activity",
    word="aktiviteten",
    names=("text",),
    rows=_part("activities"),
    called="text",
)
INDICATOR = Unit(
    kind="indicator",
    word="måttet",
    names=(
        "sentence",
        "is_qualitative",
        "comparator",
        "target",
        "unit",
        "method",
        "frequency",
        "volumes_of",
    ),
    rows=_part("indicators"),
    called="sentence",
)
INTERVENTION = Unit(
    kind="intervention",
    word="insatsen",
    names=(
        "name",
        "level",
        "owner",
        "html",
        "starts_on",
        "ends_on",
        "volume",
        "volume_unit",
        "is_esf",
        "is_decided",
    ),
    rows=_part("interventions"),
    called="name",
)

LINE_NAME = Unit(
    kind="line_name",
    word="radens namn",
    names=("label",),
    rows=_lines,
    called="label",
    counted_in="label_edition",
)
LINE = Unit(
    kind="line",
    word="raden",
    names=("activity_code", "total_label", "comment"),
    rows=_lines,
    called="label",
)
BUDGET = Unit(
    kind="budget", word="budgetens rubrik", names=("title",), rows=_budget, called="title"
)

UNITS = {
    unit.kind: unit
    for unit in (
        TEXT, HEADING, COVER, GOAL_MAP, PERSPECTIVE, GOAL, ACTIVITY, INDICATOR, INTERVENTION,
        LINE_NAME, LINE, BUDGET,
    )
}  # fmt: skip
