"""One letter to the mail server, and what became of it."""

import logging
from datetime import datetime, timedelta
from email.utils import format_datetime, formataddr
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone

from finsam.letters.models import Letter

SECRETS_LAST = timedelta(minutes=30)
"""As long as the code in a secret letter is valid."""

PATIENCE = timedelta(days=14)
"""How long a letter is tried before the office has to see to it."""

TOO_OLD = "Koden i brevet gick ut innan brevet kunde skickas."
BAD_ADDRESS = "Adressen går inte att skicka till."
NOBODY_ANSWERED = "E-postservern svarade inte."

logger = logging.getLogger(__name__)


class NotDelivered(Exception):
    """The letter could not be sent now, and is to be tried again."""


def deliver(pk: int) -> None:
    """Send a letter that waits; one that does not, or that somebody else is sending, is left.

    At least once: whoever is killed between the mail server's yes and the commit leaves a letter
    that waits, and it is sent again under the same Message-ID. Raises NotDelivered.
    """
    with transaction.atomic():
        waiting = Letter.objects.waiting().select_for_update(skip_locked=True)
        letter = waiting.filter(pk=pk).first()
        wrong = _deliver(letter) if letter and _is_to_be_sent() else ""
    if wrong:
        raise NotDelivered(wrong)


def is_shown_as_sent() -> bool:
    """Demo mode without a mail server: letters go no farther than to the product's own Utkorg."""
    return settings.DEMO and not settings.IS_MAIL_CONFIGURED


def expires_before(now: datetime) -> datetime:
    """Secret letters that were written before this carry a code that is no longer valid."""
    return now - SECRETS_LAST


def _is_to_be_sent() -> bool:
    return settings.DEMO or settings.IS_MAIL_CONFIGURED


def _deliver(letter: Letter) -> str:
    """What went wrong this time, if the letter is to be tried again."""
    now = timezone.now()
    if letter.is_secret and letter.made_at < expires_before(now):
        return _close(letter, now, TOO_OLD)
    if is_shown_as_sent():
        return _sent(letter, now, body=letter.body)
    letter.attempts += 1
    try:
        _message(letter).send()
    except SMTPRecipientsRefused as refusal:
        return _refused(letter, now, refusal)
    except (OSError, SMTPException) as error:
        return _failed(letter, now, _reason(error))
    except ValueError:
        return _close(letter, now, BAD_ADDRESS)
    return _sent(letter, now, body="" if letter.is_secret else letter.body)


def _message(letter: Letter) -> EmailMessage:
    # The same head each time: a letter that arrives twice is known to be one.
    headers = {
        "Message-ID": letter.message_id,
        "Date": format_datetime(timezone.localtime(letter.made_at)),
        "Auto-Submitted": "auto-generated",
    }
    to = formataddr((letter.to_name, letter.to_address)) if letter.to_name else letter.to_address
    message = EmailMessage(letter.subject, letter.body, to=[to], headers=headers)
    for file in letter.files.all():
        message.attach(file.name, bytes(file.data), file.media_type)
    return message


def _sent(letter: Letter, now: datetime, *, body: str) -> str:
    letter.sent_at, letter.last_error, letter.body = now, "", body
    letter.save(update_fields=["sent_at", "last_error", "body", "attempts"])
    return ""


def _refused(letter: Letter, now: datetime, refusal: SMTPRecipientsRefused) -> str:
    """The recipient's server says no, for good (5…) or for now (4…)."""
    code, said = next(iter(refusal.recipients.values()))
    reason = _answer(code, said)
    return _close(letter, now, reason) if code >= 500 else _failed(letter, now, reason)


def _failed(letter: Letter, now: datetime, reason: str) -> str:
    """Whatever else is wrong may be mended: wrong password, a full disk, a policy."""
    logger.warning("Letter %s is not sent: %s", letter.pk, reason)
    if letter.made_at < now - PATIENCE:
        return _close(letter, now, reason)
    letter.last_error = reason
    letter.save(update_fields=["last_error", "attempts"])
    return reason


def _close(letter: Letter, now: datetime, reason: str) -> str:
    letter.closed_at, letter.last_error = now, reason
    letter.body = "" if letter.is_secret else letter.body
    letter.save(update_fields=["closed_at", "last_error", "body", "attempts"])
    return ""


def _reason(error: Exception) -> str:
    if isinstance(error, SMTPResponseException):
        return _answer(error.smtp_code, error.smtp_error)
    said = str(error).strip()
    return f"{NOBODY_ANSWERED} ({said})" if said else NOBODY_ANSWERED


def _answer(code: int, said: bytes | str) -> str:
    text = said.decode(errors="replace") if isinstance(said, bytes) else said
    return f"E-postservern svarade: {code} {' '.join(text.split())}"
