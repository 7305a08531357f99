"""Where a plan's sections and texts show parts of its budget: what is not removed, what follows."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
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


def showing_column(plan: Plan, name: str) -> dict[str, list[str]]:
    """The columns that sections show, by the sections' keys, where this one is among them."""
    return {key: names for key, names in showing_columns(plan).items() if name in names}


def showing_columns(plan: Plan) -> dict[str, list[str]]:
    """The columns that sections show, by the sections' keys, where they do not show all."""
    rows = plan.sections.filter(kind=Section.Kind.BUDGET).values_list("key", "options")
    return {str(key): options["columns"] for key, options in rows if options.get("columns")}


def show_columns(plan: Plan, columns: Mapping[str, list[str]]) -> None:
    """Let sections show these columns, all of them where there is none."""
    for row in plan.sections.filter(key__in=columns, kind=Section.Kind.BUDGET):
        row.options = row.options | {"columns": columns[str(row.key)]}
        row.save(update_fields=["options"])


def show_again(plan: Plan, names: Collection[str], shown: Mapping[str, list[str]]) -> None:
    """Let sections show columns again that have come back, where nobody has chosen since."""
    rows = plan.sections.filter(key__in=shown, kind=Section.Kind.BUDGET)
    now = {str(key): options.get("columns") for key, options in rows.values_list("key", "options")}
    left = {key: [one for one in shown[key] if one not in names] for key in now}
    show_columns(plan, {key: shown[key] for key in now if now[key] == left[key]})


def _texts(plan: Plan) -> Iterator[tuple[str, str]]:
    """The texts that show figures, each with the name of what it stands in."""
    for rows, name in ((plan.sections, "heading"), (plan.goal_map.interventions, "name")):
        showing = rows.select_for_update().filter(html__contains="data-figure")
        yield from showing.values_list(name, "html")
