"""A document as a Word file: cover, contents, and the sections on their pages."""

from collections.abc import Iterator

from finsam.federations.colour import accent_palette
from plans.document.document import Document
from plans.exports.docx.contents import contents
from plans.exports.docx.cover import cover
from plans.exports.docx.elements import fill
from plans.exports.docx.file import WordFile
from plans.exports.docx.pages import UPRIGHT, Stretch, paged
from plans.exports.docx.pen import Pen
from plans.exports.docx.properties import describe
from plans.exports.docx.sections import stretch
from plans.exports.leaves import leaves


def render_docx(document: Document) -> bytes:
    """The document as Word reads it. The same document gives the same bytes."""
    file = WordFile(accent_palette(document.content.federation.accent))
    describe(file.docx.core_properties, document)
    body = list(_sections(file, document))
    front = [
        *cover(Pen(file=file, width=UPRIGHT.measure), document.cover),
        *contents(file.entries),
    ]
    pages = [Stretch(format=UPRIGHT, blocks=front), *body]
    fill(file.docx.element.body, paged(file, document, pages))
    return file.bytes()


def _sections(file: WordFile, document: Document) -> Iterator[Stretch]:
    """All sections; the first one and each appendix begin a page."""
    for index, leaf in enumerate(leaves(document)):
        is_first = index == 0 or leaf.section.is_appendix
        yield from stretch(file, leaf, begins_a_page=is_first)
