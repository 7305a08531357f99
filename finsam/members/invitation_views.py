from uuid import UUID

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from finsam.members.access import standing
from finsam.members.answering import State, accept, state_of
from finsam.members.models import Invitation
from finsam.members.targets import target_of


@require_safe
def invitation(request: HttpRequest, key: UUID) -> HttpResponse:
    """What one is invited to, with the button to accept; or why it cannot be accepted."""
    return _page(request, _found(key))


@require_POST
def accept_invitation(request: HttpRequest, key: UUID) -> HttpResponse:
    """Accept, and go to the federation."""
    found = _found(key)
    if found.user != request.user:
        return redirect("invitation", key)
    state = accept(invitation=found)
    if state is State.OPEN:
        messages.success(request, _welcome(found))
    elif state is not State.ACCEPTED:
        return _page(request, _found(key), status=422)
    return redirect(_way_in(found))


@require_POST
def change_account(request: HttpRequest, key: UUID) -> HttpResponse:
    """Sign out, and come back to the invitation by way of the sign-in."""
    logout(request)
    return redirect("invitation", key)


def _found(key: UUID) -> Invitation:
    return get_object_or_404(Invitation.objects.with_targets(), key=key)


def _page(request: HttpRequest, found: Invitation, status: int = 200) -> HttpResponse:
    if found.user != request.user:
        context = {"key": found.key, "address": _partly(found.user.email)}
        return render(request, "people/invitation_elsewhere.html", context, status=status)
    state = state_of(found)
    context = {
        "invitation": found,
        "as_words": target_of(found).as_words,
        "state": state.value,
        "until": timezone.localdate(found.expires_at),
        "has_come_in": standing(found.user, found.federation).belongs,
        "way_in": _way_in(found),
    }
    return render(request, "people/invitation.html", context, status=status)


def _partly(address: str) -> str:
    """Enough of an address for its owner to know it: "m***@berg.se"."""
    name, _, host = address.partition("@")
    return f"{name[:1]}***@{host}"


def _welcome(found: Invitation) -> str:
    target = target_of(found)
    held = target.seat or target.term
    begins = held.starts_on if held else None
    name = found.federation.name
    if begins and begins > timezone.localdate():
        return f"Tack. Du är med i {name} från och med {begins}."
    return f"Välkommen till {name}. Du är med {target.as_words}."


def _way_in(found: Invitation) -> str:
    """The federation, or the start page for somebody whose time there has not begun."""
    if standing(found.user, found.federation).belongs:
        return found.federation.get_absolute_url()
    return reverse("start")
