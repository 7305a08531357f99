"""What is new in a version for the person who opens it."""

from urllib.parse import urlencode

from django.urls import reverse

from finsam.members.models import User
from plans.access import PlanAccess
from plans.document.comparing.news import news
from plans.document.comparing.whole import compare
from plans.document.document import Document
from plans.models import PlanVersion, ReadingMark
from plans.views.comparing import likely, number_of
from plans.views.sources import Option, options_of, version_option


def newness(
    access: PlanAccess, user: User, version: PlanVersion, document: Document
) -> dict[str, object]:
    """The half page of what is new in the version, whose document it is.

    Against what the person last read of the plan, else against what was in force, else against the
    nearest year's plan. Nothing where there is none of them.
    """
    base = _base(access, user, version)
    if base is None:
        return {}
    place = [access.plan.federation.slug, access.plan.year]
    query = urlencode({"i": f"v{version.number}", "med": base.value})
    return {
        "news": news(compare(base.load(False).document, document)),
        "base": base.label,
        "compare_url": f"{reverse('comparison', args=place)}?{query}",
    }


def _base(access: PlanAccess, user: User, version: PlanVersion) -> Option | None:
    options = options_of(access, user)
    after = version_option(access.plan, version)
    earlier = [one for one in options if 0 < number_of(one) < version.number]
    wanted = _last_read(user, version) or _in_force(version)
    known = next((one for one in earlier if number_of(one) == wanted), None)
    years = [one for one in options if one.value.isdecimal()]
    return known or likely(after, years, access)


def _last_read(user: User, version: PlanVersion) -> int | None:
    """The newest version before this one that the person has said is read."""
    marks = ReadingMark.objects.filter(
        user=user, version__plan=version.plan, version__number__lt=version.number
    )
    return marks.order_by("-version__number").values_list("version__number", flat=True).first()


def _in_force(version: PlanVersion) -> int | None:
    """The version that was in force when this one was made."""
    before = PlanVersion.objects.filter(plan=version.plan, number__lt=version.number).in_force()
    return before.order_by("-number").values_list("number", flat=True).first()
