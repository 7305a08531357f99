"""Jag tänker yrka: what somebody of the board means to propose, said before the meeting."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from finsam.members.access import Refused
from finsam.members.permissions import Action, Verdict
from plans.access import plan_at
from plans.deciding import moving
from plans.forms.board import MotionForm
from plans.views.board import board_version
from plans.views.frame import frame, user_of
from plans.views.stepping import step_to

NOT_SENT = Verdict(
    False,
    "Be kansliet att skicka underlaget till dig.",
    fact="Inget förslag är skickat till dig",
)


@require_http_methods(["GET", "HEAD", "POST"])
def announce_motion(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """Say what one means to propose; the chair and the office get it by letter."""
    access = step_to(request, slug, year, Action.ANNOUNCE_MOTION)
    version = board_version(access, user_of(request))
    if version is None:
        raise Refused(NOT_SENT)
    form = MotionForm(request.POST or None, newest=version.number)
    if form.is_valid():
        url = request.build_absolute_uri(reverse("board", args=[slug, year]))
        moving.announce_motion(
            version, text=form.cleaned_data["text"], by=user_of(request), url=url
        )
        messages.success(request, "Ditt yrkande är anmält till ordföranden och kansliet.")
        return redirect("board", slug, year)
    context = frame(access) | {"form": form, "version": version}
    status = 422 if request.method == "POST" else 200
    return render(request, "plans/board/motion.html", context, status=status)


@require_POST
def withdraw_motion(request: HttpRequest, slug: str, year: int, pk: int) -> HttpResponse:
    """Take one's own yrkande back, until the decision."""
    access = plan_at(request, slug, year, Action.READ_VERSIONS)
    moving.withdraw_motion(access.plan, pk, by=user_of(request))
    messages.success(request, "Ditt yrkande är återtaget.")
    return redirect("board", slug, year)
