"""Addresses that pages of different kinds give."""

from django.urls import reverse

from finsam.federations.models import Federation


def accent_url(federation: Federation) -> str:
    """The federation's colours; a changed colour is a new address, so that it shows at once."""
    return f"{reverse('accent', args=[federation.slug])}?{federation.accent.lstrip('#')}"
