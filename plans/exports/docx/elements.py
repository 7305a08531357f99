"""WordprocessingML, element by element: what every part of the file is made of.

Lengths are twentieths of a point, as Word counts ("twips").
"""

from collections.abc import Iterable, Sequence

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from lxml.etree import _Element as Element

from plans.exports.plaintext import plain

_PER_MM = 1440 / 25.4


def mm(length: float) -> int:
    """Millimetres in twips."""
    return round(length * _PER_MM)


def w(tag: str, *children: Element, **attributes: object) -> Element:
    """An element of Word's own namespace; the attributes are in it too."""
    element: Element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
    element.extend(children)
    return element


def text_element(text: str, tag: str = "t") -> Element:
    """Text that keeps the spaces around it."""
    element = w(tag)
    element.set(qn("xml:space"), "preserve")
    element.text = plain(text)
    return element


def paragraph(
    style: str,
    runs: Iterable[Element],
    *,
    number: tuple[int, int] | None = None,
    indent: int = 0,
) -> Element:
    """A paragraph in a style. `number` is its list and its level there; `indent` is on the left."""
    looks = [w("pStyle", val=style)] if style else []
    if number:
        looks.append(w("numPr", w("ilvl", val=number[1]), w("numId", val=number[0])))
    if indent:
        looks.append(w("ind", left=indent))
    return w("p", w("pPr", *looks), *runs)


def fill(element: Element, children: Iterable[Element]) -> None:
    """Gives an element other children."""
    found = list(children)
    for old in list(element):
        element.remove(old)
    element.extend(found)


def kept_with_next(block: Element) -> None:
    """Keeps a paragraph on the page of what follows it."""
    _looking(block, "keepNext", after=("pStyle",))


def on_a_new_page(block: Element) -> None:
    """Begins a page with a paragraph."""
    _looking(block, "pageBreakBefore", after=("pStyle", "keepNext"))


def _looking(block: Element, name: str, after: Sequence[str]) -> None:
    """Gives a paragraph one more property, in the place that Word wants it in."""
    found = properties(block)
    if found.find(qn(f"w:{name}")) is None:
        before = {qn(f"w:{tag}") for tag in after}
        found.insert(sum(child.tag in before for child in found), w(name))


def properties(block: Element) -> Element:
    """A paragraph's properties, which each paragraph of ours begins with."""
    return block[0]
