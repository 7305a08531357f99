"""The working copy becomes what a version says."""

from plans.deciding.transition import Incomplete
from plans.document.content import PlanContent
from plans.models import Plan
from plans.writing.importing import ImportRefused, rewrite_plan


def restore(plan: Plan, content: PlanContent) -> None:
    """Write it, but for state and decisions, in the caller's transaction, which locked the plan.

    What had been written since stays in the history. Raises Incomplete where the federation lacks
    a member that the version counts with.
    """
    try:
        rewrite_plan(plan, content)
    except ImportRefused as refused:
        raise Incomplete(str(refused)) from None
