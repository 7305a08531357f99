"""Footnotes, which python-docx has nothing for: a part of their own, as Word keeps them."""

from collections.abc import Sequence
from typing import cast

from docx.document import Document as Docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml.etree import _Element as Element

from plans.exports.docx.elements import paragraph, w
from plans.exports.docx.runs import Marks, run, words

REFERENCE = Marks(style="FootnoteReference")
SEPARATORS = (("separator", -1), ("continuationSeparator", 0))
"""The lines above the notes, which Word keeps among them; the settings name both."""


class Footnotes:
    """The notes of one file, numbered by Word in the order of the text."""

    def __init__(self, docx: Docx) -> None:
        self._notes = w("footnotes", *(_separator(kind, number) for kind, number in SEPARATORS))
        self.part = XmlPart(
            PackURI("/word/footnotes.xml"),
            CONTENT_TYPE.WML_FOOTNOTES,
            cast(BaseOxmlElement, self._notes),
            docx.part.package,
        )
        docx.part.relate_to(self.part, RELATIONSHIP_TYPE.FOOTNOTES)

    def add(self, runs: Sequence[Element]) -> Element:
        """Adds a note, and gives the run that refers to it."""
        number = len(self._notes) - len(SEPARATORS) + 1
        mark = run(w("footnoteRef"), REFERENCE)
        self._notes.append(
            w("footnote", paragraph("FootnoteText", [mark, *words(" "), *runs]), id=number)
        )
        return run(w("footnoteReference", id=number), REFERENCE)


def _separator(kind: str, number: int) -> Element:
    line = paragraph("", [run(w(kind))])
    return w("footnote", line, type=kind, id=number)
