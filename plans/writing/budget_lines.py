"""The budget's lines added, moved, removed and tied to what they pay, with their history."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from pydantic import TypeAdapter

from budgets.editing import lines as editing
from budgets.editing.lines import MovedLine, RemovedLine
from budgets.linking import tie_line as tie
from budgets.models import Budget, BudgetLine
from budgets.returning import put_back_line as put_back
from budgets.sheet import Side
from finsam.editions import Gone
from finsam.members.models import User
from plans.document.content import BudgetBlock
from plans.models import Change, Plan, Section
from plans.writing import interventions, outlining
from plans.writing.blocks import add_block_section
from plans.writing.budget_shown import refuse_if_cited, refuse_if_shown_alone
from plans.writing.history import record

LINE = "line"
REMOVED = TypeAdapter(RemovedLine)

Stored = Mapping[str, Any]


def budget_of(plan: Plan) -> Budget:
    """The plan's budget. Raises Gone where it has none."""
    if plan.budget is None:
        raise Gone
    return plan.budget


@transaction.atomic
def add_line(
    plan: Plan,
    *,
    label: str,
    by: User,
    side: Side | None = None,
    parent: UUID | None = None,
    after: UUID | None = None,
) -> BudgetLine:
    """A line last on a side, last below a line, or right after one.

    Raises Gone, HasAmounts and TooDeep (`budgets.refusals`).
    """
    row = editing.add_line(budget_of(plan), label=label, side=side, parent=parent, after=after)
    return _added(plan, row, by)


@transaction.atomic
def add_group(plan: Plan, *, label: str, line_label: str, side: Side, by: User) -> BudgetLine:
    """A line with one line below it, last on a side. Returns the upper one."""
    row = editing.add_group(budget_of(plan), label=label, line_label=line_label, side=side)
    return _added(plan, row, by)


@transaction.atomic
def shift_line(plan: Plan, *, key: UUID, steps: int, by: User) -> MovedLine:
    """Move a line up or down among those it stands with. Raises Gone."""
    return _moved(plan, editing.shift_line(budget_of(plan), key=key, steps=steps), by)


@transaction.atomic
def indent_line(plan: Plan, *, key: UUID, by: User) -> MovedLine:
    """Move a line below the one before it. Raises Gone, HasAmounts and TooDeep."""
    return _moved(plan, editing.indent_line(budget_of(plan), key=key), by)


@transaction.atomic
def outdent_line(plan: Plan, *, key: UUID, by: User) -> MovedLine:
    """Move a line right after the one that it stands below. Raises Gone and ShownAlone."""
    return _moved(plan, editing.outdent_line(budget_of(plan), key=key), by)


@transaction.atomic
def move_line(
    plan: Plan,
    *,
    key: UUID,
    by: User,
    side: Side | None = None,
    parent: UUID | None = None,
    position: int | None = None,
) -> MovedLine:
    """Move a line to a side or below another line, last or before the `position`-th there.

    Raises Gone, HasAmounts, IntoItself and TooDeep, and ShownAlone where a section shows the group
    that it would leave empty.
    """
    budget = budget_of(plan)
    moved = editing.move_line(budget, key=key, side=side, parent=parent, position=position)
    return _moved(plan, moved, by)


@transaction.atomic
def put_line_in_place(plan: Plan, *, key: UUID, place: Stored, by: User) -> None:
    """Move a line to a place of the history. Raises as `move_line`."""
    parent = place["parent"] and UUID(place["parent"])
    side = None if parent else Side(place["side"])
    move_line(plan, key=key, side=side, parent=parent, position=place["position"], by=by)


@transaction.atomic
def remove_line(plan: Plan, *, key: UUID, by: User) -> Change:
    """Remove a line with all below it.

    Raises Gone, ShownAlone where a section shows it, one below it, or the group that it would
    leave empty, and Cited where a text shows a figure of it (`budget_shown`).
    """
    removed = editing.remove_line(budget_of(plan), key=key)
    keys = [line.key for line in removed.tree.walk()]
    # What is removed comes back with the transaction, where something shows it.
    refuse_if_shown_alone(plan, [*keys, removed.place["parent"]])
    refuse_if_cited(plan, rows=keys)
    return record(
        plan,
        kind=LINE,
        key=key,
        name=removed.tree.label,
        action=Change.Action.REMOVED,
        by=by,
        before=REMOVED.dump_python(removed, mode="json"),
    )


@transaction.atomic
def put_back_line(plan: Plan, stored: Stored, *, by: User) -> BudgetLine:
    """Put a removed line back with all that was below it. Raises Exists where it is there."""
    members = {member.key: member for member in plan.federation.members.all()}
    insatser = {row.key: row for row in plan.goal_map.interventions.all()}
    removed = REMOVED.validate_python(stored)
    return _added(plan, put_back(budget_of(plan), removed, members, insatser), by)


@transaction.atomic
def put_in_line(plan: Plan, added: RemovedLine, *, by: User) -> BudgetLine:
    """Put a new line in, with its amounts and all below it. Raises Exists where it is there."""
    return _added(plan, put_back(budget_of(plan), added, {}, {}), by)


@transaction.atomic
def tie_line(plan: Plan, *, key: UUID, by: User, **ties: UUID | None) -> None:
    """Say whose contribution a line is (`member`) or what it pays for (`intervention`), by key.

    Only what is named is changed; None is nobody's and nothing. Raises Gone.
    """
    if "member" in ties:
        _tie_member(plan, key, ties["member"], by)
    if "intervention" in ties:
        _tie_intervention(plan, key, ties["intervention"], by)


@transaction.atomic
def add_appendix(plan: Plan, *, key: UUID, by: User) -> Section:
    """An appendix that shows one group of the budget in full. Raises Gone."""
    row = budget_of(plan).lines.filter(key=key).exclude(lines=None).first()
    if row is None:
        raise Gone
    block = BudgetBlock(branch=key)
    section = add_block_section(plan, heading=row.label or "Bilaga", block=block, by=by)
    outlining.set_appendix(plan, section.key, True, by=by)
    return section


def _tie_member(plan: Plan, key: UUID, member: UUID | None, by: User) -> None:
    chosen = plan.federation.members.get(key=member) if member else None
    tied = tie(budget_of(plan), line=key, member=chosen)
    if tied.before == tied.after:
        return
    record(
        plan,
        kind=LINE,
        key=key,
        name=tied.row.label,
        action=Change.Action.EDITED,
        by=by,
        before={"member": tied.before and str(tied.before.key)},
        after={"member": tied.after and str(tied.after.key)},
    )


def _tie_intervention(plan: Plan, key: UUID, intervention: UUID | None, by: User) -> None:
    lines = budget_of(plan).lines.select_related("intervention")
    row = lines.filter(key=key).first()
    if row is None:
        raise Gone
    if intervention is not None:
        interventions.pay(plan, intervention=intervention, line=key, pays=True, by=by)
    elif row.intervention is not None:
        interventions.pay(plan, intervention=row.intervention.key, line=key, pays=False, by=by)


def _added(plan: Plan, row: BudgetLine, by: User) -> BudgetLine:
    record(
        plan, kind=LINE, key=row.key, name=row.label, action=Change.Action.ADDED, by=by, after={}
    )
    return row


def _moved(plan: Plan, moved: MovedLine, by: User) -> MovedLine:
    if moved.is_elsewhere:
        refuse_if_shown_alone(plan, [moved.before["parent"]])
        record(
            plan,
            kind=LINE,
            key=moved.row.key,
            name=moved.row.label,
            action=Change.Action.MOVED,
            by=by,
            before=moved.before,
            after=moved.after,
        )
    return moved
