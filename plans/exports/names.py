"""What an exported file is called: a name that a person understands in a list of downloads."""

import re
from unicodedata import normalize

from django.utils.http import content_disposition_header

from plans.document.content import PlanContent
from plans.document.label import WORKING_DRAFT, version_label

MAX_LENGTH = 150
MAX_BYTES = 200
"""Before the dot, in UTF-8: a disk of today takes 255, and a browser may add " (1)"."""
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069<>:"/\\|?*]+')
"""What file systems refuse, and what turns the direction of text: "fdp.exe" for "exe.pdf"."""


def file_name(content: PlanContent, extension: str) -> str:
    """ "Verksamhetsplan 2024 – Södra Lappland (reviderad 2024-03-21).pdf".

    Holds nothing that a file system of today refuses, and at most 150 characters and 200 bytes
    before the dot.
    """
    version = f" ({_version(content)})"
    whose = content.federation.short_name or content.federation.name
    title = _with_year(content.title, content.year)
    end = _clean(version, first=" ")
    return f"{_cut(_clean(f'{title} – {whose}'), end)}{end}.{extension}"


def filed_name(title: str, year: int, whose: str) -> str:
    """An earlier plan's PDF, named like ours: "Verksamhetsplan 2019 – Södra Lappland.pdf"."""
    return f"{_cut(_clean(f'{_with_year(title, year)} – {whose}'), '')}.pdf"


def case_file_name(title: str, year: int, whose: str) -> str:
    """A plan's case file: "Akt Verksamhetsplan 2024 – Södra Lappland.zip"."""
    return f"{_cut(_clean(f'Akt {_with_year(title, year)} – {whose}'), '')}.zip"


def content_disposition(name: str, *, as_attachment: bool = False) -> str:
    """The header for a file to open, or to keep (an attachment); old programs get ASCII."""
    header = str(content_disposition_header(as_attachment, name))
    if name.isascii():
        return header
    plain = content_disposition_header(as_attachment, _ascii(name))
    return f"{plain}; {header.partition('; ')[2]}"


def _ascii(name: str) -> str:
    return normalize("NFKD", name.replace("–", "-")).encode("ascii", "ignore").decode()


def _version(content: PlanContent) -> str:
    """The last of the version's label, "Arbetsutkast" in small letters."""
    label = version_label(
        content.status, content.decisions, word=content.federation.rules.decision_word
    )
    last = label if label == WORKING_DRAFT else label.rsplit(", ", 1)[-1]
    return last[:1].lower() + last[1:]


def _cut(stem: str, end: str) -> str:
    """As much of a name as there is room for before its end, in whole characters."""
    room = MAX_BYTES - len(end.encode())
    return stem[: MAX_LENGTH - len(end)].encode()[:room].decode(errors="ignore").rstrip()


def _with_year(title: str, year: int) -> str:
    return title if str(year) in title else f"{title} {year}"


def _clean(text: str, first: str = "") -> str:
    return first + " ".join(_FORBIDDEN.sub(" ", text).split()).strip(".")
