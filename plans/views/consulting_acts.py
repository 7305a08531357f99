"""What the office does with the links of a samråd: a reminder, a new link, and an end to one."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from finsam.members.models import Member
from finsam.members.permissions import Action
from plans.access import PlanAccess, plan_at
from plans.deciding.consulting import reminding
from plans.deciding.consulting.reminding import CannotSend
from plans.models import Consultation

NONE_YET = "Det finns inget samråd om planen än."
NO_LINK = "{} har ingen länk som gäller."


@require_POST
def remind_members(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """A letter to every member with a link that has not answered. Once."""
    access = plan_at(request, slug, year, Action.REGISTER_ANSWERS)

    def remind(consultation: Consultation) -> str:
        count = reminding.remind(consultation, site=request.build_absolute_uri("/"))
        return "En medlem är påmind." if count == 1 else f"{count} medlemmar är påminda."

    return _done(request, access, remind)


@require_POST
def send_link(request: HttpRequest, slug: str, year: int, member: UUID) -> HttpResponse:
    """A new link to one member; the one that it had is good for nothing then."""
    access = plan_at(request, slug, year, Action.REGISTER_ANSWERS)
    found = member_of(access, member)

    def send(consultation: Consultation) -> str:
        link = reminding.send_link(consultation, found, site=request.build_absolute_uri("/"))
        return f"En ny länk är skickad till {found.name}, {link.address}."

    return _done(request, access, send)


@require_POST
def revoke_link(request: HttpRequest, slug: str, year: int, member: UUID) -> HttpResponse:
    """The member's link is good for nothing any longer."""
    access = plan_at(request, slug, year, Action.REGISTER_ANSWERS)
    found = member_of(access, member)

    def revoke(consultation: Consultation) -> str:
        if not reminding.revoke_link(consultation, found):
            raise CannotSend(NO_LINK.format(found.name))
        return f"Länken till {found.name} är återkallad."

    return _done(request, access, revoke)


def member_of(access: PlanAccess, key: UUID) -> Member:
    """A member of the plan's federation. Raises Http404."""
    return get_object_or_404(Member, federation=access.plan.federation, key=key)


def to_consultation(access: PlanAccess) -> HttpResponse:
    return redirect("consultation", access.plan.federation.slug, access.plan.year)


def _done(
    request: HttpRequest, access: PlanAccess, act: Callable[[Consultation], str]
) -> HttpResponse:
    """Do it with the newest round that has links and say what was done, or why it could not be."""
    newest = Consultation.objects.newest_sent(access.plan)
    newest = newest or Consultation.objects.newest_of(access.plan)
    try:
        if newest is None:
            raise CannotSend(NONE_YET)
        messages.success(request, act(newest))
    except CannotSend as told:
        messages.error(request, str(told))
    return to_consultation(access)
