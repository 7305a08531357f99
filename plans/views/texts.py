"""Writing the text and heading of a section where they stand in the plan."""

from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from budgets.arithmetic import figures
from finsam.members.permissions import Action
from plans.access import plan_for, plan_to
from plans.document.content import PlanContent
from plans.document.document import Document, ReadSection
from plans.document.figures import FigureTexts
from plans.document.html.editing import editable, has_references
from plans.document.html.pasted import cleaned
from plans.document.loading import load_content
from plans.document.outline import Heading, headings, section_name
from plans.models import Plan
from plans.views.needs import EDITORS
from plans.views.parts import wants_part
from plans.views.pictures import picture_addresses
from plans.views.reading import plan_context, plan_page
from plans.views.units import UnitForm, unit_form
from plans.writing.units import HEADING, TEXT


class EditorTexts:
    """Stored texts of a plan as the editor shows them. The plan is loaded where one needs it."""

    def __init__(self, plan: Plan, content: PlanContent | None = None) -> None:
        self.plan = plan
        self.known = content

    def __call__(self, html: str) -> str:
        """The text with its pictures' addresses and its figures' words."""
        if not has_references(html):
            return html
        return editable(html, pictures=self._pictures, figures=self._figures)

    @cached_property
    def content(self) -> PlanContent:
        return self.known or load_content(self.plan)

    @cached_property
    def _figures(self) -> FigureTexts:
        sheet = self.content.budget
        return FigureTexts(sheet, None if sheet is None else figures(sheet))

    @cached_property
    def _pictures(self) -> "dict[UUID, str]":
        return dict(picture_addresses(self.plan, self.content))


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSection:
    """A section that is being written: its place, its heading and its text as units."""

    key: UUID
    anchor: str
    number: str
    level: int
    name: str
    heading: UnitForm
    text: UnitForm
    html: str
    read_url: str


def open_section(plan: Plan, content: PlanContent, key: UUID) -> OpenSection:
    """A section of the plan, opened. Raises Http404 where there is none with that key."""
    place = _heading(content, key)
    row = plan.sections.get(key=key)
    name = section_name(place)
    return OpenSection(
        key=key,
        anchor=place.anchor,
        number=place.number,
        level=place.level,
        name=name,
        heading=unit_form(plan, HEADING, row, name=f"Rubriken på {name}", key=key),
        text=unit_form(plan, TEXT, row, name=name[:1].upper() + name[1:], key=key),
        html=EditorTexts(plan, content)(row.html),
        read_url=reverse("read_text", args=[plan.federation.slug, plan.year, key]),
    )


def _heading(content: PlanContent, key: UUID) -> Heading:
    found = next((one for one in headings(content) if one.section.key == key), None)
    if found is None:
        raise Http404
    return found


@require_safe
def write_text(request: HttpRequest, slug: str, year: int, key: UUID) -> HttpResponse:
    """A section opened for writing: as a part of the page, or the plan with it open."""
    access = plan_to(request, slug, year, Action.WRITE_TEXT)
    content = load_content(access.plan)
    opened = open_section(access.plan, content, key)
    if not wants_part(request):
        return plan_page(request, access, content, open=opened)
    context = plan_context(access, content) | {"open": opened}
    return render(request, "plans/writing/_section.html", context)


@require_safe
def read_text(request: HttpRequest, slug: str, year: int, key: UUID) -> HttpResponse:
    """A section as it is read, when the writing is done, with the contents as they are now."""
    access = plan_for(request, slug, year)
    content = load_content(access.plan)
    place = _heading(content, key)
    if not wants_part(request):
        return redirect(f"{access.plan.get_absolute_url()}#{place.anchor}")
    context = plan_context(access, content)
    section = _section(context["document"], key)
    return render(request, "plans/writing/_section_done.html", context | {"section": section})


def _section(document: Document, key: UUID) -> ReadSection:
    return next(section for section in document.walk() if section.key == key)


@require_POST
def paste(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """What was pasted from another program, made clean. Nothing is stored."""
    plan_to(request, slug, year, *EDITORS)
    return HttpResponse(cleaned(request.POST.get("html", "")))
