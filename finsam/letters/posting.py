"""A letter is written in the transaction of what it tells about."""

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
    """Write a letter, to be sent once the transaction is done."""
    return Letter.objects.create(
        kind=kind,
        to_address=to_address,
        subject=subject,
        body=body,
        to_name=to_name,
        federation=federation,
        is_secret=is_secret,
        message_id=make_msgid(domain="finsam.invalid"),
    )
