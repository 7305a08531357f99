"""The inside of a paragraph of the document's text as runs."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from docx.opc.part import Part
from lxml.etree import _Element as Element
from lxml.html import HtmlElement

from plans.document.html.allowed import FOOTNOTE
from plans.document.html.figures import MISSING
from plans.document.html.tree import INVISIBLE
from plans.exports.docx.elements import w
from plans.exports.docx.file import WordFile
from plans.exports.docx.links import link
from plans.exports.docx.runs import PLAIN, Marks, run, words

Node: TypeAlias = str | HtmlElement


def runs(file: WordFile, nodes: Iterable[Node], marks: Marks = PLAIN) -> list[Element]:
    """Text and inline elements of the body as runs, footnotes as Word's own."""
    return list(_Ink(file, file.docx.part).runs(nodes, marks))


def content(element: HtmlElement) -> Iterator[Node]:
    """An element's own text and elements, in order."""
    if element.text:
        yield element.text
    for child in element:
        yield child
        if child.tail:
            yield child.tail


class _Ink:
    """Writes runs into one part: a link is known to the part that it stands in."""

    def __init__(self, file: WordFile, part: Part) -> None:
        self.file = file
        self.part = part

    def runs(self, nodes: Iterable[Node], marks: Marks) -> Iterator[Element]:
        for node in nodes:
            if isinstance(node, str):
                yield from words(node, marks)
            else:
                yield from self._element(node, marks)

    def _element(self, node: HtmlElement, marks: Marks) -> Iterable[Element]:
        match node.tag, node.get("class"):
            case "br", _:
                return [run(w("br"))]
            case "strong", _:
                return self.runs(content(node), marks._replace(bold=True))
            case "em", _:
                return self.runs(content(node), marks._replace(italic=True))
            case "a", _:
                inside = self.runs(content(node), marks._replace(style="Hyperlink"))
                return link(self.part, node.get("href", ""), inside)
            case "span", str(name) if name == FOOTNOTE:
                return [self._footnote(node)]
            case "span", str(name) if name == MISSING:
                return self.runs(content(node), marks._replace(italic=True))
            case "span", str(name) if name == INVISIBLE:
                return ()
        return self.runs(content(node), marks)

    def _footnote(self, node: HtmlElement) -> Element:
        notes = self.file.notes
        return notes.add(list(_Ink(self.file, notes.part).runs(content(node), PLAIN)))
