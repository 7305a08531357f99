from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from finsam.federations.colour import accents_stylesheet
from finsam.federations.models import Federation
from finsam.members.access import Refused, standings
from finsam.members.models import User
from finsam.members.permissions import Verdict

ADMINISTRATORS_ALONE = Verdict(
    False,
    "Hör av dig till den som sköter tjänsten om du behöver något därifrån.",
    fact="Bara administratörer kommer in här",
)


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


def too_many_requests(request: HttpRequest) -> HttpResponse:
    """Somebody has tried too often; it is the same for all."""
    return render(request, "429.html", status=429)


@login_not_required
@never_cache
@require_safe
def admins_door(request: HttpRequest) -> HttpResponse:
    """Django's admin has no sign-in of its own; it is for administrators alone."""
    if request.user.is_authenticated and not request.user.is_superuser:
        raise Refused(ADMINISTRATORS_ALONE)
    query = urlencode({"next": request.GET.get("next") or reverse("admin:index")})
    return redirect(f"{reverse('sign_in')}?{query}")


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
