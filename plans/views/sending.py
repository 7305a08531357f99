"""The plan is sent: out for samråd, and to the board."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from finsam.members.permissions import Action
from finsam.swedish import listed
from plans.access import PlanAccess, plan_to
from plans.deciding import sending
from plans.deciding.addressing import groups_of
from plans.deciding.consulting.opening import Opening, asked
from plans.deciding.missives import meeting_warning, missive_of
from plans.deciding.transition import Incomplete, Moved
from plans.deciding.versions import Addressee, StillWriting
from plans.deciding.workflow import WORKFLOW
from plans.forms.sending import BoardForm, ConsultForm, PeopleForm
from plans.models import Consultation, PlanVersion
from plans.views.frame import user_of
from plans.views.stepping import carried, step_frame, whole_url

BUSY = "Någon skriver i planen just nu. Vänta en stund och skicka igen."
Kind = PlanVersion.Kind


@require_http_methods(["GET", "HEAD", "POST"])
def send_consultation(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """Freeze the plan as it stands and send it out for samråd."""
    access = plan_to(request, slug, year, Action.SEND_VERSION)
    federation, today = access.plan.federation, timezone.localdate()
    form = ConsultForm(
        request.POST or None,
        groups=groups_of(federation),
        members=asked(list(federation.members.all()), today),
        initial={"closes_on": today + timedelta(days=federation.consultation_days)},
    )
    return _page(request, access, Kind.CONSULTATION, form)


@require_http_methods(["GET", "HEAD", "POST"])
def send_to_board(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """Freeze the plan as it stands and send it to the board."""
    access = plan_to(request, slug, year, Action.SEND_VERSION)
    groups = groups_of(access.plan.federation)
    lacks = sending.lacks_samrad(access.plan)
    form = BoardForm(request.POST or None, groups=groups, lacks_samrad=lacks)
    missive = missive_of(access.plan)
    today = timezone.localdate()
    warning = meeting_warning(missive, today)
    open_samrad = Consultation.objects.going_on(today).filter(plan=access.plan).first()
    return _page(
        request, access, Kind.BOARD, form, missive=missive, warning=warning, samrad=open_samrad
    )


def _page(
    request: HttpRequest,
    access: PlanAccess,
    kind: PlanVersion.Kind,
    form: PeopleForm,
    **more: object,
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            return _sent(request, access, kind, form)
        except StillWriting:
            form.add_error(None, BUSY)
        except (Moved, Incomplete) as told:
            form.add_error(None, str(told))
    context = step_frame(
        access,
        form=form,
        corrects=sending.corrected_by(access.plan).get(kind),
        word=WORKFLOW[sending.SENT_AS[kind]].button,
        **more,
    )
    context["seen"] = carried(request, form, "seen", context["seen"])
    status = 422 if request.method == "POST" else 200
    return render(request, f"plans/sending/{kind}.html", context, status=status)


def _sent(
    request: HttpRequest, access: PlanAccess, kind: PlanVersion.Kind, form: PeopleForm
) -> HttpResponse:
    people = form.cleaned_data["people"]
    sent = sending.send_version(
        access.plan,
        kind,
        people=people,
        message=form.cleaned_data["message"],
        without_consultation=form.cleaned_data.get("without_consultation", ""),
        by=user_of(request),
        seen=form.cleaned_data["seen"] or 0,
        address=whole_url(request, access.plan),
        **_more(request, form),
    )
    others = form.cleaned_data.get("members", form.cleaned_data.get("by_hand", ()))
    names = listed([*map(str, others), *map(str, people)])
    messages.success(request, f"{sent.label} är skickad till {names}.")
    return redirect("versions", access.plan.federation.slug, access.plan.year)


def _more(request: HttpRequest, form: PeopleForm) -> dict[str, Any]:
    """What goes with a version of this kind."""
    if not isinstance(form, ConsultForm):
        return {"others": [Addressee(name=name) for name in form.cleaned_data["by_hand"]]}
    opening = Opening(
        members=form.cleaned_data["members"],
        closes_on=form.cleaned_data["closes_on"],
        message=form.cleaned_data["message"],
        site=request.build_absolute_uri("/"),
    )
    return {"others": opening.addressees, "and_then": opening.open}
