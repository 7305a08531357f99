"""A letter to somebody with an account: greeted by name, sent to the account's address."""

from finsam.federations.models import Federation
from finsam.letters.composing import body_of
from finsam.letters.models import Letter
from finsam.letters.posting import post
from finsam.members.models import User


def write_to(
    user: User, kind: str, *, subject: str, federation: Federation | None = None, **said: object
) -> Letter:
    """Post the letter of templates/mail/<kind>.txt to a person, in the caller's transaction.

    `said` is what the template says besides who it is to and whose letter it is.
    """
    return post(
        kind=kind,
        to_address=user.email,
        to_name=user.name,
        subject=subject,
        body=body_of(kind, to_name=user.name, federation=federation, **said),
        federation=federation,
    )
