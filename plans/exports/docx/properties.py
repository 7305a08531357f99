"""What the file says of itself: title, author, language and days."""

from datetime import UTC, datetime, time

from docx.opc.coreprops import CoreProperties
from docx.oxml.ns import qn

from plans.document.document import Document
from plans.exports.docx.elements import plain

MAX_LENGTH = 255
"""The longest that python-docx takes."""

LANGUAGE = "sv-SE"


def describe(properties: CoreProperties, document: Document) -> None:
    """Fills the properties in. The days are those of the decisions, or none."""
    federation = document.content.federation.name
    properties.title = _short(f"{document.cover.title} – {federation}")
    properties.author = properties.last_modified_by = _short(federation)
    properties.subject = _short(document.label)
    properties.keywords = "verksamhetsplan, samordningsförbund, finansiell samordning"
    properties.comments = ""
    properties.language = LANGUAGE
    properties.revision = 1
    _date(properties, document)


def _date(properties: CoreProperties, document: Document) -> None:
    days = sorted(decision.decided_on for decision in document.content.decisions)
    if days:
        properties.created = datetime.combine(days[0], time(), UTC)
        properties.modified = datetime.combine(days[-1], time(), UTC)
        return
    element = properties._element
    for name in ("dcterms:created", "dcterms:modified"):
        for found in element.findall(qn(name)):
            element.remove(found)


def _short(text: str) -> str:
    return plain(text).strip()[:MAX_LENGTH]
