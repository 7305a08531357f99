from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.cache import cache_control
from django.views.decorators.http import (
    conditional_page,
    require_http_methods,
    require_POST,
    require_safe,
)

from finsam.federations.forms.identity import IdentityForm
from finsam.federations.forms.logo import LogoForm
from finsam.federations.models import Federation
from finsam.members.entering import federation_for
from finsam.members.house.views.frame import alone_in, house_of, house_page

DARKENED = "Färgen gjordes mörkare så att vit text syns."


@require_http_methods(["GET", "HEAD", "POST"])
def identity(request: HttpRequest, slug: str) -> HttpResponse:
    """Who the federation is and how it looks."""
    federation = house_of(request, slug)
    if request.method != "POST":
        return _page(request, federation, IdentityForm(instance=federation))
    with alone_in(federation) as standing:
        form = IdentityForm(request.POST, instance=standing)
        if not form.is_valid():
            return _page(request, federation, form, status=422)
        form.save()
    messages.success(request, "Förbundets uppgifter är sparade.")
    if form.is_darkened:
        messages.info(request, DARKENED)
    return redirect("house", slug)


@require_safe
@conditional_page
@cache_control(private=True, no_cache=True)
def logo(request: HttpRequest, slug: str) -> HttpResponse:
    """The federation's logo, for everyone in it."""
    federation = federation_for(request, slug).federation
    found = get_object_or_404(Federation.objects.only("logo", "logo_media_type"), pk=federation.pk)
    if not found.logo:
        return HttpResponse(status=404)
    return HttpResponse(bytes(found.logo), content_type=found.logo_media_type)


@require_POST
def set_logo(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a picture as the federation's logo."""
    federation = house_of(request, slug)
    form = LogoForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, federation, IdentityForm(instance=federation), form, status=422)
    media_type, data = form.cleaned_data["logo"]
    Federation.objects.filter(pk=federation.pk).update(logo=data, logo_media_type=media_type)
    messages.success(request, "Logotypen är sparad.")
    return redirect("house", slug)


@require_POST
def remove_logo(request: HttpRequest, slug: str) -> HttpResponse:
    """Be without a logo."""
    federation = house_of(request, slug)
    Federation.objects.filter(pk=federation.pk).update(logo=None, logo_media_type="")
    messages.success(request, "Logotypen är borttagen.")
    return redirect("house", slug)


def _page(
    request: HttpRequest,
    federation: Federation,
    form: IdentityForm,
    logo_form: LogoForm | None = None,
    status: int = 200,
) -> HttpResponse:
    return house_page(
        request,
        federation,
        "identity",
        status,
        form=form,
        logo_form=logo_form or LogoForm(),
        current="identity",
    )
