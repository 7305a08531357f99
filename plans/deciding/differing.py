"""Whether the working copy still says what a version does."""

from dataclasses import replace

from plans.deciding.reading import content_of_version
from plans.document.fileformat import plan_bytes
from plans.document.loading import load_content
from plans.models import Plan, PlanVersion


def differs(plan: Plan, version: PlanVersion) -> bool:
    """Whether anything in the plan itself is otherwise; not its state, nor the federation."""
    now, then = load_content(plan, with_picture_data=True), content_of_version(version)
    same = {name: getattr(then, name) for name in ("federation", "members", "status", "decisions")}
    return plan_bytes(replace(now, **same)) != plan_bytes(then)
