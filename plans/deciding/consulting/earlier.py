"""What a version on samråd is measured against, for those who have no account."""

from dataclasses import dataclass

from plans.deciding.reading import content_of_version
from plans.document.content import PlanContent
from plans.document.loading import load_content
from plans.models import Plan, PlanVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """An earlier plan in words and as it was decided."""

    label: str
    content: PlanContent


def before(version: PlanVersion) -> Before | None:
    """The plan that was in force when the version was sent, else the nearest earlier year's.

    Only what has been decided: a draft is the office's. None where there is none of them.
    """
    own = version.plan.versions.filter(number__lt=version.number).in_force()
    newest = own.order_by("-number").first()
    return _of_version(newest) if newest else _of_earlier_year(version.plan)


def _of_earlier_year(plan: Plan) -> Before | None:
    earlier = Plan.objects.for_reading().filter(federation=plan.federation, year__lt=plan.year)
    for one in earlier.order_by("-year"):
        newest = one.versions.in_force().order_by("-number").first()
        if newest:
            return _of_version(newest)
        if one.status == Plan.Status.DECIDED:
            return Before(label=one.title, content=load_content(one))
    return None


def _of_version(version: PlanVersion) -> Before:
    content = content_of_version(version)
    return Before(label=f"{version.title}, {version.label}", content=content)
