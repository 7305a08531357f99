"""Taking back: any change of the history, whatever was done and to what.

What is taken back is a change itself, and can be taken back.
"""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from finsam.editions import Gone
from finsam.members.models import User
from goals.content import GoalLayout
from goals.editing import TooDeep
from goals.ordering import find
from plans.document.loading import BLOCK
from plans.models import Change, Plan
from plans.writing import blocks, goals, interventions, outlining
from plans.writing.budget_undoing import BUDGET_KINDS, CannotUndo, undo_in_budget
from plans.writing.history import is_written
from plans.writing.ordering import CannotMove
from plans.writing.saving import restore_values
from plans.writing.units import UNITS, Unit

Action = Change.Action
Values = Mapping[str, Any]


class CannotRestore(Exception):
    """Why a change cannot be taken back, in Swedish."""


PUT_BACK: Mapping[str, Callable[[Plan, Values], None]] = {
    "perspective": goals.put_back_perspective,
    "goal": goals.put_back_goal,
    "activity": goals.put_back_activity,
    "indicator": goals.put_back_indicator,
    "intervention": interventions.put_back_intervention,
}
"""How what was removed from a goal map is put back."""


@transaction.atomic
def undo(plan: Plan, change: Change, *, by: User) -> None:
    """Make it as it was before a change. Raises CannotRestore, and then nothing is changed."""
    try:
        if change.kind in BUDGET_KINDS and unit_of(change) is None:
            undo_in_budget(plan, change, by)
        else:
            UNDO[change.action](plan, change, by)
    except CannotUndo as error:
        raise CannotRestore(str(error)) from None
    except Gone:
        raise CannotRestore(_gone(change)) from None
    except (CannotMove, TooDeep) as error:
        raise CannotRestore(str(error) or _gone(change)) from None
    except goals.StillShown as shown:
        raise CannotRestore(f"Perspektivet visas för sig i {shown}.") from None


@transaction.atomic
def restore(plan: Plan, change: Change, *, by: User) -> None:
    """Make a unit what it was after a change. Raises CannotRestore."""
    unit = unit_of(change)
    if unit is None:
        raise CannotRestore("Den här ändringen har ingen text att återställa.")
    try:
        restore_values(plan, unit, change.key, change.after or {}, by=by)
    except Gone:
        raise CannotRestore(_gone(change)) from None


def unit_of(change: Change) -> Unit | None:
    """The unit that was written in, if the change is of one."""
    return UNITS[change.kind] if is_written(change.kind, change.after) else None


def _gone(change: Change) -> str:
    return (
        f"{change.name or 'Det'} eller det som det stod i finns inte längre. "
        "Hämta tillbaka det ur papperskorgen först."
    )


def _undo_edit(plan: Plan, change: Change, by: User) -> None:
    unit, before = unit_of(change), change.before or {}
    if unit is not None:
        restore_values(plan, unit, change.key, before, by=by)
    elif change.kind == outlining.NUMBERING:
        outlining.set_numbering(plan, before["numbering_depth"], by=by)
    elif change.kind == "section":
        _set_section(plan, change.key, before, by)
    else:
        _set_links(plan, change, by)


def _set_section(plan: Plan, key: UUID, before: Values, by: User) -> None:
    if "is_done" in before:
        outlining.set_done(plan, key, before["is_done"], by=by)
    elif "layout" in before:
        blocks.set_layout(plan, section=key, layout=GoalLayout(before["layout"]), by=by)
    else:
        block = BLOCK.validate_python({"kind": before["kind"], **before["options"]})
        outlining.set_options(plan, key, block, by=by)


def _set_links(plan: Plan, change: Change, by: User) -> None:
    """What an insats serves, and what pays for it, as it was."""
    before, after = change.before or {}, change.after or {}
    for name, keys in before.items():
        others = set(keys) ^ set(after.get(name, ()))
        for key in map(UUID, others):
            is_linked = str(key) in keys
            if name == "goals":
                interventions.serve(
                    plan, intervention=change.key, goal=key, serves=is_linked, by=by
                )
            else:
                interventions.pay(plan, intervention=change.key, line=key, pays=is_linked, by=by)


def _use_aside(plan: Plan, change: Change, by: User) -> None:
    unit = unit_of(change)
    if unit is None:
        raise Gone
    restore_values(plan, unit, change.key, change.after or {}, by=by)


def _put_back(plan: Plan, change: Change, by: User) -> None:
    stored = change.before or {}
    if change.kind == "section":
        outlining.put_back_section(plan, change.key, stored, by=by)
        return
    PUT_BACK[change.kind](plan, stored)
    goals.added(plan, change.kind, find(plan.goal_map, change.kind, change.key), by)


def _remove(plan: Plan, change: Change, by: User) -> None:
    if change.kind == "section":
        outlining.remove_section(plan, change.key, by=by)
    elif change.kind == "intervention":
        interventions.remove_intervention(plan, key=change.key, by=by)
    else:
        goals.remove(plan, kind=change.kind, key=change.key, by=by)


def _move_back(plan: Plan, change: Change, by: User) -> None:
    place = change.before or {}
    if change.kind == "section":
        outlining.put_in_place(plan, change.key, place, by=by)
    else:
        goals.put_in_place(plan, kind=change.kind, key=change.key, place=place, by=by)


UNDO: Mapping[str, Callable[[Plan, Change, User], None]] = {
    Action.EDITED: _undo_edit,
    Action.RESTORED: _undo_edit,
    Action.SET_ASIDE: _use_aside,
    Action.REMOVED: _put_back,
    Action.ADDED: _remove,
    Action.MOVED: _move_back,
}
