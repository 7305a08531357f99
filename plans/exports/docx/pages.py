"""Pages: upright and lying, with the heads and feet that stand on all but the first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from docx.oxml.ns import qn
from docx.parts.hdrftr import FooterPart, HeaderPart
from lxml.etree import _Element as Element

from plans.document.document import Document
from plans.exports.docx.elements import fill, mm, on_a_new_page, paragraph, properties, w
from plans.exports.docx.fields import field
from plans.exports.docx.file import WordFile
from plans.exports.docx.runs import run, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A page's size and margins in mm."""

    width: int
    height: int
    top: int
    side: int
    bottom: int

    @property
    def orientation(self) -> str:
        return "landscape" if self.width > self.height else "portrait"

    @property
    def measure(self) -> int:
        """The width of what stands on it, in twips."""
        return mm(self.width - 2 * self.side)


UPRIGHT = Format(width=210, height=297, top=30, side=25, bottom=27)
LYING = Format(width=297, height=210, top=25, side=22, bottom=20)
EDGE = mm(12)
"""From the paper's edge to the head and to the foot."""

LONGEST = 90
"""The most letters of federation and title together that have room on one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Blocks that stand on pages of one format; the first one may begin a page."""

    format: Format
    blocks: Sequence[Element]
    begins_a_page: bool = False


def paged(file: WordFile, document: Document, stretches: Iterable[Stretch]) -> Iterator[Element]:
    """All blocks with the breaks between formats, and last what says how the last pages are."""
    heads = _Heads(file, document)
    joined = [
        (page, _joined(group))
        for page, group in groupby(stretches, key=lambda stretch: stretch.format)
    ]
    for index, (page, blocks) in enumerate(joined, start=1):
        end = heads.section(page, is_first=index == 1)
        yield from blocks if index == len(joined) else _ended(blocks, end)
    yield end


def _joined(stretches: Iterable[Stretch]) -> list[Element]:
    """The blocks of one format, with page breaks; a change of format is one already."""
    blocks: list[Element] = []
    for stretch in stretches:
        if blocks and stretch.begins_a_page:
            on_a_new_page(stretch.blocks[0])
        blocks += stretch.blocks
    return blocks


def _ended(blocks: list[Element], end: Element) -> list[Element]:
    """The blocks, their last paragraph being the last before the next format."""
    if not (blocks and blocks[-1].tag == qn("w:p")):
        blocks = [*blocks, paragraph("TableSpace", ())]
    properties(blocks[-1]).append(end)
    return blocks


class _Heads:
    """The heads and feet of each format, made once."""

    def __init__(self, file: WordFile, document: Document) -> None:
        self.part = file.docx.part
        self.document = document
        self._ids: dict[Format, tuple[str, str]] = {}

    def section(self, page: Format, *, is_first: bool) -> Element:
        """What Word calls a section's properties: references, size and margins."""
        if page not in self._ids:
            self._ids[page] = (self._head(page), self._foot(page))
        head, foot = self._ids[page]
        section = w(
            "sectPr",
            _reference("headerReference", head),
            _reference("footerReference", foot),
            w("type", val="nextPage"),
            w("pgSz", w=mm(page.width), h=mm(page.height), orient=page.orientation),
            _margins(page),
        )
        if is_first:
            section.append(w("titlePg"))
        return section

    def _head(self, page: Format) -> str:
        whose, title = self.document.cover.federation, self.document.cover.title
        if len(whose) + len(title) > LONGEST:
            lines = [_line("Header", page, words(whose)), _line("Header", page, words(title))]
        else:
            lines = [_line("Header", page, words(whose), words(title))]
        part, name = self.part.add_header_part()  # type: ignore[no-untyped-call]
        return _filled(part, name, lines)

    def _foot(self, page: Format) -> str:
        number = [
            *words("sida "),
            *field("PAGE", "2"),
            *words(" av "),
            *field("NUMPAGES", "2"),
        ]
        part, name = self.part.add_footer_part()  # type: ignore[no-untyped-call]
        line = _line("Footer", page, words(self.document.label), number)
        return _filled(part, name, [line])


def _filled(part: HeaderPart | FooterPart, name: str, lines: Sequence[Element]) -> str:
    fill(part.element, lines)
    return name


def _line(
    style: str, page: Format, left: Sequence[Element], right: Sequence[Element] = ()
) -> Element:
    """A line to both sides of the page; the style's own stop is that of an upright page."""
    tab = [run(w("tab"))] if right else []
    line = paragraph(style, [*left, *tab, *right])
    if page.measure != UPRIGHT.measure:
        stops = (
            w("tab", val="clear", pos=UPRIGHT.measure),
            w("tab", val="right", pos=page.measure),
        )
        properties(line).append(w("tabs", *stops))
    return line


def _reference(tag: str, name: str) -> Element:
    element = w(tag, type="default")
    element.set(qn("r:id"), name)
    return element


def _margins(page: Format) -> Element:
    side = mm(page.side)
    return w(
        "pgMar",
        top=mm(page.top),
        right=side,
        bottom=mm(page.bottom),
        left=side,
        header=EDGE,
        footer=EDGE,
        gutter=0,
    )
