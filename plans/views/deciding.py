"""The decision: what the board decided, filled in by the office and approved by the chair."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from finsam.members.permissions import Action
from plans.access import PlanAccess, plan_at
from plans.deciding.announcing import chairs
from plans.deciding.approving import Approval, act_of, approve, pressed
from plans.deciding.differing import differs
from plans.deciding.recording import Rewritten, quorum_warning, save_record
from plans.deciding.transition import Moved, told
from plans.deciding.workflow import Act
from plans.document.label import decision_line
from plans.document.record import Outcome, attendees_of, outcome_of, resolutions_of
from plans.forms.completing import SignedForm
from plans.forms.deciding import RecordForm
from plans.models import Decision, DecisionFile, DecisionRecord, Plan
from plans.views.comparing import shown
from plans.views.downloads import file_response
from plans.views.frame import user_of
from plans.views.outgoing import case_file_url, out_rows
from plans.views.shelf import status_label
from plans.views.sources import NOW, plan_option, version_option
from plans.views.stepping import (
    KEPT,
    attempt,
    buttons,
    carried,
    posted_number,
    seen_of,
    step_frame,
    step_to,
    to_decision,
    whole_url,
)

POSTED = 422
BACK, PART = "Planen går tillbaka till kansliet.", "Beslutet är sparat. Resten är hos styrelsen."
BECAME = {
    Act.APPROVE_REFERRAL: BACK,
    Act.REGISTER_REFERRAL: BACK,
    Act.APPROVE_PART: PART,
    Act.REGISTER_PART: PART,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A record as it is read."""

    record: DecisionRecord
    version_label: str
    there: list[str]
    away: list[str]
    conflicts: list[str]
    others: list[str]
    resolutions: list[str]
    is_referral: bool
    warning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A decision that stands, with its record where it has one, and its files."""

    line: str
    decision: Decision
    shown: Shown | None
    files: list[DecisionFile]


@require_safe
def decision(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """What is decided about the plan, what is being filled in, and what can be done now."""
    access = plan_at(request, slug, year)
    plan = access.plan
    record = _open(access)
    approved = list(DecisionRecord.objects.approved().filter(plan=plan))
    passages = plan.passages.order_by("-pk") if access.is_office else []
    taken = _taken(plan, approved)
    decisions = [one.decision for one in taken]
    context = step_frame(
        access,
        status_label=status_label(plan, decisions),
        shown=record and shown_record(record),
        buttons=buttons(access, record),
        writes=access.may(Action.RECORD_DECISION),
        taken=taken,
        out=out_rows(access, decisions),
        case_file_url=case_file_url(access),
        referrals=[shown_record(one) for one in approved if one.referral],
        steps=[(told(one), one.reason) for one in passages],
        lacks_chair=_lacks_chair(access),
        replaces=_replaces(access, record),
    )
    return render(request, "plans/deciding/decision.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def write_record(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """Fill in what the board decided; kept as a draft until it is approved."""
    access = step_to(request, slug, year, Action.RECORD_DECISION)
    record = DecisionRecord.objects.open_of(access.plan)
    form = RecordForm(request.POST or None, plan=access.plan, record=record)
    if form.is_valid() and _saved(request, access, form):
        return to_decision(access)
    federation = access.plan.federation
    # Read anew: what somebody else saved meanwhile is what this now is written over.
    newest = DecisionRecord.objects.open_of(access.plan)
    context = step_frame(
        access,
        form=form,
        edition=carried(request, form, "edition", newest.edition if newest else 0),
        asks=federation.chair_approves,
        meetings=federation.meetings.order_by("-held_on"),
    )
    status = POSTED if request.method == "POST" else 200
    return render(request, "plans/deciding/write_record.html", context, status=status)


def _saved(request: HttpRequest, access: PlanAccess, form: RecordForm) -> bool:
    asks = access.plan.federation.chair_approves and "ask" in request.POST
    try:
        save_record(
            access.plan,
            said=form.said(),
            by=user_of(request),
            edition=posted_number(request, "edition"),
            asks=asks,
            address=whole_url(request, access.plan),
        )
    except (Rewritten, Moved) as refused:
        form.add_error(None, f"{refused} {KEPT}")
        return False
    done = "är sparade, och ordföranden är ombedd att godkänna dem" if asks else "är sparade"
    messages.success(request, f"Uppgifterna om beslutet {done}.")
    return True


@require_safe
@cache_control(private=True, no_cache=True)
def decision_pdf(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """The PDF that will be kept if the record is approved as it is."""
    access = step_to(request, slug, year, Action.RECORD_DECISION, Action.APPROVE_DECISION)
    record = _open(access)
    if record is None:
        return to_decision(access)
    data = pressed(record, access.plan).pdf
    name = f"Förslag till beslutad plan {slug} {year}.pdf"
    return file_response(data, name)


@require_http_methods(["GET", "HEAD", "POST"])
def approve_decision(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """The chair reads what will stand, and approves it by one press."""
    access = step_to(request, slug, year, Action.APPROVE_DECISION)
    record = _open(access)
    if record is None:
        messages.error(request, "Det finns inget att godkänna just nu.")
        return to_decision(access)
    if request.method == "POST":
        return _approved(request, access, _approval(request, record))
    context = _approval_context(request, access, record)
    return render(request, "plans/deciding/approve.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def register_decision(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """Where the chair does not approve here: the office adds what the chair has signed."""
    access = step_to(request, slug, year, Action.RECORD_DECISION)
    record = _open(access)
    if record is None or access.plan.federation.chair_approves:
        messages.error(request, "Fyll i beslutet först, eller be ordföranden godkänna det.")
        return to_decision(access)
    form = SignedForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        approval = _approval(request, record, form.cleaned_data["signed"])
        return _approved(request, access, approval)
    context = _approval_context(request, access, record) | {"form": form}
    status = POSTED if request.method == "POST" else 200
    return render(request, "plans/deciding/approve.html", context, status=status)


@require_safe
@cache_control(private=True, no_cache=True)
def decision_file(request: HttpRequest, slug: str, year: int, pk: int) -> HttpResponse:
    """Minutes, or what the chair has signed, byte for byte."""
    access = plan_at(request, slug, year)
    file = get_object_or_404(DecisionFile, plan=access.plan, pk=pk)
    return file_response(bytes(file.pdf), file.name)


def shown_record(record: DecisionRecord) -> Shown:
    """A record in words."""
    people = attendees_of(record.attendance)
    resolutions = resolutions_of(record.resolutions)
    version = record.plan.versions.listed().filter(number=record.version).first()
    return Shown(
        record=record,
        version_label=version.label if version else "",
        there=[one.words for one in people if one.is_there],
        away=[one.name for one in people if not one.is_there and not one.is_deputy],
        conflicts=[one.name for one in people if one.is_there and one.has_conflict],
        others=record.others.splitlines(),
        resolutions=[one.words for one in resolutions],
        is_referral=outcome_of(resolutions) == Outcome.REFERRED_BACK,
        warning=quorum_warning(record),
    )


def _open(access: PlanAccess) -> DecisionRecord | None:
    """The record that is being filled in, for those who do and, once asked, who approve."""
    if access.plan.status != Plan.Status.REVIEW:
        return None
    record = DecisionRecord.objects.open_of(access.plan)
    if record is None:
        return None
    record.plan = access.plan
    is_asked = bool(record.asked_at) and bool(access.may(Action.APPROVE_DECISION))
    return record if access.may(Action.RECORD_DECISION) or is_asked else None


def _approval(request: HttpRequest, record: DecisionRecord, signed: Any = None) -> Approval:
    # What was seen is what is approved: the row may have been saved anew since.
    record.edition = posted_number(request, "edition")
    return Approval(
        record=record,
        by=user_of(request),
        seen=seen_of(request),
        address=whole_url(request, record.plan),
        signed=signed,
    )


def _approved(request: HttpRequest, access: PlanAccess, approval: Approval) -> HttpResponse:
    said = BECAME.get(act_of(approval.record), "Planen är beslutad.")
    if attempt(request, access, lambda: approve(approval)):
        messages.success(request, f"{said} Styrelsen och kansliet får ett brev.")
    return to_decision(access)


def _approval_context(
    request: HttpRequest, access: PlanAccess, record: DecisionRecord
) -> dict[str, Any]:
    place = [access.plan.federation.slug, access.plan.year]
    context = step_frame(
        access,
        shown=shown_record(record),
        edition=record.edition,
        pdf_url=reverse("decision_pdf", args=place),
    )
    return context | (_changes(access, record) if record.with_changes else {})


def _changes(access: PlanAccess, record: DecisionRecord) -> dict[str, object]:
    """The list of the board's changes, old → new, from the version that it had."""
    version = record.plan.versions.get(number=record.version)
    before = version_option(access.plan, version).load(False)
    after = plan_option(NOW, access.plan).load(False)
    found = shown(before, after)
    return {"groups": found["groups"], "news": found["news"]}


def _taken(plan: Plan, records: list[DecisionRecord]) -> list[Taken]:
    """The decisions that stand, newest first."""
    by_day = {(r.kind, r.subject, r.decided_on): r for r in records if not r.referral}
    files: dict[Any, list[DecisionFile]] = {}
    for file in plan.decision_files.defer("pdf"):
        files.setdefault(file.decided_on, []).append(file)
    word = plan.federation.decision_word
    rows = sorted(plan.decisions.all(), key=lambda d: (d.decided_on, d.pk), reverse=True)
    return [
        Taken(
            line=decision_line(row, word=word),
            decision=row,
            shown=shown_record(record)
            if (record := by_day.get((row.kind, row.subject, row.decided_on)))
            else None,
            files=files.get(row.decided_on, []),
        )
        for row in rows
    ]


def _replaces(access: PlanAccess, record: DecisionRecord | None) -> bool:
    """Whether the office has written on since the version that is to stand as it was handed out."""
    if record is None or record.with_changes or not access.is_office:
        return False
    version = record.plan.versions.filter(number=record.version).first()
    return version is not None and differs(access.plan, version)


def _lacks_chair(access: PlanAccess) -> bool:
    """Whether a decision could not be approved: the chairs have no accounts."""
    if not (access.is_office and access.plan.federation.chair_approves):
        return False
    return access.plan.status == Plan.Status.REVIEW and not chairs(access.plan)
