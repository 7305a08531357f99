"""What every page of the house stands on: its way in, its lock, and what is around it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from finsam.federations.models import Federation
from finsam.members.access import standing
from finsam.members.entering import federation_to
from finsam.members.house.writing.appointed import Kept, keeping_appointments
from finsam.members.permissions import Action


def house_of(request: HttpRequest, slug: str) -> Federation:
    """The federation whose pages the office keeps.

    Raises Http404 for another federation's people, and Refused for its own who are not its office.
    """
    return federation_to(request, slug, Action.EDIT_FEDERATION).federation


@contextmanager
def alone_in(federation: Federation) -> Iterator[Federation]:
    """One at a time changes a federation's house; gives its row as it stands now.

    The others wait at the row, so that what a form compares with is what stands when it is saved.
    """
    with transaction.atomic():
        yield Federation.objects.select_for_update().defer("logo").get(pk=federation.pk)


@contextmanager
def keeping(request: HttpRequest, federation: Federation) -> Iterator[None]:
    """As the person may, alone, change what the right to appoint hangs on. Raises Kept."""
    may_appoint = bool(standing(request.user, federation).may(Action.APPOINT))
    with keeping_appointments(federation, may_appoint=may_appoint):
        yield


def is_done(
    request: HttpRequest, federation: Federation, form: forms.Form, deed: Callable[[], object]
) -> bool:
    """Whether the form was right and the deed is done; what was wrong is with the form."""
    if not form.is_valid():
        return False
    try:
        with keeping(request, federation):
            deed()
    except Kept as refusal:
        form.add_error(None, list(refusal.reasons))
    return form.is_valid()


def house_page(
    request: HttpRequest, federation: Federation, template: str, status: int = 200, **more: object
) -> HttpResponse:
    """A page of the house. `more` is its own context; `current` there is its name in the menu."""
    context = {"federation": federation, "accent_urls": [federation.accent_url], **more}
    return render(request, f"house/{template}.html", context, status=status)
