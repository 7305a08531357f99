"""The one way in to a federation: fetched and authorised in one call."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest

from finsam.federations.models import Federation
from finsam.members.access import Refused, Standing, standing
from finsam.members.permissions import Action


@dataclass(frozen=True, slots=True, kw_only=True)
class FederationAccess:
    """A federation, and what the person is there."""

    federation: Federation
    standing: Standing


def federation_for(request: HttpRequest, slug: str) -> FederationAccess:
    """The federation at an address. Raises Http404 unless the person belongs to it."""
    federation = Federation.objects.defer("logo").filter(slug=slug).first()
    if federation is None:
        raise Http404
    return FederationAccess(federation=federation, standing=standing_in(request, federation))


def federation_to(request: HttpRequest, slug: str, action: Action) -> FederationAccess:
    """The federation at an address, to do something there that hangs on no plan.

    Raises Http404 as `federation_for` does, and Refused with the reason where the table of
    permissions does not let the person do it.
    """
    access = federation_for(request, slug)
    verdict = access.standing.may(action)
    if not verdict:
        raise Refused(verdict)
    return access


def standing_in(request: HttpRequest, federation: Federation) -> Standing:
    """What the person is in a federation. Raises Http404 for somebody who is nothing there."""
    person = standing(request.user, federation)
    if not person.belongs:
        raise Http404
    return person
