from typing import cast

from allauth.core import ratelimit
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from finsam.federations.models import Federation
from finsam.members.access import in_order
from finsam.members.adapters import REMEMBER
from finsam.members.codes import code_under_way, send_code, sign_in_as
from finsam.members.demo import ROLES, demo_account
from finsam.members.forms import DemoSignInForm
from finsam.members.sign_in_forms import WRONG_CODE, AddressForm, CodeForm, PersonForm
from finsam.members.stages import person_stage
from finsam.members.views import too_many_requests


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for a code to an address; in demo mode, or press a role's button."""
    if request.method != "POST":
        return _sign_in_page(request, AddressForm())
    if settings.DEMO and "email" not in request.POST:
        return _sign_in_as_role(request)
    form = AddressForm(request.POST)
    if not form.is_valid():
        return _sign_in_page(request, form, status=422)
    email = form.cleaned_data["email"]
    if not ratelimit.consume(request, action="request_login_code", key=email):
        return too_many_requests(request)
    send_code(request, email=email, redirect_url=_next_address(request, form.cleaned_data["next"]))
    return redirect("account_confirm_login_code")


def _sign_in_as_role(request: HttpRequest) -> HttpResponse:
    form = DemoSignInForm(request.POST)
    if not form.is_valid():
        return _sign_in_page(request, AddressForm(), status=422, demo_errors=form.errors)
    user = demo_account(form.cleaned_data["federation"], form.cleaned_data["role"])
    return sign_in_as(request, user, _next_address(request, form.cleaned_data["next"]))


def _sign_in_page(
    request: HttpRequest, form: AddressForm, status: int = 200, **context: object
) -> HttpResponse:
    context |= {
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
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm_code(request: HttpRequest) -> HttpResponse:
    """Type the code that was sent; a few wrong ones, and a new one must be asked for."""
    under_way = code_under_way(request)
    if under_way is None:
        return _from_the_beginning(request)
    context = {
        "email": under_way.email,
        "next": under_way.redirect_url,
        "demo": settings.DEMO,
        "has_mail": settings.IS_MAIL_CONFIGURED,
    }
    if request.method != "POST":
        form = CodeForm(expected=under_way.code)
        return render(request, "members/code.html", {"form": form} | context)
    # Every try is counted, also across codes.
    if not ratelimit.consume(request, action="confirm_login_code", key=under_way.email):
        return too_many_requests(request)
    form = CodeForm(request.POST, expected=under_way.code)
    if form.is_valid():
        request.session[REMEMBER] = form.cleaned_data["remember"]
        return under_way.finish()
    if request.POST.get("code") and not under_way.record_invalid_attempt():
        return _from_the_beginning(request, under_way.redirect_url)
    return render(request, "members/code.html", {"form": form} | context, status=422)


def _from_the_beginning(request: HttpRequest, next_address: str = "") -> HttpResponse:
    if request.method == "POST":
        messages.error(request, WRONG_CODE)
    query = f"?{urlencode({'next': next_address})}" if next_address else ""
    return redirect(f"{reverse('account_login')}{query}")


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def choose_person(request: HttpRequest) -> HttpResponse:
    """At an address that several share: say who you are."""
    stage = person_stage(request)
    if stage is None:
        return _from_the_beginning(request)
    people = stage.people
    form = PersonForm(request.POST or None, people=people)
    if request.method == "POST" and form.is_valid():
        stage.take(form.chosen)
        return cast(HttpResponse, stage.exit())
    context = {"form": form, "people": people, "email": stage.login.email}
    return render(request, "members/who.html", context, status=422 if form.is_bound else 200)
