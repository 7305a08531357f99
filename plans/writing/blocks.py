"""The sections that show goals and interventions: how they show them, and one where none does."""

from typing import Any
from uuid import UUID

from django.db import transaction

from finsam.editions import Gone
from finsam.members.models import User
from goals.content import GoalLayout
from plans.document.content import Block, GoalsBlock
from plans.document.content import Section as Content
from plans.document.fileformat.canonical import plain
from plans.models import Change, Plan, Section
from plans.writing.history import record


@transaction.atomic
def set_layout(plan: Plan, *, section: UUID, layout: GoalLayout, by: User) -> None:
    """Show the goals of a section in a layout. Raises Gone."""
    rows = plan.sections.select_for_update().filter(key=section, kind=Section.Kind.GOALS)
    row = rows.first()
    if row is None:
        raise Gone
    before = row.options.get("layout", GoalLayout.TABLE)
    if before == layout:
        return
    rows.update(options=row.options | {"layout": str(layout)})
    record(
        plan,
        kind="section",
        key=section,
        name=row.heading,
        action=Change.Action.EDITED,
        by=by,
        before={"layout": str(before)},
        after={"layout": str(layout)},
    )


@transaction.atomic
def add_block_section(plan: Plan, *, heading: str, block: Block, by: User) -> Section:
    """A section last in the plan, that shows the block."""
    options: dict[str, Any] = plain(block)
    last = plan.sections.last()
    row = Section.objects.create(
        plan=plan,
        heading=heading,
        kind=options.pop("kind"),
        options=options,
        position=0 if last is None else last.position + 1,
    )
    place = {"parent": None, "position": plan.sections.filter(parent=None).count() - 1}
    tree = plain(Content(key=row.key, heading=heading, block=block))
    record(
        plan,
        kind="section",
        key=row.key,
        name=heading,
        action=Change.Action.ADDED,
        by=by,
        after={"place": place, "tree": tree},
    )
    return row


def goals_block(plan: Plan) -> GoalsBlock:
    """How the federation shows its goals when nobody has said otherwise."""
    return GoalsBlock(layout=GoalLayout(plan.federation.default_goal_layout))
