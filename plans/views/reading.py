from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from finsam.members.access import may_found, standings
from finsam.members.answering import waiting_for
from finsam.members.entering import FederationAccess, federation_for
from finsam.members.permissions import Action, Party
from plans.access import PlanAccess, plan_at
from plans.deciding.showing import read_instead
from plans.document.content import PlanContent
from plans.document.document import Document, document_of
from plans.document.loading import load_content
from plans.forms.sections import DEPTHS, KINDS
from plans.models import Section
from plans.views.contents import contents_of
from plans.views.frame import user_of
from plans.views.inbox import inbox
from plans.views.pictures import picture_addresses
from plans.views.sharing_words import sharing_words
from plans.views.shelf import Shelf, shelves, status_label
from plans.views.threads import threads_at
from plans.views.versions import version_page
from plans.writing.earlier import earlier_sections


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """My federations, with each one's newest plan and its earlier ones."""
    user = user_of(request)
    founds = may_found(user, demo=settings.DEMO)
    mine = standings(user)
    context = {
        "inbox": inbox(user, mine),
        "shelves": shelves(user, mine),
        "invitations": waiting_for(user),
        "new_federation_url": reverse("new_federation") if founds else "",
        "gallery_url": reverse("gallery") if settings.DEMO else "",
        "accent_urls": [reverse("accents")],
    }
    return render(request, "plans/start.html", context)


@require_safe
def federation(request: HttpRequest, slug: str) -> HttpResponse:
    """One federation: its plans and its members."""
    access = federation_for(request, slug)
    user = user_of(request)
    [shelf] = shelves(user, [(access.federation, access.standing)])
    context = {
        "federation": access.federation,
        "shelf": shelf,
        "members": access.federation.members.all(),
        "pages": [*_case_files(access, shelf), *federation_pages(access)],
        "accent_urls": [access.federation.accent_url],
    }
    return render(request, "plans/federation.html", context)


def federation_pages(access: FederationAccess) -> list[tuple[str, str]]:
    """The federation's own pages that the person has: their names and addresses."""
    pages = (
        (Action.EDIT_FEDERATION, "Förbundets uppgifter", "house"),
        (Action.SEE_PEOPLE, "Personer och inbjudningar", "people"),
        (Action.SEE_LETTERS, "Utkorg", "letters"),
        (Action.SEE_TRACES, "Spår", "traces"),
        (Action.CLEAR_MATERIAL, "Arbetsmaterial", "material"),
    )
    return [
        (name, reverse(address, args=[access.federation.slug]))
        for action, name, address in pages
        if access.standing.may(action)
    ]


def _case_files(access: FederationAccess, shelf: Shelf) -> list[tuple[str, str]]:
    """Where an auditor begins: each plan's case file, newest first."""
    if Party.AUDITOR not in access.standing.parties:
        return []
    slug = access.federation.slug
    volumes = [one for one in (shelf.plan, *shelf.earlier) if one and not one.is_filed]
    return [
        (f"Akten, plan {one.year}", reverse("case_file", args=[slug, one.year])) for one in volumes
    ]


@require_safe
def plan(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """The plan as one document to read; those who may write in it do so where it stands."""
    access = plan_at(request, slug, year)
    version = read_instead(access, user_of(request))
    if version is not None:
        return version_page(request, access, version)
    return plan_page(request, access, load_content(access.plan))


def plan_page(
    request: HttpRequest, access: PlanAccess, content: PlanContent, **more: object
) -> HttpResponse:
    """The whole page of a plan; `more` says what is open on it."""
    context = plan_context(access, content)
    if context["asking"]:
        more["threads"] = threads_at(access, user_of(request), content)
    return render(request, "plans/plan.html", context | more)


def plan_context(access: PlanAccess, content: PlanContent) -> dict[str, Any]:
    """What the plan's page, and each part of it, is made from."""
    plan, federation = access.plan, access.plan.federation
    place = [federation.slug, plan.year]
    document = document_of(content, pictures=picture_addresses(plan, content))
    rights, writes = access.rights, access.writes
    is_arranged = bool(rights[Action.ARRANGE_PLAN])
    return {
        "plan": plan,
        "status_label": status_label(plan, content.decisions),
        "federation": federation,
        "document": document,
        "rights": rights,
        "writing": bool(writes),
        "locked": access.locked,
        "sharing": sharing_words(access, writes),
        "contents": contents_of(document) if is_arranged else None,
        # The office has its questions on a page of their own, beside the text.
        "asking": access.reads_working_copy and not is_arranged and access.locked is None,
        "kinds": KINDS,
        "depths": DEPTHS,
        "earlier": _earlier_years(access, document) if rights[Action.WRITE_TEXT] else {},
        "share_url": reverse("sharing", args=place) if rights[Action.SHARE_DRAFT] else "",
        "pdf_url": reverse("plan_pdf", args=place),
        "comparison_url": reverse("comparison", args=place),
        "word_url": word_url(access),
        "excel_url": excel_url(access),
        "findings_url": findings_url(access),
        "versions_url": reverse("versions", args=place),
        "decision_url": reverse("decision", args=place),
        "questions_url": reverse("questions", args=place),
        "accent_urls": [federation.accent_url],
    }


def _earlier_years(access: PlanAccess, document: Document) -> dict[UUID, int]:
    """The year of the text that each empty section could begin with. One query."""
    empty = [section for section in document.walk() if section.is_empty]
    found = earlier_for(access, empty)
    return {key: section.plan.year for key, section in found.items()}


def earlier_for(access: PlanAccess, sections: Iterable[Any]) -> dict[UUID, Section]:
    """What the plan before this one wrote in the sections, for those who may read that one too."""
    found = earlier_sections(access.plan, sections)
    reads = access.standing.may
    return {key: one for key, one in found.items() if reads(Action.READ_PLAN, one.plan.status)}


def word_url(access: PlanAccess) -> str:
    """Where the plan is as a Word file, for those who write it or did."""
    if not _works_on(access):
        return ""
    return reverse("plan_word", args=[access.plan.federation.slug, access.plan.year])


def excel_url(access: PlanAccess) -> str:
    """Where the plan's budget is as an Excel workbook, for those who write it or did."""
    if not _works_on(access) or access.plan.budget is None:
        return ""
    return reverse("plan_excel", args=[access.plan.federation.slug, access.plan.year])


def findings_url(access: PlanAccess) -> str:
    """Where the plan's findings are, for those who may see them."""
    if not access.may(Action.CHECK_PLAN):
        return ""
    return reverse("findings", args=[access.plan.federation.slug, access.plan.year])


def _works_on(access: PlanAccess) -> bool:
    return bool(access.writes) or access.locked is not None
