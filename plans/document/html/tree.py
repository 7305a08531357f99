"""A section's text as a tree, and back."""

from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, fragment_fromstring, tostring

from plans.document.html.inline import append_text

INVISIBLE = "sr"
"""The class of words that are there for a screen reader only."""


def parsed(html: str) -> HtmlElement:
    """The fragment's blocks as children of one root."""
    return fragment_fromstring(html, create_parent="div", parser=HTMLParser(huge_tree=True))


def written(root: HtmlElement) -> str:
    """The root's content as HTML."""
    return "".join(tostring(block, encoding="unicode") for block in root)


def with_class(root: HtmlElement, name: str) -> Iterator[HtmlElement]:
    """Every element with exactly that class; the tree may be changed meanwhile."""
    return iter([element for element in root.iter() if element.get("class") == name])


def text_of(element: HtmlElement) -> str:
    """The element's text, without space around it."""
    return "".join(map(str, element.itertext())).strip()


def is_empty(element: HtmlElement) -> bool:
    """Whether the element shows nothing: no text and no picture."""
    return not text_of(element) and element.find(".//img") is None


def drop_empty(root: HtmlElement) -> None:
    """Nothing is printed for an empty paragraph; a cell stays, it keeps its column in place."""
    for tags in ({"p", "h2", "h3"}, {"li"}, {"ul", "ol", "blockquote"}):
        for element in reversed(list(root.iterdescendants(*tags))):
            if is_empty(element):
                element.drop_tree()


def child(parent: HtmlElement, tag: str, text: str = "", **attributes: str) -> HtmlElement:
    """Appends an element; `class_` is written `class`."""
    names = {name.rstrip("_"): value for name, value in attributes.items()}
    element = etree.SubElement(parent, tag, names)
    if text:
        append_text(element, text)
    return element


def wrap(element: HtmlElement, tag: str) -> HtmlElement:
    """Puts the element into a new one that takes its place."""
    outer = element.makeelement(tag)
    outer.tail, element.tail = element.tail, None
    element.getparent().replace(element, outer)
    outer.append(element)
    return outer
