"""Where a plan's sections and texts show a part of its budget, which then is not removed."""

import re
from collections.abc import Collection, Iterable, Iterator
from uuid import UUID

from budgets.models import BudgetLine
from plans.models import Plan, Section

FIGURE = re.compile(r'data-figure="([^"/]*)/([^"]*)"')
"""A figure of the plan in a stored text: its row and its column."""


class ShownAlone(Exception):
    """A group that sections show by itself; their headings."""

    def __init__(self, headings: list[str]) -> None:
        super().__init__(", ".join(headings))
        self.headings = headings


class Cited(Exception):
    """What texts show figures of: the headings of the sections, the names of the insatser."""

    def __init__(self, names: list[str]) -> None:
        super().__init__(", ".join(names))
        self.names = names


def refuse_if_cited(
    plan: Plan, *, rows: Iterable[UUID] = (), columns: Collection[str] = ()
) -> None:
    """Raise Cited where a text shows a figure of these rows or columns. Two queries.

    The texts are held, so that no such figure comes into one meanwhile.
    """
    names = {str(key) for key in rows}
    cited = [
        name
        for name, html in _texts(plan)
        if any(row in names or column in columns for row, column in FIGURE.findall(html))
    ]
    if cited:
        raise Cited(cited)


def refuse_if_shown_alone(plan: Plan, keys: Iterable[UUID | str | None]) -> None:
    """Raise ShownAlone where a section shows one of these lines alone that has none below it now.

    At most two queries.
    """
    wanted = [str(key) for key in keys if key]
    showing = plan.sections.filter(kind=Section.Kind.BUDGET, options__branch__in=wanted)
    found = list(showing.values_list("heading", "options__branch"))
    if not found:
        return
    groups = BudgetLine.objects.filter(budget=plan.budget_id, parent__key__in=wanted)
    there = {str(key) for key in groups.values_list("parent__key", flat=True)}
    headings = [heading for heading, branch in found if branch not in there]
    if headings:
        raise ShownAlone(headings)


def _texts(plan: Plan) -> Iterator[tuple[str, str]]:
    """The texts that show figures, each with the name of what it stands in."""
    for rows, name in ((plan.sections, "heading"), (plan.goal_map.interventions, "name")):
        showing = rows.select_for_update().filter(html__contains="data-figure")
        yield from showing.values_list(name, "html")
