from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from finsam.federations.colour import accent_stylesheet
from finsam.federations.models import Federation

YEAR = 365 * 24 * 3600


@login_not_required
@require_safe
@cache_control(public=True, max_age=YEAR)
def accent(request: HttpRequest, slug: str) -> HttpResponse:
    """The federation's colours as a style sheet, for anyone.

    Pages ask for it with the accent in the address, so that a changed colour is a new address.
    """
    federation = get_object_or_404(Federation.objects.only("accent"), slug=slug)
    sheet = accent_stylesheet(federation.accent)
    return HttpResponse(sheet, content_type="text/css; charset=utf-8")
