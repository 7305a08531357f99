from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from finsam.federations.forms.rules import RulesForm
from finsam.members.house.views.frame import alone_in, house_of, house_page


@require_http_methods(["GET", "HEAD", "POST"])
def rules(request: HttpRequest, slug: str) -> HttpResponse:
    """The rules of the federation's house."""
    federation = house_of(request, slug)
    if request.method != "POST":
        form = RulesForm(instance=federation)
        return house_page(request, federation, "rules", form=form, current="rules")
    with alone_in(federation) as standing:
        form = RulesForm(request.POST, instance=standing)
        if not form.is_valid():
            return house_page(request, federation, "rules", 422, form=form, current="rules")
        form.save()
    messages.success(request, "Reglerna är sparade.")
    return redirect("house_rules", slug)
