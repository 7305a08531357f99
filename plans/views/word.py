from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from finsam.federations.models import Federation
from finsam.members.access import Refused
from plans.access import federation_for, may_start
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
from plans.views.reading import accent_url
from plans.writing.starting_word import YearTaken, start_from_word

UNREADABLE = "Förslaget kom inte fram som det visades. Läs in dokumentet igen."


@require_http_methods(["GET", "HEAD", "POST"])
def word(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask for a Word file or a paste, and show what plan it would be. Nothing is stored."""
    federation = _federation(request, slug)
    if request.method != "POST":
        return _form_page(request, federation, WordForm(initial={"year": _next_year(federation)}))
    form = WordForm(request.POST, request.FILES)
    if not form.is_valid():
        return _form_page(request, federation, form, status=422)
    year = form.cleaned_data["year"]
    taken = _plan_of(federation, year)
    if taken is not None:
        form.add_error("year", f"Förbundet har redan en plan för {year}. Välj ett annat år.")
        return _form_page(request, federation, form, taken=taken, status=422)
    try:
        plan = _read(form)
    except WordRefused as refusal:
        form.add_error("file" if form.cleaned_data["file"] else "paste", str(refusal))
        return _form_page(request, federation, form, status=422)
    proposal = proposal_of(plan)
    title = plan.title or f"Verksamhetsplan {year}"
    approval = ApprovalForm(initial={"title": title, "year": year, "proposal": written(proposal)})
    as_read = [Approved(part) for part in proposal.parts]
    return _proposal_page(request, federation, approval, year, proposal, as_read)


@require_POST
def approve_word(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin the plan as it was shown, with the headings and places that the person chose."""
    federation = _federation(request, slug)
    form = ApprovalForm(request.POST)
    form.is_valid()
    headings, places = request.POST.getlist("heading"), request.POST.getlist("place")
    try:
        proposal = read(form.cleaned_data.get("proposal", ""))
        chosen = approved(proposal.parts, headings, places)
        year = int(form.cleaned_data["year"])
    except (NoProposal, ValueError, KeyError):
        return _again(request, federation)
    if nothing_left(chosen):
        form.add_error(None, "Ta med minst ett avsnitt.")
    if not form.is_valid() or any(one.error for one in chosen):
        return _proposal_page(request, federation, form, year, proposal, chosen, status=422)
    return _begin(request, federation, form, year, proposal, chosen)


def _begin(
    request: HttpRequest,
    federation: Federation,
    form: ApprovalForm,
    year: int,
    proposal: Proposal,
    chosen: Sequence[Approved],
) -> HttpResponse:
    try:
        plan = start_from_word(
            federation=federation,
            year=year,
            title=form.cleaned_data["title"],
            sections=sections_of([one.part for one in chosen]),
            pictures=proposal.pictures,
        )
    except YearTaken:
        form.add_error(None, f"Förbundet har fått en plan för {year} medan du läste.")
        taken = _plan_of(federation, year)
        return _proposal_page(
            request, federation, form, year, proposal, chosen, taken=taken, status=422
        )
    except FileFaults:
        return _again(request, federation)
    messages.success(request, f"Planen för {year} är börjad från Word.")
    return redirect(plan)


def _again(request: HttpRequest, federation: Federation) -> HttpResponse:
    """The first page, where what came back cannot be used."""
    form = WordForm({"year": _next_year(federation)})
    form.is_valid()
    form.errors.clear()
    form.add_error("file", UNREADABLE)
    return _form_page(request, federation, form, status=422)


def _federation(request: HttpRequest, slug: str) -> Federation:
    access = federation_for(request, slug)
    verdict = may_start(access.standing)
    if not verdict:
        raise Refused(verdict)
    return access.federation


def _read(form: WordForm) -> WordPlan:
    file = form.cleaned_data["file"]
    return plan_of_file(file.read()) if file else plan_of_paste(form.text())


def _plan_of(federation: Federation, year: int) -> Plan | None:
    return federation.plans.filter(year=year).first()


def _next_year(federation: Federation) -> int:
    """The year after the newest plan's; next year where there is none."""
    newest = federation.plans.order_by("-year").first()
    return (newest.year if newest else timezone.localdate().year) + 1


def _form_page(
    request: HttpRequest,
    federation: Federation,
    form: WordForm,
    *,
    taken: Plan | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "federation": federation,
        "form": form,
        "taken": taken,
        "accent_urls": [accent_url(federation)],
    }
    return render(request, "plans/new/word.html", context, status=status)


def _proposal_page(
    request: HttpRequest,
    federation: Federation,
    form: ApprovalForm,
    year: int,
    proposal: Proposal,
    chosen: Sequence[Approved],
    taken: Plan | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "federation": federation,
        "form": form,
        "year": year,
        "taken": taken,
        "rows": rows(chosen),
        "remarks": proposal.remarks,
        "accent_urls": [accent_url(federation)],
    }
    return render(request, "plans/new/word_proposal.html", context, status=status)
