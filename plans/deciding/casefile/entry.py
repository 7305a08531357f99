"""What a case consists of: things that happened, each with its files."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.text import slugify

LONGEST_NAME = 60
_EXTENSION = re.compile(r"\.([a-z0-9]{1,5})$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """A file of a case: its place in the ZIP, and what it is called.

    Its bytes are `data`, or those of a row: `kind`, `pk` and the field's name (`copies`).
    """

    path: str
    words: str
    on: date
    data: bytes = b""
    kind: str = ""
    pk: int = 0
    field: str = ""

    @property
    def file_name(self) -> str:
        return self.path.rpartition("/")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Something that happened: the day, what, what is told about it, and its files."""

    on: date
    what: str
    told: tuple[str, ...] = ()
    files: tuple[Filed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """A case: what happened in time order, and lists of recipients, answers and steps."""

    title: str
    federation: str
    entries: tuple[Entry, ...]
    tables: tuple[Filed, ...]

    @property
    def files(self) -> list[Filed]:
        """All of them, by their places."""
        found = [file for entry in self.entries for file in entry.files]
        return sorted([*found, *self.tables], key=lambda file: file.path)


def plain(text: str) -> str:
    """A text as a part of a file's name: small letters a–z, figures and hyphens."""
    return slugify(text)[:LONGEST_NAME].strip("-") or "namnlos"


def extension_of(name: str) -> str:
    """A file name's own extension, if it is a plain one: "pdf"; else "bin"."""
    found = _EXTENSION.search(name.lower())
    return found[1] if found else "bin"


def day_of(moment: datetime) -> date:
    """The day of it here."""
    return timezone.localtime(moment).date()


def said(*lines: str) -> tuple[str, ...]:
    """The lines that say anything."""
    return tuple(filter(None, lines))
