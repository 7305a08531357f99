"""The budget as a whole: begun, shown in the plan, and how it is shown, with its history."""

from typing import Any

from django.db import transaction

from budgets.editing.presentation import set_presentation as present
from budgets.models import Budget
from budgets.refusals import Exists
from budgets.writing import write_sheet
from finsam.members.models import User
from plans.document.content import BudgetBlock
from plans.document.loading import load_content
from plans.document.skeleton.money import sheet
from plans.models import Change, Plan
from plans.writing.blocks import add_block_section
from plans.writing.budget_lines import budget_of
from plans.writing.history import record
from plans.writing.units import WHOLE

BUDGET = "budget"
NAME = "budgeten"


@transaction.atomic
def begin_budget(plan: Plan, *, by: User) -> Budget:
    """A budget for a plan that has none: a line for each member, the groups that are advised.

    Raises Exists where somebody has begun one already.
    """
    locked = Plan.objects.select_for_update().get(pk=plan.pk)
    if locked.budget_id is not None:
        raise Exists
    content = load_content(plan)
    begun = sheet(content.federation.defaults, content.members, plan.year)
    plan.budget = Budget.objects.create()
    members = {member.key: member for member in plan.federation.members.all()}
    write_sheet(begun, plan.budget, members, {})
    plan.save(update_fields=["budget"])
    _record(plan, Change.Action.ADDED, by, after={})
    return plan.budget


@transaction.atomic
def add_budget_section(plan: Plan, *, by: User) -> None:
    """A section that shows the budget, last in the plan."""
    add_block_section(plan, heading="Budget", block=BudgetBlock(), by=by)


@transaction.atomic
def set_presentation(plan: Plan, *, by: User, **values: Any) -> Change | None:
    """Say how the budget is shown: the names of `budgets.editing.presentation`. Raises Gone.

    None where nothing is another.
    """
    shown = present(budget_of(plan), **values)
    if not shown.after:
        return None
    return _record(plan, Change.Action.EDITED, by, before=shown.before, after=shown.after)


def _record(plan: Plan, action: Change.Action, by: User, **values: Any) -> Change:
    return record(plan, kind=BUDGET, key=WHOLE, name=NAME, action=action, by=by, **values)
