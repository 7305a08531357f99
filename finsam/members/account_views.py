from typing import cast

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from finsam.members import passkeys, sessions
from finsam.members.access import standings
from finsam.members.models import User


@never_cache
@require_safe
def account(request: HttpRequest) -> HttpResponse:
    """Who I am, what I may do where, my passkeys and where I am signed in."""
    user = cast(User, request.user)
    context = {
        "standings": standings(user),
        "passkeys": passkeys.of(user),
        "sessions": sessions.open_sessions(user, request.session),
    }
    return render(request, "members/account.html", context)


@require_POST
def end_session(request: HttpRequest, session_id: int) -> HttpResponse:
    """Sign out at one place, perhaps here."""
    try:
        sessions.end(request, cast(User, request.user), session_id)
    except UserSession.DoesNotExist:
        raise Http404 from None
    if not request.user.is_authenticated:
        return redirect("sign_in")
    messages.success(request, "Du är utloggad på den enheten.")
    return redirect("account")


@require_POST
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    """Sign out everywhere but here."""
    sessions.end_others(request, cast(User, request.user))
    messages.success(request, "Du är utloggad överallt utom här.")
    return redirect("account")
