"""A plan beside another one that the person may read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from finsam.members.models import User
from plans.access import PlanAccess, plan_for
from plans.document.comparing.listing import listed
from plans.document.comparing.marking.document import marked_document
from plans.document.comparing.news import news
from plans.document.comparing.whole import Comparison, compare
from plans.document.content import PlanContent
from plans.document.document import document_of
from plans.document.loading import load_content
from plans.exports.comparison import comparison_pdf
from plans.exports.names import content_disposition
from plans.models import Plan
from plans.views.pictures import picture_addresses
from plans.views.reading import accent_url
from plans.views.shelf import reading_verdicts, status_label


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One of two documents to compare: its content, and where its pictures are fetched from."""

    content: PlanContent
    pictures: Mapping[UUID, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a plan can be compared with: the value in the address, and its name."""

    value: str
    label: str
    is_chosen: bool


@require_safe
def comparison(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """What differs between the plan and another year's: in a list, and in the document."""
    access = plan_for(request, slug, year)
    others = _others(request, access)
    other = _other(request, access, others)
    context = _context(access, other, others) | {"only": "bara" in request.GET}
    if other is not None:
        context |= shown(_working_copy(other.plan), _working_copy(access.plan))
    return render(request, "plans/comparison/comparison.html", context)


@require_safe
@cache_control(private=True, no_cache=True)
def comparison_file(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """The same as a PDF; the plan against itself where there is no other."""
    access = plan_for(request, slug, year)
    other = _other(request, access, _others(request, access)) or access
    sources = (_working_copy(each.plan, with_picture_data=True) for each in (other, access))
    found = compared(*sources)
    response = HttpResponse(comparison_pdf(found), content_type="application/pdf")
    name = f"Ändringar {slug} {other.plan.year}-{year}.pdf"
    response.headers["Content-Disposition"] = content_disposition(name)
    return response


def shown(before: Source, after: Source) -> dict[str, object]:
    """What the page shows of any two documents, wherever they come from."""
    found = compared(before, after)
    return {
        "comparison": found,
        "news": news(found),
        "groups": listed(found.changes),
        "marked": marked_document(found, pictures={**before.pictures, **after.pictures}),
    }


def compared(before: Source, after: Source) -> Comparison:
    """The comparison of two documents."""
    return compare(
        document_of(before.content, pictures=before.pictures),
        document_of(after.content, pictures=after.pictures),
    )


def _working_copy(plan: Plan, *, with_picture_data: bool = False) -> Source:
    content = load_content(plan, with_picture_data=with_picture_data)
    return Source(content=content, pictures=picture_addresses(plan, content))


def _others(request: HttpRequest, access: PlanAccess) -> Sequence[Plan]:
    """The other plans of the federation that the person may read, newest first."""
    plans = Plan.objects.on_shelves_of([access.plan.federation]).exclude(pk=access.plan.pk)
    may_read = reading_verdicts(
        cast(User, request.user), [(plan, access.standing) for plan in plans]
    )
    return [plan for plan in plans if may_read[plan.pk]]


def _other(request: HttpRequest, access: PlanAccess, others: Sequence[Plan]) -> PlanAccess | None:
    """The plan that is asked for; else last year's, or the nearest of the others.

    None where there is no other. Raises as `plan_for` does for the one that is asked for.
    """
    own, asked = access.plan.year, request.GET.get("med", "")
    years = [plan.year for plan in others]
    nearest = min(years, key=lambda year: (year > own, abs(year - own)), default=None)
    if asked.isdecimal() and len(asked) <= 4 and int(asked) != own:
        nearest = int(asked)
    return None if nearest is None else plan_for(request, access.plan.federation.slug, nearest)


def _context(
    access: PlanAccess, other: PlanAccess | None, others: Sequence[Plan]
) -> dict[str, object]:
    plan = access.plan
    place = [plan.federation.slug, plan.year]
    year = None if other is None else other.plan.year
    return {
        "plan": plan,
        "federation": plan.federation,
        "status_label": status_label(plan, list(plan.decisions.all())),
        "choices": [
            Choice(value=str(each.year), label=each.title, is_chosen=each.year == year)
            for each in others
        ],
        "comparison": None,
        "pdf_url": f"{reverse('comparison_pdf', args=place)}?med={year}",
        "accent_urls": [accent_url(plan.federation)],
    }
