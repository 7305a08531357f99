"""The interventions of a plan edited, with their history, their goals and their budget lines."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import transaction

from budgets.linking import lines_of, link_line, relink_lines
from finsam.editions import Gone
from finsam.members.models import User
from goals import editing
from goals.content import Level
from goals.models import Intervention
from goals.ordering import find
from goals.returning import put_back
from plans.models import Change, Plan
from plans.writing.goals import Stored, added, removed, tree_of
from plans.writing.history import record

NEW_INTERVENTION = "Ny insats"


@transaction.atomic
def add_intervention(plan: Plan, *, level: Level, by: User) -> Any:
    """An intervention after the others."""
    row = editing.add_intervention(plan.goal_map, name=NEW_INTERVENTION, level=level)
    return added(plan, "intervention", row, by)


@transaction.atomic
def remove_intervention(plan: Plan, *, key: UUID, by: User) -> Change:
    """Remove an intervention; what paid for it pays for none. Raises Gone."""
    row = find(plan.goal_map, "intervention", key)
    lines = () if plan.budget is None else lines_of(plan.budget, row)
    gone = editing.remove(plan.goal_map, kind="intervention", key=key)
    return removed(plan, "intervention", gone, by, budget_lines=_texts(lines))


@transaction.atomic
def serve(plan: Plan, *, intervention: UUID, goal: UUID, serves: bool, by: User) -> None:
    """Say that an intervention serves a goal, or that it does not. Raises Gone."""
    linked = editing.link(plan.goal_map, intervention=intervention, goal=goal, serves=serves)
    _edited(plan, linked.intervention, "goals", linked.before, linked.after, by)


@transaction.atomic
def pay(plan: Plan, *, intervention: UUID, line: UUID, pays: bool, by: User) -> None:
    """Say that a budget line pays for an intervention, or that it does not. Raises Gone."""
    row = find(plan.goal_map, "intervention", intervention)
    if plan.budget is None:
        raise Gone
    paid = link_line(plan.budget, line=line, intervention=row, pays=pays)
    _edited(plan, row, "budget_lines", paid.before, paid.after, by)
    if paid.another is not None:
        left = lines_of(plan.budget, paid.another)
        _edited(plan, paid.another, "budget_lines", (*left, line), left, by)


def put_back_intervention(plan: Plan, stored: Stored) -> None:
    """Put a removed intervention back with its goals and its budget lines.

    A line that pays for another by now goes on with that. Needs a transaction around it.
    """
    tree = tree_of("intervention", stored)
    put_back(plan.goal_map, "intervention", tree, stored["place"])
    if plan.budget is not None:
        row = find(plan.goal_map, "intervention", tree.key)
        relink_lines(plan.budget, row, tuple(map(UUID, stored.get("budget_lines", ()))))


def _edited(
    plan: Plan,
    row: Intervention,
    what: str,
    before: Iterable[UUID],
    after: Iterable[UUID],
    by: User,
) -> None:
    """Record what an intervention serves or is paid by, where that changed."""
    values = _texts(before), _texts(after)
    if values[0] == values[1]:
        return
    record(
        plan,
        kind="intervention",
        key=row.key,
        name=row.name,
        action=Change.Action.EDITED,
        by=by,
        before={what: values[0]},
        after={what: values[1]},
    )


def _texts(keys: Iterable[UUID]) -> list[str]:
    return [str(key) for key in keys]
