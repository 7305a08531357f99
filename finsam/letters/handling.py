"""What the office does with a letter itself."""

from django.db import transaction
from django.utils import timezone

from finsam.letters.models import Letter
from finsam.letters.queue import enqueue


def mark_sent(*, letter: Letter) -> bool:
    """Somebody has sent the text by other means. False where there is nothing left to send."""
    unsent = Letter.objects.filter(pk=letter.pk, sent_at=None, is_secret=False)
    now = timezone.now()
    return bool(unsent.update(sent_at=now, is_sent_by_hand=True, closed_at=None, last_error=""))


@transaction.atomic
def try_again(*, letter: Letter) -> bool:
    """Send a letter that was given up once more. False where it was not."""
    closed = Letter.objects.filter(pk=letter.pk, closed_at__isnull=False, is_secret=False)
    is_reopened = bool(closed.update(closed_at=None, last_error=""))
    if is_reopened:
        enqueue(letter)
    return is_reopened
