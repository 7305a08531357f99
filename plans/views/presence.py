"""Who else has the plan open to write in it. It is shown, and locks nothing."""

from dataclasses import dataclass
from datetime import timedelta
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from finsam.members.models import User
from plans.access import WRITING, plan_to
from plans.models import Plan, Presence
from plans.writing.units import UNITS

SEEN = timedelta(seconds=50)
"""Who has not been heard of for so long has gone; pages tell every twenty seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """Somebody else, and what they write in: "texten i Vision", or nothing."""

    name: str
    where: str


@require_POST
def presence(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """Tell that I am here and what I write in; see who else is. Fixed number of queries."""
    access = plan_to(request, slug, year, *WRITING)
    user = cast(User, request.user)
    unit = request.POST.get("unit", "")[:80]
    Presence.objects.update_or_create(
        plan=access.plan, user=user, defaults={"unit": unit, "seen_at": timezone.now()}
    )
    return render(request, "plans/writing/_others.html", {"others": others(access.plan, user)})


def others(plan: Plan, user: User) -> list[Other]:
    """Who else has been here lately. Two queries and two more for the names of sections."""
    since = timezone.now() - SEEN
    found = plan.presences.filter(seen_at__gte=since).exclude(user=user).select_related("user")
    here = list(found.order_by("user__name", "user__email"))
    headings = {str(key): name for key, name in plan.sections.values_list("key", "heading")}
    return [Other(name=str(one.user), where=_where(one.unit, headings)) for one in here]


def _where(unit: str, headings: dict[str, str]) -> str:
    kind, _, key = unit.partition("/")
    if kind not in UNITS:
        return ""
    place = f" i {headings[key]}" if key in headings else ""
    return f"{UNITS[kind].word}{place}"
