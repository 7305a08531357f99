"""A plan beside another document that the person may read."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from finsam.members.access import Refused
from finsam.members.permissions import Action
from plans.access import PlanAccess, plan_at
from plans.document.comparing.listing import listed
from plans.document.comparing.marking.document import marked_document
from plans.document.comparing.news import news
from plans.document.comparing.whole import Comparison, compare
from plans.exports.comparison import comparison_pdf
from plans.views.downloads import file_response
from plans.views.frame import user_of
from plans.views.pace import paced
from plans.views.shelf import status_label
from plans.views.sources import NOW, Option, Source, chosen, options_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """What is compared: two documents, of all that the person may choose among.

    `before` is None where there is nothing to compare with.
    """

    options: Sequence[Option]
    after: Option
    before: Option | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What can be chosen: the value in the address, its name, and whether it is."""

    value: str
    label: str
    is_chosen: bool


@require_safe
def comparison(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """What differs between two documents: in a list, and in the later of them."""
    access = plan_at(request, slug, year)
    pair = _pair(request, access)
    context = _context(access, pair) | {"only": "bara" in request.GET}
    if pair.before is not None:
        context |= shown(pair.before.load(False), pair.after.load(False))
    return render(request, "plans/comparison/comparison.html", context)


@require_safe
@paced
@cache_control(private=True, no_cache=True)
def comparison_file(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """The same as a PDF; a document against itself where there is no other."""
    pair = _pair(request, plan_at(request, slug, year))
    before = pair.before or pair.after
    found = compared(before.load(True), pair.after.load(True))
    name = f"Ändringar {slug} {year} {before.value}-{pair.after.value}.pdf"
    return file_response(comparison_pdf(found), name)


def shown(before: Source, after: Source) -> dict[str, object]:
    """What the page shows of any two documents, wherever they come from."""
    found = compared(before, after)
    pictures = {**(before.pictures or {}), **(after.pictures or {})}
    return {
        "comparison": found,
        "news": news(found),
        "groups": listed(found.changes),
        "marked": marked_document(found, pictures=pictures),
    }


def compared(before: Source, after: Source) -> Comparison:
    """The comparison of two documents."""
    return compare(before.document, after.document)


def _pair(request: HttpRequest, access: PlanAccess) -> Pair:
    """The two that are asked for; else the newest, and what it most likely is compared with.

    Raises Http404 for what is not there, and Refused where the person may read nothing of it.
    """
    options = options_of(access, user_of(request))
    own = [option for option in options if not option.value.isdecimal()]
    if not own:
        raise Refused(access.may(Action.READ_PLAN))
    after = chosen(options, request.GET.get("i", "")) or own[0]
    others = [option for option in options if option is not after]
    asked = request.GET.get("med", "")
    before = None if asked == str(access.plan.year) else chosen(others, asked)
    return Pair(options=options, after=after, before=before or likely(after, others, access))


def likely(after: Option, others: Sequence[Option], access: PlanAccess) -> Option | None:
    """Of a version the one before it, of anything else the newest one; else the nearest year's."""
    versions = [number_of(other) for other in others if number_of(other)]
    own = number_of(after)
    earlier = [n for n in versions if after.value == NOW or n < own]
    wanted = f"v{max(earlier)}" if earlier else _nearest(access.plan.year, others)
    return next((other for other in others if other.value == wanted), None)


def number_of(option: Option) -> int:
    """The number of the version that an option is, 0 for what is none."""
    return int(option.value.removeprefix("v")) if option.value.startswith("v") else 0


def _nearest(own: int, others: Sequence[Option]) -> str:
    years = [int(other.value) for other in others if other.value.isdecimal()]
    nearest = min(years, key=lambda year: (year > own, abs(year - own)), default=None)
    return "" if nearest is None else str(nearest)


def _context(access: PlanAccess, pair: Pair) -> dict[str, object]:
    plan = access.plan
    place = [plan.federation.slug, plan.year]
    before = pair.before.value if pair.before else ""
    return {
        "plan": plan,
        "federation": plan.federation,
        "status_label": status_label(plan, list(plan.decisions.all())),
        "afters": _choices(pair.options, pair.after.value),
        "choices": _choices(
            [option for option in pair.options if option is not pair.after], before
        ),
        "comparison": None,
        "pdf_url": f"{reverse('comparison_pdf', args=place)}?i={pair.after.value}&med={before}",
        "accent_urls": [plan.federation.accent_url],
    }


def _choices(options: Sequence[Option], value: str) -> list[Choice]:
    return [
        Choice(value=each.value, label=each.label, is_chosen=each.value == value)
        for each in options
    ]
