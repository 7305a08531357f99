"""What the workbook says of itself: title, author, language and days."""

from datetime import datetime

from lxml import etree
from openpyxl.packaging.core import DocumentProperties

from plans.document.document import Document
from plans.exports.description import KEYWORDS, LANGUAGE, described

NO_DAY = datetime(1980, 1, 1)
"""Stands for no day until `undated` takes it away: openpyxl writes no file without days."""

_TERMS = "{http://purl.org/dc/terms/}"


def describe(properties: DocumentProperties, document: Document) -> None:
    """Fills the properties in. The days are those of the decisions, or none."""
    said = described(document)
    properties.title = said.title
    properties.creator = properties.lastModifiedBy = said.author
    properties.subject = said.subject
    properties.keywords = KEYWORDS
    properties.language = LANGUAGE
    properties.created, properties.modified = _day(said.created), _day(said.modified)


def undated(part: bytes) -> bytes:
    """The file's part with the properties, without days where it has none."""
    root = etree.fromstring(part)
    for day in [*root.iter(f"{_TERMS}created", f"{_TERMS}modified")]:
        if str(day.text).startswith(NO_DAY.date().isoformat()):
            root.remove(day)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _day(moment: datetime | None) -> datetime:
    """Without its zone, which openpyxl takes for UTC and cannot write."""
    return moment.replace(tzinfo=None) if moment else NO_DAY
