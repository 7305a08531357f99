"""The XML of a Word file: parsed without entities, named without the length of its namespaces."""

from lxml import etree
from lxml.etree import _Element as Element

from plans.document.word.refusal import DAMAGED, TOO_MUCH, WordRefused

MAX_ELEMENTS = 400_000
"""A plan of a hundred pages has some 60 000."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
VML = "{urn:schemas-microsoft-com:vml}"

_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W,
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": R,
    b"http://purl.oclc.org/ooxml/drawingml/main": A,
    b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": DRAWING,
}
"""The names of the ISO standard's strict variant, which Word can save too."""
_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))
_OFF = {"0", "false", "off", "none"}


def parsed(data: bytes) -> Element:
    """A part's root element. Raises WordRefused where it is no XML, has a DTD or is too much."""
    if any(doctype in data for doctype in _DOCTYPES):
        raise WordRefused(DAMAGED)
    # Counted before they are read: a small file unpacks to millions, and each takes memory.
    if data.count(b"<") > 2 * MAX_ELEMENTS:
        raise WordRefused(TOO_MUCH)
    for strict, name in _STRICT.items():
        data = data.replace(strict, name.strip("{}").encode())
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise WordRefused(DAMAGED) from None
    if sum(1 for _ in root.iter()) > MAX_ELEMENTS:
        raise WordRefused(TOO_MUCH)
    return root


def value(element: Element | None, path: str = "") -> str:
    """The w:val of an element, or of one below it; "" where there is none."""
    if element is not None and path:
        element = element.find(path)
    return "" if element is None else str(element.get(f"{W}val", ""))


def switched(element: Element | None, name: str) -> bool | None:
    """Whether a property is on: `<w:b/>` is, `<w:b w:val="0"/>` is not; None where it is unsaid."""
    found = None if element is None else element.find(f"{W}{name}")
    return None if found is None else found.get(f"{W}val", "1") not in _OFF


def number(text: str | None) -> int | None:
    """A whole number of at most nine digits, or None."""
    digits = (text or "").removeprefix("-")
    return int(text or "") if digits.isascii() and digits.isdigit() and len(digits) < 10 else None
