from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from finsam.members.permissions import Action
from plans.access import plan_to
from plans.document.checks import CHECKS, Finding, Severity, made, turned_off
from plans.document.checks.places import Places
from plans.document.document import Document, document_of
from plans.document.loading import load_content
from plans.document.outline import section_name
from plans.exports.findings import findings_of
from plans.models import Plan
from plans.views.parts import wants_part
from plans.views.shelf import status_label


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A finding as it is read, with the section that shows its place, if any does."""

    finding: Finding
    section: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How many findings a section has, for the outline."""

    key: UUID
    errors: int
    warnings: int


@require_safe
def findings(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """What the checks find in the plan, errors first."""
    access = plan_to(request, slug, year, Action.CHECK_PLAN)
    document = document_of(load_content(access.plan), pictures={})
    found = findings_of(document)
    off = turned_off(document)
    context = {
        "plan": access.plan,
        "status_label": status_label(access.plan, document.content.decisions),
        "federation": access.plan.federation,
        "summary": summary(found),
        "remarks": remarks(access.plan, found, Places(document.content)),
        "made": made(document),
        "turned_off": [(check, off[check.code]) for check in CHECKS if check.code in off],
        "accent_urls": [access.plan.federation.accent_url],
    }
    return render(request, "plans/findings.html", context)


@require_safe
def rail_findings(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """The findings beside the plan, and each section's mark in the outline. Fixed queries."""
    access = plan_to(request, slug, year, Action.CHECK_PLAN)
    if not wants_part(request):
        return redirect("findings", slug, year)
    document = document_of(load_content(access.plan), pictures={})
    found = findings_of(document)
    places = Places(document.content)
    errors = [f for f in found if f.severity is Severity.ERROR]
    warnings = [f for f in found if f.severity is not Severity.ERROR]
    context = {
        "plan": access.plan,
        "federation": access.plan.federation,
        "findings_url": reverse("findings", args=[slug, year]),
        "errors": remarks(access.plan, errors, places),
        "warnings": remarks(access.plan, warnings, places),
        "marks": marks(document, found, places),
    }
    return render(request, "plans/writing/_rail_fetched.html", context)


def marks(document: Document, found: Sequence[Finding], places: Places) -> list[Mark]:
    """How many findings each section has that nobody has explained, in reading order."""
    counts: Counter[tuple[object, Severity]] = Counter()
    for finding in found:
        heading = places.section(finding.place)
        if heading and not finding.reason:
            counts[heading.section.key, finding.severity] += 1
    return [
        Mark(
            key=section.key,
            errors=counts[section.key, Severity.ERROR],
            warnings=counts[section.key, Severity.WARN],
        )
        for section in document.walk()
    ]


def remarks(plan: Plan, found: Sequence[Finding], places: Places) -> list[Remark]:
    """Each finding with a way to its place in the plan."""
    address = plan.get_absolute_url()
    read = []
    for finding in found:
        heading = places.section(finding.place)
        section = section_name(heading) if heading else ""
        url = f"{address}#{heading.anchor}" if heading else address
        read.append(Remark(finding=finding, section=section, url=url))
    return read


def summary(found: Sequence[Finding]) -> str:
    """How many there are of each kind: "6 fel är förklarade, 1 bör ses över"."""
    counts = Counter((finding.severity, bool(finding.reason)) for finding in found)
    explained = counts[Severity.ERROR, True]
    words = {
        "måste rättas": counts[Severity.ERROR, False],
        "fel är förklarat" if explained == 1 else "fel är förklarade": explained,
        "bör ses över": counts[Severity.WARN, False] + counts[Severity.WARN, True],
    }
    return ", ".join(f"{count} {word}" for word, count in words.items() if count)
