"""The goal map of a plan edited, with its history: what is added, moved, removed and put back."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from pydantic import TypeAdapter

from finsam.members.models import User
from goals import content, editing, reading
from goals.editing import Moved, Removed
from goals.ordering import find
from goals.returning import put_back
from plans.document.fileformat.canonical import plain
from plans.models import Change, Plan
from plans.writing.history import record

Stored = Mapping[str, Any]

TREES: Mapping[str, TypeAdapter[Any]] = {
    "perspective": TypeAdapter(content.Perspective),
    "goal": TypeAdapter(content.Goal),
    "activity": TypeAdapter(content.Activity),
    "indicator": TypeAdapter(content.Indicator),
    "intervention": TypeAdapter(content.Intervention),
}

NEW_PERSPECTIVE = "Nytt perspektiv"
NEW_GOAL = "Nytt mål"
"""A goal says something from the beginning: a plan with a goal of no words is no plan."""


class StillShown(Exception):
    """A perspective that sections show by itself; their headings."""

    def __init__(self, headings: list[str]) -> None:
        super().__init__(", ".join(headings))
        self.headings = headings


@transaction.atomic
def add_perspective(plan: Plan, *, by: User) -> Any:
    """A perspective after the others."""
    row = editing.add_perspective(plan.goal_map, name=NEW_PERSPECTIVE)
    return added(plan, "perspective", row, by)


@transaction.atomic
def add_goal(
    plan: Plan, *, by: User, perspective: UUID | None = None, parent: UUID | None = None
) -> Any:
    """A goal last in a perspective or below a goal. Raises Gone and TooDeep."""
    row = editing.add_goal(plan.goal_map, text=NEW_GOAL, perspective=perspective, parent=parent)
    return added(plan, "goal", row, by)


@transaction.atomic
def add_activity(plan: Plan, *, goal: UUID, by: User) -> Any:
    """An activity of a goal, yet to be written. Raises Gone."""
    return added(plan, "activity", editing.add_activity(plan.goal_map, goal=goal), by)


@transaction.atomic
def add_indicator(plan: Plan, *, goal: UUID, by: User) -> Any:
    """An indicator of a goal, yet to be written. Raises Gone."""
    return added(plan, "indicator", editing.add_indicator(plan.goal_map, goal=goal), by)


@transaction.atomic
def shift(plan: Plan, *, kind: str, key: UUID, steps: int, by: User) -> Moved:
    """Move a part up or down among those it stands with. Raises Gone."""
    return _moved(plan, kind, editing.shift(plan.goal_map, kind=kind, key=key, steps=steps), by)


@transaction.atomic
def move_goal(
    plan: Plan,
    *,
    key: UUID,
    by: User,
    perspective: UUID | None = None,
    parent: UUID | None = None,
) -> Moved:
    """Move a goal with its child goals into a perspective or below a goal. Raises Gone, TooDeep."""
    moved = editing.move_goal(plan.goal_map, key=key, perspective=perspective, parent=parent)
    return _moved(plan, "goal", moved, by)


@transaction.atomic
def put_in_place(plan: Plan, *, kind: str, key: UUID, place: Stored, by: User) -> None:
    """Move a part to a place of the history. Raises Gone where what it stood in is gone."""
    if kind == "goal":
        parent = place["parent"] and UUID(place["parent"])
        home = None if parent else UUID(place["perspective"])
        move_goal(plan, key=key, perspective=home, parent=parent or None, by=by)
    stands = editing.place_of(plan.goal_map, kind, find(plan.goal_map, kind, key))
    shift(plan, kind=kind, key=key, steps=place["position"] - int(str(stands["position"])), by=by)


@transaction.atomic
def remove(plan: Plan, *, kind: str, key: UUID, by: User) -> Change:
    """Remove a part with all that is in it. Raises Gone, and StillShown for a perspective."""
    if kind == "perspective":
        _refuse_if_shown(plan, key)
    return removed(plan, kind, editing.remove(plan.goal_map, kind=kind, key=key), by)


def added(plan: Plan, kind: str, row: Any, by: User) -> Any:
    """Record that a part was added. Returns its row."""
    place = editing.place_of(plan.goal_map, kind, row)
    after = {"place": place, "tree": plain(reading.part_of(kind, row))}
    record(
        plan,
        kind=kind,
        key=row.key,
        name=str(row),
        action=Change.Action.ADDED,
        by=by,
        after=after,
    )
    return row


def removed(plan: Plan, kind: str, gone: Removed, by: User, **more: Any) -> Change:
    """Record that a part was removed, with all that putting it back takes."""
    links = {str(goal): [str(key) for key in keys] for goal, keys in gone.links.items()}
    return record(
        plan,
        kind=kind,
        key=gone.key,
        name=gone.name,
        action=Change.Action.REMOVED,
        by=by,
        before={"place": gone.place, "tree": plain(gone.tree), "links": links, **more},
    )


def put_back_perspective(plan: Plan, stored: Stored) -> None:
    """Put a removed perspective back with its goals. Needs a transaction around it."""
    _put_back(plan, "perspective", stored)


def put_back_goal(plan: Plan, stored: Stored) -> None:
    """Put a removed goal back with all that was in it. Needs a transaction around it."""
    _put_back(plan, "goal", stored)


def put_back_activity(plan: Plan, stored: Stored) -> None:
    """Put a removed activity back. Needs a transaction around it. Raises Gone without its goal."""
    _put_back(plan, "activity", stored)


def put_back_indicator(plan: Plan, stored: Stored) -> None:
    """Put a removed indicator back. Needs a transaction around it. Raises Gone without its goal."""
    _put_back(plan, "indicator", stored)


def _put_back(plan: Plan, kind: str, stored: Stored) -> None:
    links = {UUID(goal): [*map(UUID, keys)] for goal, keys in stored.get("links", {}).items()}
    put_back(plan.goal_map, kind, tree_of(kind, stored), stored["place"], links)


def tree_of(kind: str, stored: Stored) -> Any:
    """The content of a removed part, as it is kept in the history."""
    return TREES[kind].validate_python(stored["tree"])


def _moved(plan: Plan, kind: str, moved: Moved, by: User) -> Moved:
    if moved.is_elsewhere:
        record(
            plan,
            kind=kind,
            key=moved.row.key,
            name=str(moved.row),
            action=Change.Action.MOVED,
            by=by,
            before=moved.before,
            after=moved.after,
        )
    return moved


def _refuse_if_shown(plan: Plan, key: UUID) -> None:
    showing = plan.sections.filter(kind="goals", options__perspective=str(key))
    headings = list(showing.values_list("heading", flat=True))
    if headings:
        raise StillShown(headings)
