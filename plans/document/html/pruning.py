"""Takes away what a built tree holds for nothing, and fills what must not stand empty."""

from lxml import etree
from lxml.etree import _Element as Element

_HOLDS_PARAGRAPHS = ("li", "td", "th")


def prune(root: Element) -> None:
    """Drops containers without content; gives an empty item or cell its empty paragraph.

    The root is emptied altogether where it shows nothing.
    """
    for element in reversed(list(root.iterdescendants())):
        if element.tag in _HOLDS_PARAGRAPHS and not len(element):
            etree.SubElement(element, "p")
        elif element.tag in {"ul", "ol", "blockquote", "thead", "tbody", "tr", "caption"}:
            _drop_if_empty(element)
        elif element.tag == "table":
            _release_lonely_caption(element)
    if not shows_anything(root):
        del root[:]


def shows_anything(element: Element) -> bool:
    """Whether there is text, a picture or a figure reference in it."""
    if any(str(text).strip() for text in element.itertext()):
        return True
    return any(child.tag == "img" or child.get("data-figure") for child in element.iter())


def _drop_if_empty(element: Element) -> None:
    parent = element.getparent()
    if parent is not None and not len(element) and not element.text:
        parent.remove(element)


def _release_lonely_caption(table: Element) -> None:
    """A table without rows is no table; its caption is read as a paragraph."""
    if any(part.tag != "caption" for part in table):
        return
    for part in table:
        part.tag = "p"
        table.addprevious(part)
    parent = table.getparent()
    if parent is not None:
        parent.remove(table)
