"""The decision goes out: sent to members and auditors, and posted on the notice board."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from finsam.members.permissions import Action
from plans.access import PlanAccess, plan_at
from plans.deciding import completing, dispatching
from plans.deciding.officials import Official, addressees, officials_of
from plans.deciding.outgoing import NOTHING_IN_FORCE, Overtaken
from plans.deciding.publishing import is_public
from plans.deciding.revising import in_force
from plans.deciding.transition import Incomplete
from plans.deciding.versions import Addressee
from plans.deciding.wording import decision_text, notice_text
from plans.forms.addresses import as_lines
from plans.forms.dispatching import DispatchForm, NoticeForm
from plans.models import PlanVersion
from plans.views.frame import user_of
from plans.views.stepping import attempt, carried, seen_of, step_frame, step_to, to_decision

NO_DECISION = "Planen har inget beslut att anslå."


@dataclass(frozen=True, kw_only=True)
class Ahead:
    """What there is to send, to whom it may go, and where it has been."""

    version: PlanVersion
    officials: list[Official]
    sent: list[dispatching.Sent]

    @property
    def reached(self) -> set[str]:
        return dispatching.reached(self.sent, self.version)

    @property
    def left(self) -> list[str]:
        """Who has not been sent the version in force, of those who have an address."""
        return dispatching.left_out(self.officials, self.reached)


@require_http_methods(["GET", "HEAD", "POST"])
def dispatch(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """Send the version in force and its decision to official addresses, and see who has had it."""
    access = plan_at(request, slug, year, Action.DISPATCH_DECISION)
    version = in_force(access.plan)
    if version is None:
        messages.error(request, NOTHING_IN_FORCE.reason)
        return to_decision(access)
    ahead = Ahead(
        version=version,
        officials=officials_of(access.plan.federation),
        sent=dispatching.sent_of(access.plan),
    )
    form = DispatchForm(request.POST or None, officials=ahead.officials, initial=_initial(ahead))
    if form.is_valid() and _dispatched(request, access, form):
        return redirect("dispatch", slug, year)
    context = step_frame(
        access, form=form, ahead=ahead, text=decision_text(access.plan, version)
    ) | {"seen": carried(request, form, "seen", dispatching.newest_of(access.plan))}
    status = 422 if request.method == "POST" else 200
    return render(request, "plans/out/dispatch.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def post_notice(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """The notice's words to copy, and the days on which it was posted and taken down."""
    access = step_to(request, slug, year, Action.COMPLETE_DECISION)
    decision, version = completing.last_decision(access.plan), in_force(access.plan)
    if decision is None or version is None:
        messages.error(request, NO_DECISION)
        return to_decision(access)
    form = NoticeForm(request.POST or None, decision=decision)
    if form.is_valid():
        step = partial(
            completing.complete,
            access.plan,
            facts=form.facts,
            minutes=None,
            by=user_of(request),
            seen=seen_of(request),
        )
        if attempt(request, access, step):
            messages.success(request, "Dagen är sparad, och en kompletterad version är sparad.")
        return redirect("post_notice", slug, year)
    context = step_frame(
        access, form=form, decision=decision, text=notice_text(access.plan, version, decision)
    )
    status = 422 if request.method == "POST" else 200
    return render(request, "plans/out/notice.html", context, status=status)


def _dispatched(request: HttpRequest, access: PlanAccess, form: DispatchForm) -> bool:
    to: list[Addressee] = form.cleaned_data["to"]
    try:
        dispatching.dispatch(
            access.plan,
            version=form.number("version"),
            to=to,
            message=form.cleaned_data["message"],
            by=user_of(request),
            seen=form.number("seen"),
            public_address=_public_address(request, access),
        )
    except (Overtaken, Incomplete) as told:
        form.add_error(None, str(told))
        return False
    count = "en mottagare" if len(to) == 1 else f"{len(to)} mottagare"
    messages.success(request, f"Beslutet är expedierat till {count}.")
    return True


def _public_address(request: HttpRequest, access: PlanAccess) -> str:
    if not is_public(access.plan):
        return ""
    place = [access.plan.federation.slug, access.plan.year]
    return request.build_absolute_uri(reverse("public_plan", args=place))


def _initial(ahead: Ahead) -> dict[str, Any]:
    """Those who have not been sent this version, and the others who were sent an earlier one."""
    known = addressees(ahead.officials)
    away = ahead.reached | {one.address.lower() for one in known}
    earlier = {
        one.address.lower(): Addressee(name=one.name, address=one.address)
        for each in ahead.sent
        for one in each.recipients
        if one.address.lower() not in away
    }
    return {
        "official": [one.address for one in known if one.address.lower() not in ahead.reached],
        "others": as_lines(list(earlier.values())),
    }
