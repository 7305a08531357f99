"""A text in numbers and its first words, for somebody who looks it over."""

from lxml.html import HtmlElement

from plans.document.html.footnotes import count
from plans.document.html.tree import parsed, text_of

LONGEST_BEGINNING = 160

_COUNTED = (
    (".//h2", "underrubrik", "underrubriker"),
    (".//h3", "mellanrubrik", "mellanrubriker"),
    (".//table", "tabell", "tabeller"),
    (".//img", "bild", "bilder"),
)


def contents(html: str) -> str:
    """What the text holds: "2 listor, 1 tabell, 340 ord"; "ingen text" of nothing."""
    if not html:
        return "ingen text"
    root = parsed(html)
    numbers = [(_lists(root), "lista", "listor")]
    numbers += [(len(root.findall(path)), one, many) for path, one, many in _COUNTED]
    numbers += [(count(html), "fotnot", "fotnoter"), (_words(root), "ord", "ord")]
    return ", ".join(
        f"{number} {one if number == 1 else many}" for number, one, many in numbers if number
    )


def beginning(html: str) -> str:
    """The text's first words, outside tables."""
    root = parsed(html or "<p></p>")
    for table in root.findall(".//table"):
        table.drop_tree()
    words = _text(root)
    if len(words) <= LONGEST_BEGINNING:
        return words
    return words[:LONGEST_BEGINNING].rsplit(" ", 1)[0] + " …"


def _lists(root: HtmlElement) -> int:
    """The lists that are in no other list."""
    return sum(next(found.iterancestors("li"), None) is None for found in root.iter("ul", "ol"))


def _words(root: HtmlElement) -> int:
    return len(_text(root).split())


def _text(root: HtmlElement) -> str:
    """The words of its paragraphs, cells and headings, with a space between each."""
    blocks = root.iter("p", "h2", "h3", "caption")
    return " ".join(" ".join(text_of(block).split()) for block in blocks).strip()
