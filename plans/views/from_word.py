import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from finsam.federations.models import Federation
from finsam.members.entering import federation_to
from finsam.members.permissions import Action
from plans.document.fileformat import FileFaults
from plans.document.word import WordPlan, WordRefused, plan_of_file, plan_of_paste
from plans.document.word.proposal import (
    NoProposal,
    Proposal,
    proposal_of,
    read,
    sections_of,
    written,
)
from plans.forms.word import ApprovalForm, Approved, WordForm, approved, nothing_left
from plans.models import Plan
from plans.views.proposals import rows
from plans.writing.starting_word import start_from_word
from plans.writing.years import YearOutside, YearTaken, check_year

YEAR = r"\s*\d{4}\s*"
UNREADABLE = "Förslaget kom inte fram som det visades. Läs in dokumentet igen."


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A proposal with what the person has chosen of it."""

    form: ApprovalForm
    proposal: Proposal
    chosen: Sequence[Approved]

    @property
    def is_right(self) -> bool:
        return self.form.is_valid() and not any(one.error for one in self.chosen)


@require_http_methods(["GET", "HEAD", "POST"])
def plan_from_word(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask for a Word file or a paste, and show what plan it would be. Nothing is stored."""
    federation = _federation(request, slug)
    if request.method != "POST":
        return _form_page(request, federation, WordForm(initial={"year": _next_year(federation)}))
    form = WordForm(request.POST, request.FILES)
    if not form.is_valid():
        return _form_page(request, federation, form, status=422)
    year = form.cleaned_data["year"]
    try:
        check_year(federation, year)
        plan = _read(form)
    except (YearTaken, YearOutside) as refusal:
        form.add_error("year", str(refusal))
    except WordRefused as refusal:
        form.add_error("file" if form.cleaned_data["file"] else "paste", str(refusal))
    else:
        return _proposal_page(request, federation, _as_read(plan, year))
    return _form_page(request, federation, form, status=422)


def _as_read(plan: WordPlan, year: int) -> Shown:
    proposal = proposal_of(plan)
    title = plan.title or f"Verksamhetsplan {year}"
    form = ApprovalForm(initial={"title": title, "year": year, "proposal": written(proposal)})
    return Shown(form=form, proposal=proposal, chosen=[Approved(part) for part in proposal.parts])


@require_POST
def approve_word(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin the plan as it was shown, with the headings and places that the person chose."""
    federation = _federation(request, slug)
    try:
        shown = _chosen(request)
    except (NoProposal, ValueError):
        return _again(request, federation)
    if nothing_left(shown.chosen):
        shown.form.add_error(None, "Ta med minst ett avsnitt.")
    if not shown.is_right:
        return _proposal_page(request, federation, shown, status=422)
    return _begin(request, federation, shown)


def _chosen(request: HttpRequest) -> Shown:
    """What came back. Raises NoProposal or ValueError where it is nothing that was shown."""
    form = ApprovalForm(request.POST)
    form.is_valid()
    proposal = read(form.cleaned_data.get("proposal", ""))
    headings, places = request.POST.getlist("heading"), request.POST.getlist("place")
    return Shown(form=form, proposal=proposal, chosen=approved(proposal.parts, headings, places))


def _begin(request: HttpRequest, federation: Federation, shown: Shown) -> HttpResponse:
    try:
        plan = start_from_word(
            federation=federation,
            year=shown.form.cleaned_data["year"],
            title=shown.form.cleaned_data["title"],
            sections=sections_of([one.part for one in shown.chosen]),
            pictures=shown.proposal.pictures,
        )
    except (YearTaken, YearOutside) as refusal:
        shown.form.add_error("year", str(refusal))
        return _proposal_page(request, federation, shown, status=422)
    except FileFaults:
        return _again(request, federation)
    messages.success(request, f"Planen för {plan.year} är börjad från Word.")
    return redirect(plan)


def _again(request: HttpRequest, federation: Federation) -> HttpResponse:
    """The first page, where what came back cannot be used."""
    form = WordForm({"year": _next_year(federation)})
    form.is_valid()
    form.errors.clear()
    form.add_error("file", UNREADABLE)
    return _form_page(request, federation, form, status=422)


def _federation(request: HttpRequest, slug: str) -> Federation:
    return federation_to(request, slug, Action.START_PLAN).federation


def _read(form: WordForm) -> WordPlan:
    file = form.cleaned_data["file"]
    return plan_of_file(file.read()) if file else plan_of_paste(form.text())


def _next_year(federation: Federation) -> int:
    """The year after the newest plan's; next year where there is none."""
    newest = federation.plans.order_by("-year").first()
    return (newest.year if newest else timezone.localdate().year) + 1


def _taken(federation: Federation, form: WordForm | ApprovalForm) -> Plan | None:
    """The plan that a year which was refused has already."""
    if not form.has_error("year"):
        return None
    # Refused by itself, the year is no longer among what is clean.
    year = form.data.get("year", "")
    return federation.plans.filter(year=int(year)).first() if re.fullmatch(YEAR, year) else None


def _form_page(
    request: HttpRequest, federation: Federation, form: WordForm, status: int = 200
) -> HttpResponse:
    context = {
        "federation": federation,
        "form": form,
        "taken": _taken(federation, form),
        "accent_urls": [federation.accent_url],
    }
    return render(request, "plans/new/word.html", context, status=status)


def _proposal_page(
    request: HttpRequest, federation: Federation, shown: Shown, status: int = 200
) -> HttpResponse:
    context = {
        "federation": federation,
        "form": shown.form,
        "taken": _taken(federation, shown.form),
        "rows": rows(shown.chosen),
        "remarks": shown.proposal.remarks,
        "accent_urls": [federation.accent_url],
    }
    return render(request, "plans/new/word_proposal.html", context, status=status)
