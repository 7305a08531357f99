from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from finsam.members.profile import MemberKind
from plans.document.band import Payment, laid_out

SAMPLE = (
    Payment(MemberKind.STATE_AGENCY, "Staten", 1_876_000),
    Payment(MemberKind.REGION, "Regionen", 938_000),
    Payment(MemberKind.MUNICIPALITY, "En större kommun", 612_000),
    Payment(MemberKind.MUNICIPALITY, "En mindre kommun", 326_000),
)


@login_not_required
@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """Every component and state of the design system on one page; demo mode only."""
    if not settings.DEMO:
        raise Http404
    return render(request, "plans/gallery.html", {"segments": laid_out(SAMPLE)})
