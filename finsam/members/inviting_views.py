from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from finsam.federations.models import Federation
from finsam.members.entering import FederationAccess, federation_to
from finsam.members.inviting import NotInvited, invite, invite_again, revoke
from finsam.members.inviting_forms import InviteForm
from finsam.members.models import Invitation, User
from finsam.members.permissions import Action

ANSWERED = "Inbjudan är redan besvarad eller återkallad."


@require_http_methods(["GET", "HEAD", "POST"])
def invite_person(request: HttpRequest, slug: str) -> HttpResponse:
    """Invite somebody by e-mail; `som` in the address says as what the page begins."""
    access = federation_to(request, slug, Action.APPOINT)
    federation = access.federation
    if request.method != "POST":
        return _page(request, federation, InviteForm(federation, chosen=request.GET.get("som", "")))
    form = InviteForm(federation, request.POST)
    if not form.is_valid():
        return _page(request, federation, form, status=422)
    try:
        invitation = invite(
            federation=federation,
            **form.cleaned_data,
            by=cast(User, request.user),
            site=_site(request),
        )
    except NotInvited as refused:
        form.add_error(refused.field, refused.reason)
        return _page(request, federation, form, status=422)
    _say_sent(request, access, invitation)
    return redirect("people", slug)


@require_POST
def send_again(request: HttpRequest, slug: str, key: UUID) -> HttpResponse:
    """A new letter, and fourteen new days to answer."""
    access = federation_to(request, slug, Action.APPOINT)
    invitation = _invitation(access, key)
    by = cast(User, request.user)
    if invite_again(invitation=invitation, by=by, site=_site(request)):
        invitation.refresh_from_db()
        _say_sent(request, access, invitation)
    else:
        messages.warning(request, ANSWERED)
    return redirect("people", slug)


@require_POST
def take_back(request: HttpRequest, slug: str, key: UUID) -> HttpResponse:
    """The link in the letter stops working."""
    access = federation_to(request, slug, Action.APPOINT)
    invitation = _invitation(access, key)
    if revoke(invitation=invitation):
        messages.success(request, f"Inbjudan till {invitation.user} är återkallad.")
    else:
        messages.warning(request, ANSWERED)
    return redirect("people", slug)


def _invitation(access: FederationAccess, key: UUID) -> Invitation:
    rows = Invitation.objects.filter(federation=access.federation).select_related("user")
    return get_object_or_404(rows, key=key)


def _say_sent(request: HttpRequest, access: FederationAccess, invitation: Invitation) -> None:
    until = timezone.localdate(invitation.expires_at)
    where = " Brevet finns i Utkorgen." if access.standing.may(Action.SEE_LETTERS) else ""
    said = f"{invitation.user} är inbjuden på {invitation.user.email} till {until}.{where}"
    messages.success(request, said)


def _site(request: HttpRequest) -> str:
    return request.build_absolute_uri("/").rstrip("/")


def _page(
    request: HttpRequest, federation: Federation, form: InviteForm, status: int = 200
) -> HttpResponse:
    context = {
        "federation": federation,
        "form": form,
        "accent_urls": [federation.accent_url],
    }
    return render(request, "people/invite.html", context, status=status)
