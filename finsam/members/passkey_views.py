from typing import cast

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal import auth
from allauth.mfa.webauthn.views import login_webauthn
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from finsam.members import passkeys
from finsam.members.models import User
from finsam.members.passkey_forms import NewPasskeyForm, PasskeyNameForm


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def show_passkey(request: HttpRequest) -> HttpResponse:
    """Ask the browser for a passkey, as data, and sign in by it."""
    return cast(HttpResponse, login_webauthn(request))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def add_passkey(request: HttpRequest) -> HttpResponse:
    """Let the browser make a passkey, and keep it."""
    user = cast(User, request.user)
    form = NewPasskeyForm(request.POST or None, user=user)
    if request.method == "POST" and form.is_valid():
        passkeys.add(
            request, name=form.cleaned_data["name"], credential=form.cleaned_data["credential"]
        )
        messages.success(request, "Passkeyn är tillagd.")
        return redirect("account")
    # A challenge is good for one try.
    options = {"creation_options": auth.begin_registration(user, passwordless=True)}
    context = {"form": form, "options": options}
    status = 422 if request.method == "POST" else 200
    return render(request, "members/new_passkey.html", context, status=status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def rename_passkey(request: HttpRequest, passkey_id: int) -> HttpResponse:
    """Call one of my passkeys something else."""
    user = cast(User, request.user)
    try:
        passkey = passkeys.one(user, passkey_id)
    except Authenticator.DoesNotExist:
        raise Http404 from None
    form = PasskeyNameForm(request.POST or None, initial={"name": passkey.name})
    if request.method == "POST" and form.is_valid():
        passkeys.rename(user, passkey_id, name=form.cleaned_data["name"])
        return redirect("account")
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "passkey": passkey}
    return render(request, "members/rename_passkey.html", context, status=status)


@require_POST
def remove_passkey(request: HttpRequest, passkey_id: int) -> HttpResponse:
    """Let one of my passkeys open nothing any more."""
    try:
        passkeys.remove(request, cast(User, request.user), passkey_id)
    except Authenticator.DoesNotExist:
        raise Http404 from None
    messages.success(request, "Passkeyn är borttagen.")
    return redirect("account")
