"""What the Word file says of itself: title, author, language and days."""

from docx.opc.coreprops import CoreProperties
from docx.oxml.ns import qn

from plans.document.document import Document
from plans.exports.description import KEYWORDS, LANGUAGE, Description, described


def describe(properties: CoreProperties, document: Document) -> None:
    """Fills the properties in. The days are those of the decisions, or none."""
    said = described(document)
    properties.title = said.title
    properties.author = properties.last_modified_by = said.author
    properties.subject = said.subject
    properties.keywords = KEYWORDS
    properties.comments = ""
    properties.language = LANGUAGE
    properties.revision = 1
    _date(properties, said)


def _date(properties: CoreProperties, said: Description) -> None:
    if said.created and said.modified:
        properties.created, properties.modified = said.created, said.modified
        return
    element = properties._element
    for name in ("dcterms:created", "dcterms:modified"):
        for found in element.findall(qn(name)):
            element.remove(found)
