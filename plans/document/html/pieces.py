"""What somebody else's document is read into: headings, paragraphs, list items and the rest.

A Word file and a clipboard are both read into a list of pieces. Typed lists and broken lines are
set right there, and then it is written as HTML for the sanitiser, or split at its headings.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from itertools import groupby

from lxml import etree
from lxml.etree import _Element as Element

from plans.document.html.inline import Inline, Run


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. `level` is the source's own: 1 is the uppermost, 0 the document's title."""

    level: int
    inline: Inline


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `size` is its letters' size in points where the source says so, else 0."""

    inline: Inline
    size: float = 0


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list, with one paragraph or more. Numbered items of one list share `series`."""

    depth: int
    is_numbered: bool
    paragraphs: tuple[Inline, ...]
    series: str = ""
    size: float = 0


@dataclass(frozen=True, slots=True)
class Markup:
    """A table, a picture, a quote or a ready list, as an element."""

    element: Element


Piece = Heading | Paragraph | Item | Markup


@dataclass(slots=True)
class _Lists:
    """The open lists under an element, outermost first, each with its depth and series."""

    root: Element
    open: list[tuple[int, str, Element]] = field(default_factory=list)

    def add(self, item: Item) -> None:
        tag = "ol" if item.is_numbered else "ul"
        while self.open and not self._holds(item, tag):
            self.open.pop()
        if not self.open or self.open[-1][0] < item.depth:
            parent = self.open[-1][2][-1] if self.open else self.root
            self.open.append((item.depth, item.series, etree.SubElement(parent, tag)))
        entry = etree.SubElement(self.open[-1][2], "li")
        for inline in item.paragraphs:
            inline.write(etree.SubElement(entry, "p"))

    def _holds(self, item: Item, tag: str) -> bool:
        """Whether the innermost list is this item's, or one that it stands below."""
        depth, series, element = self.open[-1]
        if depth == item.depth:
            return element.tag == tag and (tag == "ul" or series == item.series)
        return depth < item.depth


def html_of(pieces: Iterable[Piece], tops: Collection[int] = ()) -> str:
    """The pieces as HTML, not yet sanitised.

    `tops` are the levels of headings that are written h2; deeper ones are h3.
    """
    root = etree.Element("div")
    append(root, pieces, tops)
    return "".join(etree.tostring(block, encoding="unicode", method="html") for block in root)


def append(root: Element, pieces: Iterable[Piece], tops: Collection[int] = ()) -> None:
    """Writes the pieces into an element; items that follow each other are one list."""
    for are_items, group in groupby(pieces, key=lambda piece: isinstance(piece, Item)):
        lists = _Lists(root)
        for piece in group:
            if are_items and isinstance(piece, Item):
                lists.add(piece)
            else:
                _append(root, piece, tops)


def _append(root: Element, piece: Piece, tops: Collection[int]) -> None:
    if isinstance(piece, Markup):
        root.append(piece.element)
    elif isinstance(piece, Heading):
        piece.inline.write(etree.SubElement(root, "h2" if piece.level in tops else "h3"))
    elif isinstance(piece, Paragraph):
        piece.inline.write(etree.SubElement(root, "p"))


def plain_text(inline: Inline) -> str:
    """The words of a line, a break as a space; without its footnotes and figures."""
    words = (" " if is_break(run) else run.text for run in inline.runs)
    return " ".join("".join(words).split())


def is_break(run: Run) -> bool:
    """Whether it is a line break."""
    return not (run.text or run.figure or run.note)


def shows(inline: Inline) -> bool:
    """Whether there is something to see in it."""
    return any(run.text.strip() or run.figure or run.note for run in inline.runs)


def is_bold(inline: Inline) -> bool:
    """Whether all its words are bold, and there are some."""
    texts = [run for run in inline.runs if run.text.strip()]
    return bool(texts) and all(run.marks.strong for run in texts)


def unbolded(inline: Inline) -> Inline:
    """The line without bold letters: a heading is bold by itself."""
    runs = [run._replace(marks=run.marks._replace(strong=False)) for run in inline.runs]
    return Inline(runs)


def without_start(inline: Inline, length: int) -> Inline:
    """The line without its first so many characters of text, and the space after them."""
    runs = list(inline.runs)
    while runs and runs[0].text and length >= len(runs[0].text):
        length -= len(runs.pop(0).text)
    if runs and runs[0].text:
        runs[0] = runs[0]._replace(text=runs[0].text[length:])
    rest = Inline()
    for run in runs:
        _add(rest, run)
    return rest


def without_end(inline: Inline, length: int) -> Inline:
    """The line without the last so many characters of its last text."""
    runs = list(inline.runs)
    runs[-1] = runs[-1]._replace(text=runs[-1].text[:-length])
    return Inline([run for run in runs if run != Run(run.marks)])


def _add(inline: Inline, run: Run) -> None:
    """Adds a run as it was; text through the door that collapses white space."""
    if run.text:
        inline.add_text(run.text, run.marks)
    elif is_break(run):
        inline.add_break()
    else:
        inline.runs.append(run)


def lines_of(inline: Inline) -> list[Inline]:
    """The line cut at its breaks."""
    lines = [Inline()]
    for run in inline.runs:
        if is_break(run):
            lines.append(Inline())
        else:
            _add(lines[-1], run)
    return lines


def joined(lines: Iterable[Inline], between: str = " ") -> Inline:
    """Lines as one, with text between them."""
    whole = Inline()
    for line in lines:
        if between and whole.runs:
            whole.add_text(between, whole.runs[-1].marks)
        for run in line.runs:
            _add(whole, run)
    return whole
