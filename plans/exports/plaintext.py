"""Text as an XML file can hold it."""

import re

from plans.document.html.allowed import text_only

_SPACE = re.compile("[ \t\n\r\f]+")


def plain(text: str) -> str:
    """The text as XML can hold it, white space collapsed as a browser shows it."""
    return _SPACE.sub(" ", text_only(text))
