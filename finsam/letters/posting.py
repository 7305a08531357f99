"""Posting a letter: written in the caller's transaction."""

from email.utils import make_msgid

from finsam.federations.models import Federation
from finsam.letters.models import Letter


def post(
    *,
    kind: str,
    to_address: str,
    subject: str,
    body: str,
    to_name: str = "",
    federation: Federation | None = None,
    is_secret: bool = False,
) -> Letter:
    """A letter to one address, to be sent when the caller's transaction is done."""
    return Letter.objects.create(
        kind=kind,
        to_address=to_address,
        to_name=to_name,
        subject=subject,
        body=body,
        federation=federation,
        is_secret=is_secret,
        message_id=make_msgid(domain="finsam"),
    )
