"""What a section points at in its plan: only what is there."""

from dataclasses import replace
from uuid import UUID

from budgets.models import BudgetColumn, BudgetLine
from plans.document.content import Block, BudgetBlock, GoalsBlock
from plans.models import Plan


def living_block(block: Block, plan: Plan) -> Block:
    """A block without what the plan no longer has: it shows the whole instead."""
    match block:
        case GoalsBlock(perspective=UUID() as key):
            if not plan.goal_map.perspectives.filter(key=key).exists():
                return replace(block, perspective=None)
        case BudgetBlock():
            return _living_budget(block, plan)
    return block


def _living_budget(block: BudgetBlock, plan: Plan) -> BudgetBlock:
    known = _columns(plan) if block.columns else set()
    columns = tuple(name for name in block.columns if name in known)
    branch = block.branch if block.branch and _is_group(plan, block.branch) else None
    return replace(block, columns=columns, branch=branch)


def _columns(plan: Plan) -> set[str]:
    found = BudgetColumn.objects.filter(budget=plan.budget_id)
    return {f"{kind}-{year}" for kind, year in found.values_list("kind", "year")}


def _is_group(plan: Plan, key: UUID) -> bool:
    return BudgetLine.objects.filter(budget=plan.budget_id, parent__key=key).exists()
