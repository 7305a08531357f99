"""Plain text from a clipboard, in paragraphs."""

import re

from plans.document.html.allowed import text_only
from plans.document.html.inline import PLAIN, Inline
from plans.document.html.lines import LONGEST_LINE
from plans.document.html.pieces import Paragraph, shows


def paragraphs(text: str) -> list[Paragraph]:
    """Plain text: a blank line parts paragraphs, a line is broken by a person or a page."""
    pieces: list[Paragraph] = []
    for part in re.split(r"\n\s*\n", text_only(text.replace("\r\n", "\n")).strip()):
        lines = part.split("\n")
        whole = ["\n".join(lines)] if max(map(len, lines)) <= LONGEST_LINE else lines
        pieces += [Paragraph(_broken(one)) for one in whole]
    return [one for one in pieces if one.inline.finish() and shows(one.inline)]


def _broken(text: str) -> Inline:
    inline = Inline()
    for number, line in enumerate(text.split("\n")):
        if number:
            inline.add_break()
        inline.add_text(line, PLAIN)
    return inline
