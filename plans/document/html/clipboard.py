"""HTML as Word, LibreOffice, a viewer or a web page writes it, read into pieces."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import cast

from lxml import etree
from lxml.html import HtmlElement as Element
from lxml.html import HTMLParser, document_fromstring

from plans.document.html.allowed import (
    FOOTNOTE,
    kept_attribute,
    text_only,
)
from plans.document.html.inline import PLAIN, Inline, Marks
from plans.document.html.notes import Notes, taken_notes
from plans.document.html.pieces import (
    Heading,
    Item,
    Markup,
    Paragraph,
    Piece,
    append,
    is_bold,
    shows,
    unbolded,
)
from plans.document.html.plaintext import paragraphs
from plans.document.html.sanitise import sanitise
from plans.document.html.styling import is_hidden, is_list_mark, list_place, marked, style_of
from plans.document.html.tags import DROPPED, INLINE, is_markup
from plans.document.html.tree import text_of
from plans.document.html.typed import arranged

MAX_DEPTH = 80
"""Of elements in elements; what is deeper is flattened first. No person writes so."""

_REVEALED = re.compile(r"<!\[(?:if|endif)[^>]*>", re.IGNORECASE)
_NUMBERED = re.compile(r"\(?(?:\d+|[a-z]{1,4})[.):]", re.IGNORECASE)
_HEADING = re.compile(r"h([1-6])")
_CONTENTS = re.compile(r"\bmsotoc\d|\btoc\d", re.IGNORECASE)
_CONTENTS_PLACE = re.compile(r"table of contents|innehåll", re.IGNORECASE)

_STRONG, _EM = frozenset({"b", "strong"}), frozenset({"i", "em", "cite"})
_PARTS = frozenset({"thead", "tbody", "tfoot"})

Make = Callable[[Inline], Piece]


@dataclass(frozen=True, slots=True)
class Clipboard:
    """What was read, and how many pictures and contents lists were not."""

    pieces: list[Piece]
    pictures: int = 0
    contents: int = 0


def read(html: str) -> Clipboard:
    """The pieces of a clipboard's HTML or plain text."""
    if not is_markup(html):
        return Clipboard(arranged(paragraphs(html)))
    root = _parsed(text_only(_REVEALED.sub("", html)))
    reader = _Reader(taken_notes(root))
    pieces = arranged(reader.below(root, PLAIN))
    return Clipboard(pieces, reader.found["picture"], reader.found["contents"])


def _parsed(html: str) -> Element:
    root = _tree(html)
    return root if _depth(root) <= MAX_DEPTH else _tree(sanitise(html))


def _tree(html: str) -> Element:
    parser = HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    return document_fromstring("<body>" + html, parser=parser)


def _depth(root: Element) -> int:
    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


@dataclass(slots=True)
class _Reader:
    """Walks a tree and keeps the paragraph at work, and what kind of piece it will be."""

    notes: Notes
    pieces: list[Piece] = field(default_factory=list)
    found: dict[str, int] = field(default_factory=lambda: {"picture": 0, "contents": 0})
    inline: Inline = field(default_factory=Inline)
    make: Make = Paragraph
    mark: str = ""
    """The bullet or number that Word wrote before the item at work."""

    def _read_into(self, element: Element, marks: Marks) -> None:
        self._text(element.text, marks)
        for child in element:
            self._child(child, marks)
            self._text(child.tail, marks)

    def below(self, element: Element, marks: Marks) -> list[Piece]:
        """The pieces of one cell, item or quote."""
        reader = _Reader(self.notes, found=self.found)
        reader._read_into(element, marks)
        reader._flush()
        return reader.pieces

    def _text(self, text: str | None, marks: Marks) -> None:
        if text:
            self.inline.add_text(text_only(text), marks)

    def _flush(self) -> None:
        # Word keeps an empty line alive with a hard space.
        if self.inline.finish() and shows(self.inline):
            self.pieces.append(self.make(self.inline))
        self.inline = Inline()

    def _child(self, element: Element, marks: Marks) -> None:
        tag, attributes = _name(element), cast(Mapping[str, str], element.attrib)
        style = style_of(attributes)
        if tag in DROPPED or is_hidden(style):
            return
        if is_list_mark(style):
            self.mark = text_of(element)
        elif tag == "br":
            self.inline.add_break()
        elif ":" in tag and not text_of(element):
            return
        elif tag in INLINE or ":" in tag:
            self._inline_child(element, tag, marked(_tagged(tag, attributes, marks), style))
        else:
            self._flush()
            self._block(element, tag, style, marks)
            self._flush()

    # Inside a line

    def _inline_child(self, element: Element, tag: str, marks: Marks) -> None:
        note = self.notes.get(element.get("href", "")) if tag == "a" else None
        if note is not None:
            self.inline.add_note(self._note(note))
        elif tag == "span" and FOOTNOTE in element.get("class", "").split():
            self.inline.add_note(self._note(element))
        elif tag == "span" and element.get("data-figure"):
            self.inline.add_figure(element.get("data-figure", ""), marks)
        else:
            self._read_into(element, marks)

    def _note(self, element: Element) -> Inline:
        note = Inline()
        for piece in self.below(element, PLAIN):
            note.add_text(" ", PLAIN)
            for inline in _lines(piece):
                note.runs += [run for run in inline.runs if run.note is None]
        return note

    # Blocks

    def _block(self, element: Element, tag: str, style: Mapping[str, str], marks: Marks) -> None:
        if _is_contents(element):
            self.found["contents"] += 1
        elif tag == "img":
            self._picture(element)
        elif tag == "pre":
            self.pieces += paragraphs(text_of(element))
        elif tag in {"ul", "ol"}:
            self._list(element, tag, marked(marks, style))
        elif tag == "table":
            self._table(element, marked(marks, style))
        elif tag == "blockquote":
            self._quote(element, marked(marks, style))
        else:
            self._paragraph(element, tag, style, marks)

    def _paragraph(
        self, element: Element, tag: str, style: Mapping[str, str], marks: Marks
    ) -> None:
        around, self.mark = self.make, ""
        heading, place = _HEADING.fullmatch(tag), list_place(style)
        if heading or "msotitle" in element.get("class", "").lower():
            level = int(heading[1]) if heading else 0
            self.make = lambda inline: Heading(
                level, unbolded(inline) if is_bold(inline) else inline
            )
        elif place:
            self.make = lambda inline: Item(
                place.depth, self._is_numbered(), (inline,), place.series
            )
        self._read_into(element, marks if heading else marked(marks, style))
        self._flush()
        self.make = around

    def _is_numbered(self) -> bool:
        return bool(_NUMBERED.fullmatch(self.mark))

    def _picture(self, element: Element) -> None:
        key = kept_attribute("img", "data-picture", element.get("data-picture", ""))
        if key is None:
            self.found["picture"] += 1
            return
        attributes = {"data-picture": key, "alt": text_only(element.get("alt", ""))}
        self.pieces.append(Markup(etree.Element("img", attributes)))

    def _list(self, element: Element, tag: str, marks: Marks) -> None:
        if element.find("li[@data-aria-level]") is not None:
            self._levelled_list(element, tag, marks)
            return
        written = etree.Element(tag)
        for child in element:
            pieces = self.below(child, marks) if _name(child) == "li" else []
            if _name(child) in {"ul", "ol"}:
                self._nested(written, child, marks)
            elif pieces:
                append(etree.SubElement(written, "li"), pieces)
        if len(written):
            self.pieces.append(Markup(written))

    def _nested(self, written: Element, element: Element, marks: Marks) -> None:
        """A list that stands between the items of another is the last item's."""
        reader = _Reader(self.notes, found=self.found)
        reader._list(element, _name(element), marks)
        if reader.pieces:
            holder = written[-1] if len(written) else etree.SubElement(written, "li")
            append(holder, reader.pieces)

    def _levelled_list(self, element: Element, tag: str, marks: Marks) -> None:
        """Word on the web: a list of its own for each item, which knows its level."""
        for child in element.iterfind("li"):
            level = child.get("data-aria-level", "1")
            depth = int(level) - 1 if re.fullmatch(r"[1-9]", level) else 0
            lines = tuple(inline for one in self.below(child, marks) for inline in _lines(one))
            if lines:
                self.pieces.append(Item(depth, tag == "ol", lines, "levelled"))

    def _quote(self, element: Element, marks: Marks) -> None:
        quote = etree.Element("blockquote")
        append(quote, arranged(self.below(element, marks)))
        self.pieces.append(Markup(quote))

    def _table(self, element: Element, marks: Marks) -> None:
        table = etree.Element("table")
        self._rows(table, element, marks)
        if table.find(".//td") is not None or table.find(".//th") is not None:
            self.pieces.append(Markup(table))
            return
        for caption in element.iterfind("caption"):
            self.pieces += self.below(caption, marks)

    def _rows(self, written: Element, element: Element, marks: Marks) -> None:
        for child in element:
            tag = _name(child)
            if tag in _PARTS:
                self._rows(etree.SubElement(written, tag), child, marks)
            elif tag == "tr":
                self._cells(etree.SubElement(written, "tr"), child, marks)
            elif tag == "caption":
                append(etree.SubElement(written, "caption"), self.below(child, marks))

    def _cells(self, row: Element, element: Element, marks: Marks) -> None:
        for child in element:
            if _name(child) not in {"td", "th"}:
                continue
            kept = {name: str(value) for name, value in child.attrib.items() if name in _CELL}
            style = style_of(cast(Mapping[str, str], child.attrib))
            pieces = arranged(self.below(child, marked(marks, style)))
            append(etree.SubElement(row, _name(child), kept), pieces)


_CELL = frozenset({"colspan", "rowspan", "scope"})


def _name(element: Element) -> str:
    return element.tag.lower() if isinstance(element.tag, str) else ""


def _tagged(tag: str, attributes: Mapping[str, str], marks: Marks) -> Marks:
    if tag in _STRONG:
        return marks._replace(strong=True)
    if tag in _EM:
        return marks._replace(em=True)
    if tag == "a":
        return marks._replace(href=kept_attribute("a", "href", attributes.get("href", "")) or "")
    return marks


def _is_contents(element: Element) -> bool:
    """Whether it is a line of a contents list, or all of one."""
    classes, name = element.get("class", ""), element.get("id", "")
    return bool(_CONTENTS.search(classes) or _CONTENTS_PLACE.match(name))


def _lines(piece: Piece) -> tuple[Inline, ...]:
    if isinstance(piece, Item):
        return piece.paragraphs
    if isinstance(piece, Markup):
        line = Inline()
        line.add_text(" ".join(map(str, piece.element.itertext())), PLAIN)
        return (line,)
    return (piece.inline,)
