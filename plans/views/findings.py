from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from plans.access import plan_for
from plans.document.loading import load_content


@require_safe
def findings(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """What the checks find in the plan, errors first."""
    access = plan_for(request, slug, year)
    content = load_content(access.plan)
    context = {"plan": access.plan, "federation": access.plan.federation, "content": content}
    return render(request, "plans/findings.html", context)
