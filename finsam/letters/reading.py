"""Letters as their office reads them: what has become of each, in words."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format

from finsam.letters.models import Letter, LetterFile


def files_with(letter: Letter) -> list[LetterFile]:
    """What goes with the letter, without the bytes. One query."""
    return list(letter.files.defer("data"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLetter:
    """A letter, its state as a chip and in words, and what can be done with it."""

    letter: Letter
    word: str
    icon: str
    kind: str
    reason: str
    """Why it has not arrived, if it has been tried."""
    text: str
    """Empty where it is not to be read: it carries a code, or did."""
    can_be_marked: bool
    can_be_retried: bool


def read(letter: Letter) -> ReadLetter:
    """The letter for somebody who may see it."""
    word, icon, kind = _state(letter)
    return ReadLetter(
        letter=letter,
        word=word,
        icon=icon,
        kind=kind,
        reason=letter.last_error,
        text=letter.body if is_readable(letter) else "",
        can_be_marked=letter.sent_at is None and not letter.is_secret,
        can_be_retried=letter.closed_at is not None and not letter.is_secret,
    )


def is_readable(letter: Letter) -> bool:
    """A code is for its recipient alone, but in demo mode, where nobody is anybody."""
    return settings.DEMO or not letter.is_secret


def _state(letter: Letter) -> tuple[str, str, str]:
    """The chip's word, icon and kind."""
    if letter.sent_at is not None:
        how = "Skickat för hand" if letter.is_sent_by_hand else "Skickat"
        return f"{how} {_when(letter.sent_at)}", "ok", "ok"
    if letter.closed_at is not None:
        return "Kom inte fram", "err", "err"
    return "Väntar", "clock", "warn" if letter.last_error else "accent"


def _when(moment: datetime) -> str:
    """The time of today, the day of other days: "14:32", "30 november 2023"."""
    local = timezone.localtime(moment)
    is_today = local.date() == timezone.localdate()
    return f"{local:%H:%M}" if is_today else date_format(local, "j F Y")
