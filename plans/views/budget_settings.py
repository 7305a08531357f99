"""How the budget is shown, here and in the plan, switched on the spot."""

import json
from collections.abc import Mapping
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from budgets.reading import sheet_of
from finsam.members.models import User
from finsam.members.permissions import Action
from plans.access import plan_to
from plans.forms.budget import PresentationForm
from plans.views.budget import grid_part
from plans.views.budget_acts import Done, done_since
from plans.views.budget_grid import budget_of, budget_url
from plans.views.parts import wants_part
from plans.writing import budget as writing
from plans.writing.budget_pasting import newest


@require_http_methods(["GET", "HEAD", "POST"])
def budget_settings(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """Unit, signs, subtotals, sums. The answer to a choice is the sheet anew, behind the dialog."""
    plan = plan_to(request, slug, year, Action.WRITE_BUDGET).plan
    sheet = sheet_of(budget_of(plan))
    form = PresentationForm(sheet, request.POST if request.method == "POST" else None)
    if not wants_part(request):
        return redirect(budget_url(plan))
    context = {"plan": plan, "federation": plan.federation, "form": form}
    if not form.is_bound:
        return render(request, "plans/budget/_settings.html", context)
    if not form.is_valid():
        response = render(request, "plans/budget/_settings_fields.html", context, status=422)
        response["HX-Retarget"] = "#settings-fields"
        response["HX-Reswap"] = "innerHTML"
        return response
    before, by = newest(plan), cast(User, request.user)
    writing.set_presentation(plan, by=by, **form.values(_shown(request)))
    done = Done(words="Budgeten visas nu så här.")
    return grid_part(request, plan, done_since(plan, done, before, by), is_dialog_open=True)


def _shown(request: HttpRequest) -> Mapping[str, Any]:
    """What the dialog showed when it was opened; nothing where that cannot be read."""
    try:
        shown = json.loads(request.POST.get("shown", ""))
    except ValueError:
        return {}
    return shown if isinstance(shown, dict) else {}
