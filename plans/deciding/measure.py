"""What is new in a plan that is sent, and against what that is measured."""

from dataclasses import dataclass

from plans.deciding.reading import content_of_version
from plans.document.comparing.news import News, news
from plans.document.comparing.whole import compare
from plans.document.content import PlanContent
from plans.document.document import Document, document_of
from plans.document.loading import load_content
from plans.models import Plan, PlanVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """A decided plan, and what it is called in a sentence."""

    label: str
    content: PlanContent


def base_of(plan: Plan, *, until: int | None = None) -> Base | None:
    """What was in force before a version (its number; None: now), else the nearest earlier year's.

    Only what has been decided: a draft is the office's. None where there is none of them.
    """
    versions = plan.versions if until is None else plan.versions.filter(number__lt=until)
    newest = versions.in_force().order_by("-number").first()
    return _of_version(newest) if newest else _year_before(plan)


def news_of(document: Document, base: Base | None) -> News | None:
    """What the document has that the base has not; None where there is no base."""
    if base is None:
        return None
    return news(compare(document_of(base.content, pictures={}), document))


def _year_before(plan: Plan) -> Base | None:
    earlier = Plan.objects.for_reading().filter(federation=plan.federation, year__lt=plan.year)
    for one in earlier.order_by("-year"):
        newest = one.versions.in_force().order_by("-number").first()
        if newest:
            return _of_version(newest)
        # Without a version the rows of a decided plan are what was decided.
        if one.status == Plan.Status.DECIDED:
            return Base(label=one.title, content=load_content(one))
    return None


def _of_version(version: PlanVersion) -> Base:
    label = version.label[:1].lower() + version.label[1:]
    return Base(label=f"{version.title}, {label}", content=content_of_version(version))
