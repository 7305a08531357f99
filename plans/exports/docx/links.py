"""Links: to addresses as Word accepts them, and to bookmarks in the file."""

import re
from collections.abc import Iterable
from urllib.parse import quote, urlsplit

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml.ns import qn
from lxml.etree import _Element as Element

from plans.exports.docx.elements import w

MAX_LENGTH = 2000
"""Word refuses a file with an address of more than 2 083 characters."""

_HOST = re.compile(r"[\w-]+(\.[\w-]+)*\.?")
_MAILBOX = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(\.[\w-]+)+")
_BROKEN_ESCAPE = re.compile("%(?![0-9A-Fa-f]{2})")
_SAFE = "/?#:@!$&'()*+,;=~%"


def address(href: str) -> str:
    """The address as Word accepts it, "" where it would call the whole file broken."""
    try:
        parts = urlsplit(href)
        is_web = bool(_HOST.fullmatch(parts.hostname or "")) and parts.port != 0
    except ValueError:
        return ""
    if parts.scheme == "mailto":
        is_web = bool(_MAILBOX.fullmatch(parts.path))
    written = quote(_BROKEN_ESCAPE.sub("%25", href), safe=_SAFE)
    return written if is_web and len(written) <= MAX_LENGTH else ""


def bookmark_name(anchor: str) -> str:
    """A section's anchor as a bookmark, which takes 40 letters, digits and underscores."""
    return anchor.replace("avsnitt-", "avsnitt_").replace("-", "")[:40]


def link(part: Part, href: str, runs: Iterable[Element]) -> list[Element]:
    """The runs as a link, out or to a section ("#avsnitt-…"); bare where it leads nowhere."""
    if href.startswith("#"):
        return [w("hyperlink", *runs, anchor=bookmark_name(href[1:]), history=1)]
    target = address(href)
    if not target:
        return list(runs)
    element = w("hyperlink", *runs, history=1)
    element.set(qn("r:id"), part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    return [element]


def bookmarked(runs: Iterable[Element], names: Iterable[tuple[int, str]]) -> list[Element]:
    """The runs inside bookmarks, each with its number and name."""
    marked = list(runs)
    for number, name in names:
        start = w("bookmarkStart", id=number, name=name)
        marked = [start, *marked, w("bookmarkEnd", id=number)]
    return marked
