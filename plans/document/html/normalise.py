"""Between stored text and the document: what an accessible page and a tagged PDF need of it."""

from collections.abc import Mapping
from uuid import UUID

from lxml.html import HtmlElement

from plans.document.html.figures import Figures, resolve
from plans.document.html.spaces import hard_spaces
from plans.document.html.tables import normalise_tables
from plans.document.html.tree import drop_empty, parsed, wrap, written

WITHOUT_ALT = "Bild utan beskrivning"


def no_figures(reference: str) -> None:
    """Knows no figure, whatever the reference."""


def normalise(
    html: str,
    *,
    level: int,
    heading: str = "",
    pictures: Mapping[UUID, str] | None = None,
    anchors: Mapping[UUID, str] | None = None,
    figures: Figures = no_figures,
) -> str:
    """Sanitised text as the document prints it; "" of "".

    `level` is the section's own heading level (2 or 3) and `heading` its words, which name a table
    that has no name. `pictures` gives a picture's address, `anchors` a section's id on the page,
    `figures` a figure as printed. An unknown picture and an unknown section's link go, the link's
    words stay; an unknown figure leaves words that say so.
    """
    if not html:
        return ""
    root = parsed(html)
    resolve(root, figures)
    _place_pictures(root, pictures or {})
    drop_empty(root)
    _settle_links(root, anchors or {})
    _place_headings(root, level)
    normalise_tables(root, heading)
    _unwrap_paragraphs(root)
    hard_spaces(root)
    return written(root)


def _place_pictures(root: HtmlElement, pictures: Mapping[UUID, str]) -> None:
    for img in root.findall(".//img"):
        source = pictures.get(UUID(img.attrib.pop("data-picture")))
        if source is None:
            img.drop_tree()
            continue
        img.set("src", source)
        img.set("alt", img.get("alt") or WITHOUT_ALT)
        wrap(img, "figure")


def _settle_links(root: HtmlElement, anchors: Mapping[UUID, str]) -> None:
    for link in root.findall(".//a"):
        href = link.get("href", "")
        if href.startswith("#"):
            anchor = anchors.get(UUID(href[1:]))
            if anchor is None:
                link.drop_tag()
                continue
            link.set("href", f"#{anchor}")
        for mark in ("em", "strong"):
            _move_mark_out(link, mark)


def _move_mark_out(link: HtmlElement, mark: str) -> None:
    """A mark of the whole link goes around it, a mark of a part goes: links hold text only."""
    marked = link.findall(f".//{mark}")
    is_whole = "".join(part.text_content() for part in marked) == link.text_content()
    for part in marked:
        part.drop_tag()
    if marked and is_whole:
        wrap(link, mark)


def _place_headings(root: HtmlElement, level: int) -> None:
    has_upper = False
    for heading in root.findall("*"):
        if heading.tag == "h2" or (heading.tag == "h3" and not has_upper):
            has_upper = has_upper or heading.tag == "h2"
            heading.tag = f"h{level + 1}"
        elif heading.tag == "h3":
            heading.tag = f"h{level + 2}"


def _unwrap_paragraphs(root: HtmlElement) -> None:
    """The only paragraph of an item or cell stands without its element."""
    for holder in root.iterdescendants("li", "td", "th"):
        paragraphs = holder.findall("p")
        if len(paragraphs) == 1:
            paragraphs[0].drop_tag()
