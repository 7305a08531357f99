"""Working material and its keeping time: what there is, and clearing what is past it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from finsam.members.entering import federation_to
from finsam.members.permissions import Action
from plans.writing.clearing import clear, last_day_of, material_of


@require_http_methods(["GET", "HEAD", "POST"])
def material(request: HttpRequest, slug: str) -> HttpResponse:
    """What there is for each plan; posted, what is past its time goes."""
    federation = federation_to(request, slug, Action.CLEAR_MATERIAL).federation
    if request.method == "POST":
        count = sum(one.count for one in clear(federation=federation))
        messages.success(request, _done(count))
        return redirect("material", slug=federation.slug)
    rows = material_of(federation)
    context = {
        "federation": federation,
        "rows": rows,
        "past": sum(row.past for row in rows),
        "until": last_day_of(federation),
        "rules_url": reverse("house_rules", args=[federation.slug]),
        "accent_urls": [federation.accent_url],
    }
    return render(request, "plans/material.html", context)


def _done(count: int) -> str:
    if not count:
        return "Inget arbetsmaterial var äldre än gallringstiden. Allt finns kvar."
    changes = "1 ändring är rensad" if count == 1 else f"{count} ändringar är rensade"
    return f"{changes}. Det står i spåren."
