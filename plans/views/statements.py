"""A formal statement before the meeting, in federations that have those."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from finsam.members.access import Refused
from finsam.members.permissions import Action
from plans.deciding import stating
from plans.forms.board import StatementForm
from plans.views.board import board_page, board_version
from plans.views.frame import user_of
from plans.views.motions import NOT_SENT
from plans.views.stepping import step_to


@require_POST
def state_opinion(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """Say tillstyrker, återremiss or avstår, or change it; there is none where it is turned off."""
    access = step_to(request, slug, year, Action.STATE_OPINION)
    if not access.plan.federation.formal_statements:
        raise Http404
    version = board_version(access, user_of(request))
    if version is None:
        raise Refused(NOT_SENT)
    form = StatementForm(request.POST, newest=version.number)
    if not form.is_valid():
        return board_page(request, access, version, form, status=422)
    said = form.cleaned_data
    stating.state_opinion(
        version, stance=said["stance"], motivation=said["motivation"], by=user_of(request)
    )
    messages.success(request, "Ditt yttrande är sparat. Du kan ändra det fram till beslutet.")
    return redirect("board", slug, year)
