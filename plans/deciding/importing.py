"""The versions of a decided plan that comes from a file: what was decided is kept at once."""

from collections.abc import Iterable

from django.db import transaction

from plans.deciding.pressing import press_content
from plans.deciding.versions import Stamp, keep
from plans.document.content import DecisionKind, PlanContent
from plans.document.label import in_order
from plans.document.loading import load_content
from plans.models import Plan, PlanVersion

FROM_A_FILE = "Inläst ur en fil"

KINDS = {
    DecisionKind.DECIDED: PlanVersion.Kind.DECIDED,
    DecisionKind.REVISED: PlanVersion.Kind.REVISED,
}


def keep_decided(plan: Plan, earlier: Iterable[PlanContent] = ()) -> list[PlanVersion]:
    """Freeze a plan that was decided elsewhere, after the earlier decided contents of it.

    Nothing where it is not decided, where no decision is recorded, or where it has versions.
    """
    if plan.status != Plan.Status.DECIDED or plan.versions.exists():
        return []
    contents = [*earlier, load_content(plan, with_picture_data=True)]
    with transaction.atomic():
        Plan.objects.select_for_update().only("pk").get(pk=plan.pk)
        return [_kept(plan, content) for content in contents if content.decisions]


def _kept(plan: Plan, content: PlanContent) -> PlanVersion:
    last = in_order(content.decisions)[-1]
    stamp = Stamp(
        kind=KINDS[last.kind],
        dated_on=last.decided_on,
        by=FROM_A_FILE,
        note=last.note,
    )
    return keep(plan, stamp, press_content(content))
