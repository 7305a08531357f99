"""How the product writes to people: every letter begins here."""

from collections.abc import Iterable
from email.utils import parseaddr
from hashlib import sha256
from uuid import uuid4

from django.conf import settings
from django.db import transaction

from finsam.federations.models import Federation
from finsam.letters.models import Letter, LetterFile
from finsam.letters.queue import enqueue

SUBJECT_LENGTH, NAME_LENGTH = 200, 120


@transaction.atomic
def post(
    *,
    kind: str,
    to_address: str,
    subject: str,
    body: str,
    to_name: str = "",
    federation: Federation | None = None,
    is_secret: bool = False,
    files: Iterable[LetterFile] = (),
) -> Letter:
    """Write a letter, to be delivered once the caller's transaction is committed, or not at all.

    `body` is plain text, word for word (`composing.body_of`). A secret letter carries a code: it is
    sent within half an hour or not at all, and its text is not kept. `files` go with it
    (`file_of`).
    """
    letter = Letter.objects.create(
        kind=kind,
        to_address=to_address,
        to_name=one_line(to_name)[:NAME_LENGTH],
        subject=one_line(subject)[:SUBJECT_LENGTH],
        body=body,
        federation=federation,
        is_secret=is_secret,
        message_id=new_message_id(),
    )
    letter.files.add(*files)
    enqueue(letter)
    return letter


def file_of(*, name: str, media_type: str, data: bytes) -> LetterFile:
    """A file for letters to carry, stored once however many letters and times it goes with."""
    checksum = sha256(data).hexdigest()
    defaults = {"media_type": media_type, "data": data}
    file, _ = LetterFile.objects.get_or_create(
        sha256=checksum, name=one_line(name), defaults=defaults
    )
    return file


def one_line(text: str) -> str:
    """What may stand in a letter's head, where a new line would begin another field."""
    return " ".join(text.split())


def new_message_id() -> str:
    """A name for a letter that it keeps, however many times it is sent: `<uuid@host>`."""
    _, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    host = address.rpartition("@")[2] or "localhost"
    return f"<{uuid4()}@{host}>"
