"""A section's text as paragraphs, lists, quotes, pictures and tables."""

from collections.abc import Iterator
from typing import TypeAlias

from lxml.etree import _Element as Element
from lxml.html import HtmlElement

from plans.document.html.tree import parsed, text_of
from plans.exports.docx.elements import paragraph
from plans.exports.docx.inline import Node, content, runs
from plans.exports.docx.pen import Pen
from plans.exports.docx.pictures import picture
from plans.exports.docx.texttables import text_table

LISTS = ("ul", "ol")
HEADINGS = ("h2", "h3", "h4", "h5", "h6", "h7", "h8")
BLOCKS = frozenset({"p", "blockquote", "figure", "table", *LISTS, *HEADINGS})

Inside: TypeAlias = list[Node]


def text(pen: Pen, html: str) -> list[Element]:
    """Normalised text as Word has it."""
    return list(_flow(pen, parsed(html))) if html else []


def _flow(pen: Pen, holder: HtmlElement) -> Iterator[Element]:
    """What a text, a quote or a cell holds."""
    for piece in _pieces(holder):
        if isinstance(piece, list):
            yield pen.paragraph(runs(pen.file, piece))
        else:
            yield from _block(pen, piece)


def _pieces(holder: HtmlElement) -> Iterator[Inside | HtmlElement]:
    """The blocks in an element, and what stands between them without one of its own."""
    inside: Inside = []
    for node in content(holder):
        if isinstance(node, str) or node.tag not in BLOCKS:
            inside.append(node)
            continue
        yield from _said(inside)
        inside = []
        yield node
    yield from _said(inside)


def _said(inside: Inside) -> list[Inside]:
    is_blank = all(isinstance(node, str) and not node.strip() for node in inside)
    return [] if is_blank else [inside]


def _block(pen: Pen, block: HtmlElement) -> Iterator[Element]:
    tag = str(block.tag)
    if tag == "p":
        yield pen.paragraph(runs(pen.file, content(block)))
    elif tag in LISTS:
        yield from _list(pen, block, depth=0)
    elif tag in HEADINGS:
        yield pen.heading(int(tag[1]), runs(pen.file, content(block)), text_of(block))
    elif tag == "blockquote":
        yield from _flow(pen.based_on("Quote"), block)
    elif tag == "figure":
        yield _figure(pen, block)
    else:
        yield from text_table(pen, block, _flow)


def _list(pen: Pen, element: HtmlElement, depth: int) -> Iterator[Element]:
    is_ordered = element.tag == "ol"
    number = pen.begin(depth, is_ordered=is_ordered)
    for item in element:
        first, *rest = _pieces(item)
        if _is_list(first):
            first, rest = [], [first, *rest]
        yield pen.item(_runs(pen, first), number, depth, is_ordered=is_ordered)
        for piece in rest:
            yield from _under_item(pen, piece, depth)


def _under_item(pen: Pen, piece: Inside | HtmlElement, depth: int) -> Iterator[Element]:
    if isinstance(piece, list) or piece.tag not in LISTS:
        yield pen.under_item(_runs(pen, piece), depth)
    else:
        yield from _list(pen, piece, depth + 1)


def _is_list(piece: Inside | HtmlElement) -> bool:
    """Whether an item begins with a list, before which it says nothing itself."""
    return not isinstance(piece, list) and piece.tag in LISTS


def _runs(pen: Pen, piece: Inside | HtmlElement) -> list[Element]:
    return runs(pen.file, piece if isinstance(piece, list) else content(piece))


def _figure(pen: Pen, figure: HtmlElement) -> Element:
    img = figure[0]
    shown = picture(pen.file, img.get("src", ""), img.get("alt", ""), pen.width)
    return paragraph(pen.base if pen.place == "table" else "Figure", shown)
