"""The Word file at work: its parts, and what is counted through the whole of it."""

from io import BytesIO
from itertools import count
from pathlib import Path

import docx
from docx.document import Document as Docx
from docx.opc.rel import Relationships
from docx.oxml.parser import parse_xml
from lxml.etree import _Element as Element

from finsam.federations.colour import Palette
from plans.exports.docx.contents import Entry
from plans.exports.docx.elements import fill
from plans.exports.docx.footnotes import Footnotes
from plans.exports.docx.lists import Lists
from plans.exports.docx.styles import styles
from plans.exports.sealing import sealed

KEPT = ("styles", "numbering", "settings", "theme")
"""The parts of python-docx's own empty file that this one begins with."""


class WordFile:
    """A file being written."""

    def __init__(self, palette: Palette) -> None:
        self.docx: Docx = docx.Document()
        _drop_parts(self.docx)
        fill(self.docx.styles.element, styles(palette))
        fill(self.docx.settings.element, _settings())
        self.lists = Lists(self.docx.part.numbering_part.element)
        self.notes = Footnotes(self.docx)
        self.entries: list[Entry] = []
        self.ids = count(1)

    def bytes(self) -> bytes:
        """The file. The same content gives the same bytes."""
        written = BytesIO()
        self.docx.save(written)
        return sealed(written.getvalue())


def _settings() -> Element:
    return parse_xml(Path(__file__).with_name("settings.xml").read_bytes())


def _drop_parts(docx: Docx) -> None:
    _keep(docx.part.rels, KEPT)
    package_rels = docx.part.package.rels
    _keep(package_rels, ("officeDocument", "core-properties"))


def _keep(rels: Relationships, kinds: tuple[str, ...]) -> None:
    for name, rel in list(rels.items()):
        if rel.reltype.rsplit("/", 1)[-1] not in kinds:
            del rels[name]
