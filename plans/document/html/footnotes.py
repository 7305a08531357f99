"""Footnotes: in the text itself for the PDF, as numbered links with a list below on screen."""

from lxml.html import HtmlElement

from plans.document.html.allowed import FOOTNOTE
from plans.document.html.tree import child, parsed, with_class, written


def count(html: str) -> int:
    """How many footnotes the text has."""
    return html.count(f'<span class="{FOOTNOTE}">')


def linked(html: str, *, prefix: str, first: int = 1) -> str:
    """The normalised text as a screen shows it: numbered links, and the notes in a list below.

    `prefix` makes the ids unique on the page, `first` is the number of the first note.
    """
    if not count(html):
        return html
    root = parsed(html)
    notes = child(root, "ol", class_="footnotes", start=str(first))
    for number, note in enumerate(with_class(root, FOOTNOTE), start=first):
        _move(note, notes, f"{prefix}-not-{number}", number)
    return written(root)


def _move(note: HtmlElement, notes: HtmlElement, name: str, number: int) -> None:
    mark = note.makeelement("sup", {"class": "footnote-mark"})
    mark.tail, note.tail = note.tail, None
    note.getparent().replace(note, mark)
    child(mark, "a", str(number), href=f"#{name}", id=f"{name}-ref", role="doc-noteref")
    item = child(notes, "li", id=name)
    item.append(note)
    note.tail = " "
    note.drop_tag()
    back = child(item, "a", "↩", href=f"#{name}-ref", role="doc-backlink")
    back.set("aria-label", f"Tillbaka till not {number} i texten")
