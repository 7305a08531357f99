"""The budget as a whole: begun, shown in the plan, and how it is shown, with its history."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from pydantic import TypeAdapter

from budgets.editing.presentation import set_presentation as present
from budgets.models import Budget, BudgetColumn
from budgets.ordering import column_name, lock
from budgets.reading import sheet_of
from budgets.refusals import Exists
from budgets.sheet import TOTAL, Sheet
from budgets.writing import count_from, highest_edition, known, write_sheet
from finsam.editions import Gone
from finsam.members.models import User
from plans.document.content import BudgetBlock
from plans.document.loading import load_content
from plans.document.skeleton.money import sheet
from plans.models import Change, Plan
from plans.writing.blocks import add_block_section
from plans.writing.budget_lines import budget_of
from plans.writing.budget_shown import (
    refuse_if_cited,
    refuse_if_shown_alone,
    show_again,
    show_columns,
    showing_columns,
)
from plans.writing.history import record
from plans.writing.units import WHOLE

BUDGET = "budget"
NAME = "budgeten"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptBudget:
    """A removed budget, with its columns' numbers, the highest edition of anything in it, and the
    columns that sections showed by the sections' keys.
    """

    sheet: Sheet
    columns: Mapping[str, int]
    edition: int
    sections: Mapping[str, list[str]]


KEPT = TypeAdapter(KeptBudget)


@transaction.atomic
def begin_budget(plan: Plan, *, by: User, begun: Sheet | None = None) -> Budget:
    """A budget for a plan that has none: `begun`, or a line for each member and the usual groups.

    Raises Exists where somebody has begun one already.
    """
    if _held(plan).budget_id is not None:
        raise Exists
    if begun is None:
        content = load_content(plan)
        begun = sheet(content.federation.defaults, content.members, plan.year)
    plan.budget = Budget.objects.create()
    members = {member.key: member for member in plan.federation.members.all()}
    write_sheet(begun, plan.budget, members, {})
    plan.save(update_fields=["budget"])
    _record(plan, Change.Action.ADDED, by, after={})
    return plan.budget


@transaction.atomic
def remove_budget(plan: Plan, *, by: User) -> Change:
    """Remove the whole budget; the history keeps it.

    Raises Gone, and ShownAlone and Cited where a section shows a group of it or a text a figure.
    """
    budget = _held(plan).budget
    if budget is None:
        raise Gone
    lock(budget)
    # What is being written in it comes first, so that it is in what is kept of it.
    list(budget.lines.select_for_update().values_list("pk"))
    kept = _kept(plan, budget)
    lines, columns = [line.key for _, line in kept.sheet.walk()], [*kept.columns, TOTAL]
    refuse_if_cited(plan, rows=lines, columns=columns)
    show_columns(plan, {key: [] for key in kept.sections})
    Plan.objects.filter(pk=plan.pk).update(budget=None)
    budget.delete()
    refuse_if_shown_alone(plan, lines)
    plan.budget = None
    before = KEPT.dump_python(kept, mode="json")
    return _record(plan, Change.Action.REMOVED, by, before=before)


@transaction.atomic
def put_back_budget(plan: Plan, stored: Mapping[str, Any], *, by: User) -> Budget:
    """Put a removed budget back, as the history has it. Raises Exists where the plan has one.

    Members and interventions that are gone are left out.
    """
    if _held(plan).budget_id is not None:
        raise Exists
    kept, budget = KEPT.validate_python(stored), Budget.objects.create()
    # Under their old numbers, by which the history knows the columns.
    BudgetColumn.objects.bulk_create(
        BudgetColumn(pk=kept.columns[one.name], budget=budget, year=one.year, kind=one.kind)
        for one in kept.sheet.columns
    )
    members = {member.key: member for member in plan.federation.members.all()}
    insatser = {row.key: row for row in plan.goal_map.interventions.all()}
    write_sheet(known(kept.sheet, members, insatser), budget, members, insatser)
    count_from(budget, kept.edition + 1)
    plan.budget = budget
    plan.save(update_fields=["budget"])
    show_again(plan, kept.columns, kept.sections)
    _record(plan, Change.Action.ADDED, by, after={})
    return budget


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


def _held(plan: Plan) -> Plan:
    """The plan's row as it stands, held until the transaction ends."""
    return Plan.objects.select_for_update(of=("self",)).get(pk=plan.pk)


def _kept(plan: Plan, budget: Budget) -> KeptBudget:
    return KeptBudget(
        sheet=sheet_of(budget),
        columns={column_name(row): row.pk for row in budget.columns.all()},
        edition=highest_edition(budget),
        sections=showing_columns(plan),
    )


def _record(plan: Plan, action: Change.Action, by: User, **values: Any) -> Change:
    return record(plan, kind=BUDGET, key=WHOLE, name=NAME, action=action, by=by, **values)
