from django.conf import settings
from django.contrib.auth import login, logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from finsam.federations.colour import accents_stylesheet
from finsam.federations.models import Federation
from finsam.members.access import Refused, in_order, standings
from finsam.members.demo import ROLES, demo_account
from finsam.members.forms import DemoSignInForm
from finsam.members.models import User

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in by a role's button in demo mode; otherwise say how to sign in."""
    if request.method == "POST" and settings.DEMO:
        return _sign_in_as_role(request)
    if request.method == "POST":
        return _sign_in_page(request, DemoSignInForm(), status=403)
    return _sign_in_page(request, DemoSignInForm())


def _sign_in_as_role(request: HttpRequest) -> HttpResponse:
    form = DemoSignInForm(request.POST)
    if not form.is_valid():
        return _sign_in_page(request, form, status=422)
    user = demo_account(form.cleaned_data["federation"], form.cleaned_data["role"])
    login(request, user, backend=BACKEND)
    return redirect(_next_address(request, form.cleaned_data["next"]))


def _sign_in_page(request: HttpRequest, form: DemoSignInForm, status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "demo": settings.DEMO,
        "federations": in_order(Federation.objects.defer("logo")) if settings.DEMO else (),
        "roles": ROLES,
        "next": request.POST.get("next") or request.GET.get("next", ""),
        "accent_urls": [reverse("accents")],
    }
    return render(request, "members/sign_in.html", context, status=status)


def _next_address(request: HttpRequest, address: str) -> str:
    """Where the person was going, if that is within the product; otherwise the start page."""
    hosts = {request.get_host()}
    if url_has_allowed_host_and_scheme(address, hosts, require_https=request.is_secure()):
        return address
    return settings.LOGIN_REDIRECT_URL


@login_not_required
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    logout(request)
    return redirect("sign_in")


@require_safe
def signed_in(request: HttpRequest) -> HttpResponse:
    """Where a sign-in in a tab of its own ends: back to the tab with what was being written."""
    return render(request, "members/signed_in.html")


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Why something is not this person's to see or do: a page, or to a script the reason."""
    verdict = exception.verdict if isinstance(exception, Refused) else None
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"reason": "" if verdict is None else verdict.reason}, status=403)
    return render(request, "403.html", {"verdict": verdict}, status=403)


@login_not_required
@never_cache
@require_safe
def accents(request: HttpRequest) -> HttpResponse:
    """The colours of every federation that the page may name, as one style sheet."""
    # In demo mode the sign-in page names them all, whoever is signed in.
    if settings.DEMO:
        federations = list(Federation.objects.defer("logo"))
    elif isinstance(request.user, User):
        federations = [federation for federation, _ in standings(request.user)]
    else:
        federations = []
    sheet = accents_stylesheet({f.slug: f.accent for f in federations})
    return HttpResponse(sheet, content_type="text/css; charset=utf-8")
