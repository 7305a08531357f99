"""How the log is written: a line for each thing, short, and without what is secret."""

import logging
import re
from typing import Any

LONGEST = 1000
"""Characters of a message: an address with a picture in it is a million."""

_SECRET = re.compile(
    r"(?i)\b(authorization|cookie|sessionid|csrftoken|csrfmiddlewaretoken|password|passwd|secret"
    r"(?:_key)?|token|api_?key|code|kod)\b(['\"]?\s*[:=]\s*)(?:(?:bearer|basic)\s+)?['\"]?[^\s'\"&;,]+"
)
_WITH_PASSWORD = re.compile(r"(\w+://[^\s:/@]*):[^\s@/]+@")
_INVITATION = re.compile(r"(inbjudan/)[0-9a-fA-F-]{8,}")
_CONSULTATION = re.compile(r"(offentligt/samrad/)[0-9a-fA-F-]{8,}(/[^/\s]+)?")
_ROW = re.compile(
    r"^(DETAIL|CONTEXT): .*?(?=^(?:The above|During handling|Traceback)|\Z)",
    re.MULTILINE | re.DOTALL,
)
"""What PostgreSQL quotes of a row, whatever stood in it."""


def discreet(text: str) -> str:
    """The text without passwords, cookies, codes, rows of the database, and the keys of invitations
    and of links to samråd."""
    text = _SECRET.sub(r"\1\2…", text)
    text = _WITH_PASSWORD.sub(r"\1:…@", text)
    text = _INVITATION.sub(r"\1…", text)
    text = _CONSULTATION.sub(r"\1…", text)
    return _ROW.sub(r"\1: …\n", text)


class Discreet(logging.Formatter):
    """Messages in one line of bounded length; tracebacks in theirs."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 -- logging's name
        message = record.message
        if len(message) > LONGEST:
            message = f"{message[:LONGEST]}… ({len(message)} characters)"
        record.message = discreet("".join(map(_visible, message)))
        return super().formatMessage(record)

    def formatException(self, ei: Any) -> str:  # noqa: N802 -- logging's name
        return discreet(super().formatException(ei))


def _visible(character: str) -> str:
    """A control character as it is written in Python: nobody can make a line look like two."""
    return character if character.isprintable() else repr(character)[1:-1]
