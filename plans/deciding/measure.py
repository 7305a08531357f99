"""What is new in a plan that goes to the board, and against what that is measured."""

from dataclasses import dataclass

from plans.deciding.reading import content_of_version
from plans.document.comparing.news import News, news
from plans.document.comparing.whole import compare
from plans.document.content import PlanContent
from plans.document.document import Document, document_of
from plans.document.loading import load_content
from plans.models import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """A decided plan, and what it is called in a sentence."""

    label: str
    content: PlanContent


def base_of(plan: Plan) -> Base | None:
    """The plan in force, else the decided plan of the nearest year before; None without any."""
    return _in_force(plan) or _year_before(plan)


def news_of(document: Document, base: Base | None) -> News | None:
    """What the document has that the base has not; None where there is no base."""
    if base is None:
        return None
    return news(compare(document_of(base.content, pictures={}), document))


def _in_force(plan: Plan) -> Base | None:
    version = plan.versions.in_force().order_by("-number").first()
    if version is None:
        return None
    label = version.label[:1].lower() + version.label[1:]
    return Base(label=f"{version.title}, {label}", content=content_of_version(version))


def _year_before(plan: Plan) -> Base | None:
    earlier = Plan.objects.for_reading().filter(
        federation=plan.federation, year__lt=plan.year, status=Plan.Status.DECIDED
    )
    before = earlier.order_by("-year").first()
    if before is None:
        return None
    # Without a version the rows of a decided plan are what was decided.
    return _in_force(before) or Base(label=before.title, content=load_content(before))
