"""Utkorg: the letters that have been written for a federation, and what became of them."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from finsam.federations.models import Federation
from finsam.letters.delivering import is_shown_as_sent
from finsam.letters.handling import mark_sent, try_again
from finsam.letters.models import Letter
from finsam.letters.reading import files_with, read
from finsam.members.entering import federation_to
from finsam.members.permissions import Action

A_PAGE = 50


@require_safe
def letters(request: HttpRequest, slug: str) -> HttpResponse:
    """The federation's letters, newest first."""
    federation = federation_to(request, slug, Action.SEE_LETTERS).federation
    page = Paginator(federation.letters.all(), A_PAGE).get_page(request.GET.get("sida"))
    context = _context(federation) | {"page": page, "letters": [read(one) for one in page]}
    return render(request, "letters/letters.html", context)


@never_cache
@require_safe
def letter(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One letter with its text, to copy."""
    federation, written = _letter_to(request, slug, pk)
    context = _context(federation) | {"read": read(written), "files": files_with(written)}
    return render(request, "letters/letter.html", context)


@never_cache
@require_safe
def letter_file(request: HttpRequest, slug: str, pk: int, file: int) -> HttpResponse:
    """A file that goes with a letter, to keep."""
    _, written = _letter_to(request, slug, pk)
    found = get_object_or_404(written.files, pk=file)
    response = HttpResponse(bytes(found.data), content_type=found.media_type)
    response.headers["Content-Disposition"] = content_disposition_header(True, found.name)
    return response


@require_POST
def mark_letter(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The office has sent it by itself."""
    _, written = _letter_to(request, slug, pk)
    if mark_sent(letter=written):
        messages.success(request, "Brevet är markerat som skickat.")
    else:
        messages.warning(request, "Brevet är redan skickat.")
    return redirect("letter", slug, pk)


@require_POST
def retry_letter(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Send a letter that did not arrive once more."""
    _, written = _letter_to(request, slug, pk)
    if try_again(letter=written):
        messages.success(request, "Brevet skickas igen.")
    else:
        messages.warning(request, "Brevet väntar redan på att skickas, eller är skickat.")
    return redirect("letter", slug, pk)


@login_not_required
@never_cache
@require_safe
def demo_letters(request: HttpRequest) -> HttpResponse:
    """Demo mode's own letters, whole and for everybody: the codes to sign in with."""
    if not settings.DEMO:
        raise Http404
    own = Letter.objects.of_no_federation()
    page = Paginator(own, A_PAGE).get_page(request.GET.get("sida"))
    context = {"page": page, "letters": [read(one) for one in page]}
    return render(request, "letters/demo.html", context)


def _letter_to(request: HttpRequest, slug: str, pk: int) -> tuple[Federation, Letter]:
    federation = federation_to(request, slug, Action.SEE_LETTERS).federation
    return federation, get_object_or_404(federation.letters, pk=pk)


def _context(federation: Federation) -> dict[str, object]:
    return {
        "federation": federation,
        "accent_urls": [federation.accent_url],
        "is_shown_as_sent": is_shown_as_sent(),
        "has_mail": settings.IS_MAIL_CONFIGURED,
    }
