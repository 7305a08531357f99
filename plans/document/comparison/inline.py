"""The inside of a paragraph as pieces, and how they are written, marked as added or removed."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from lxml.etree import _Element as Element

from plans.document.html.allowed import FOOTNOTE
from plans.document.html.inline import PLAIN, Marks

SAME = ""
REMOVED = "del"
ADDED = "ins"


class Piece(NamedTuple):
    """Text, or one thing among the text: a figure reference, a footnote; a line break if empty.

    `is_end`: the end of a paragraph, where several are compared as one text.
    """

    marks: Marks = PLAIN
    text: str = ""
    figure: str = ""
    note: tuple["Piece", ...] = ()
    is_end: bool = False


END = Piece(is_end=True)


class Shown(NamedTuple):
    """What is written for a piece, and whether it is `SAME`, `REMOVED` or `ADDED`."""

    state: str
    marks: Marks
    html: str


def pieces_in(element: Element, marks: Marks = PLAIN) -> Iterator[Piece]:
    """The pieces of a stored paragraph, heading or caption."""
    if element.text:
        yield Piece(marks, text=element.text)
    for child in element:
        yield from _piece_of(child, marks)
        if child.tail:
            yield Piece(marks, text=child.tail)


def shown(piece: Piece, state: str = SAME) -> Shown:
    """The piece as it is written."""
    return Shown(state, piece.marks, _html(piece))


def note_html(content: str) -> str:
    """A footnote with that content, already HTML."""
    return f'<span class="{FOOTNOTE}">{content}</span>'


def inline_html(parts: Iterable[Shown]) -> str:
    """The parts as HTML, in the order a, ins or del, strong, em: a link changed within is one."""
    return "".join(
        _linked(href, _in_states(group))
        for href, group in groupby(parts, key=attrgetter("marks.href"))
    )


def unchanged_html(pieces: Iterable[Piece]) -> str:
    """The pieces as they are stored."""
    return inline_html(map(shown, pieces))


def escaped(text: str) -> str:
    """Text as it is stored in HTML."""
    return escape(text, quote=False).replace("\u00a0", "&nbsp;")


def attribute(name: str, value: str) -> str:
    """One attribute as it is stored, with the space before it."""
    return f' {name}="{escaped(value).replace(chr(34), "&quot;")}"'


def _piece_of(element: Element, marks: Marks) -> Iterator[Piece]:
    if element.tag == "a":
        yield from pieces_in(element, marks._replace(href=element.get("href", "")))
    elif element.tag == "strong":
        yield from pieces_in(element, marks._replace(strong=True))
    elif element.tag == "em":
        yield from pieces_in(element, marks._replace(em=True))
    elif element.tag == "br":
        yield Piece()
    elif element.get("class") == FOOTNOTE:
        yield Piece(note=tuple(pieces_in(element)))
    else:
        yield Piece(marks, figure=element.get("data-figure", ""))


def _html(piece: Piece) -> str:
    if piece.text or piece.is_end:
        return escaped(piece.text)
    if piece.figure:
        return f"<span{attribute('data-figure', piece.figure)}></span>"
    return note_html(unchanged_html(piece.note)) if piece.note else "<br>"


def _in_states(parts: Iterable[Shown]) -> str:
    return "".join(
        _around(state, _strong(group)) for state, group in groupby(parts, key=attrgetter("state"))
    )


def _strong(parts: Iterable[Shown]) -> str:
    return "".join(
        _around("strong" if is_strong else "", _emphasised(group))
        for is_strong, group in groupby(parts, key=attrgetter("marks.strong"))
    )


def _emphasised(parts: Iterable[Shown]) -> str:
    return "".join(
        _around("em" if is_em else "", "".join(part.html for part in group))
        for is_em, group in groupby(parts, key=attrgetter("marks.em"))
    )


def _linked(href: str, html: str) -> str:
    return f"<a{attribute('href', href)}>{html}</a>" if href else html


def _around(tag: str, html: str) -> str:
    return f"<{tag}>{html}</{tag}>" if tag else html
