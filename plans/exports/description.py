"""What a file of an office program says of itself: title, author, language and days."""

from dataclasses import dataclass
from datetime import UTC, datetime, time

from plans.document.document import Document
from plans.exports.plaintext import plain

MAX_LENGTH = 255
"""The longest that python-docx takes."""

LANGUAGE = "sv-SE"
KEYWORDS = "verksamhetsplan, samordningsförbund, finansiell samordning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What is said of a plan. The days are those of its first and last decision, or none."""

    title: str
    author: str
    subject: str
    created: datetime | None
    modified: datetime | None


def described(document: Document) -> Description:
    """What a file says of the plan that it holds."""
    federation = document.content.federation.name
    days = sorted(decision.decided_on for decision in document.content.decisions)
    moments = [datetime.combine(day, time(), UTC) for day in days]
    return Description(
        title=_short(f"{document.cover.title} – {federation}"),
        author=_short(federation),
        subject=_short(document.label),
        created=moments[0] if moments else None,
        modified=moments[-1] if moments else None,
    )


def _short(text: str) -> str:
    return plain(text).strip()[:MAX_LENGTH]
