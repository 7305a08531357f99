from typing import cast

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from finsam.members.access import Refused, may_found
from finsam.members.founding import AddressTaken, found_federation
from finsam.members.founding_forms import ADDRESS_TAKEN, FederationForm, MemberRows, member_rows
from finsam.members.models import User


@require_http_methods(["GET", "HEAD", "POST"])
def new_federation(request: HttpRequest) -> HttpResponse:
    """Add a federation with its members; whoever does becomes its chief."""
    user = cast(User, request.user)
    verdict = may_found(user, demo=settings.DEMO)
    if not verdict:
        raise Refused(verdict)
    if request.method != "POST":
        return _page(request, FederationForm(), member_rows())
    form, rows = FederationForm(request.POST), member_rows(request.POST)
    # Both are looked through, so that everything wrong is said at once.
    if not all([form.is_valid(), rows.is_valid()]):
        return _page(request, form, rows, status=422)
    try:
        federation = found_federation(federation=form.instance, members=rows.members(), chief=user)
    except AddressTaken:
        form.add_error("slug", ADDRESS_TAKEN)
        return _page(request, form, rows, status=422)
    messages.success(request, f"{federation.name} är tillagt. Du är förbundschef där.")
    return redirect(federation)


def _page(
    request: HttpRequest, form: FederationForm, rows: MemberRows, status: int = 200
) -> HttpResponse:
    context = {"form": form, "rows": rows}
    return render(request, "members/new_federation.html", context, status=status)
