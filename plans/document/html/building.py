"""Builds the canonical tree of a section's text from whatever a parser meets.

The grammar is the editor's: headings, quotes, tables and pictures stand at the top (pictures also
in cells), quotes, list items and cells hold paragraphs and lists, everything else is text. What
stands elsewhere is moved or becomes a paragraph; its text is never lost.
"""

from collections.abc import Mapping
from functools import partial

from lxml import etree

from plans.document.html.allowed import (
    DROPPED_WITH_CONTENT,
    FOOTNOTE,
    kept_attribute,
    text_only,
)
from plans.document.html.blocks import CELLS, LISTS, Blocks, Close, nothing
from plans.document.html.inline import PLAIN, Inline, Marks
from plans.document.html.pruning import prune

_MARKS = {"strong": "strong", "b": "strong", "em": "em", "i": "em"}
_HEADINGS = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h3", "h5": "h3", "h6": "h3"}
_PARTS = {"thead": "thead", "tbody": "tbody", "tfoot": "tbody"}
_TABLE = frozenset({"table", "caption", "tr", *_PARTS, *CELLS})
_BREAKING = frozenset({
    "address", "article", "aside", "center", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "header", "hr", "legend", "main", "nav", "pre",
    "section", "summary",
})  # fmt: skip
_BLOCKS = frozenset({"p", "li", "blockquote", "img", *LISTS, *_HEADINGS, *_TABLE, *_BREAKING})


class Builder:
    """A parser target: takes start, data and end, and gives the canonical fragment.

    Every start answers with what its end has to do, so that an element that was moved, renamed
    or ignored ends as it began.
    """

    def __init__(self) -> None:
        self._blocks = Blocks()
        self._note: Inline | None = None
        self._links: list[str] = []
        self._counts = {"strong": 0, "em": 0}
        self._skipped = 0
        self._inner_tables = 0
        self._closes: list[Close] = []

    def html(self) -> str:
        """The fragment built so far; "" where nothing is visible."""
        self._blocks.close_text()
        prune(self._blocks.root)
        return "".join(
            etree.tostring(block, encoding="unicode", method="html") for block in self._blocks.root
        )

    def close(self) -> None:
        """Nothing: the result is asked for with `html`."""

    def data(self, text: str) -> None:
        if self._skipped:
            return
        text = text_only(text)
        if self._note or self._blocks.is_writing or text.strip():
            self._inline().add_text(text, self._marks())

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        kept = {name: kept_attribute(tag, name, value) for name, value in attributes.items()}
        self._closes.append(self._open(tag, {name: value for name, value in kept.items() if value}))

    def end(self, tag: str) -> None:
        self._closes.pop()()

    def _open(self, tag: str, attributes: Mapping[str, str]) -> Close:
        if self._skipped or tag in DROPPED_WITH_CONTENT:
            return self._skip()
        if tag in _MARKS:
            return self._open_mark(_MARKS[tag])
        if tag == "a":
            return self._open_link(attributes.get("href", ""))
        if tag == "span":
            return self._open_span(attributes)
        if tag == "br":
            self._inline().add_break()
        return self._open_block(tag, attributes) if tag in _BLOCKS else nothing

    # Text

    def _skip(self) -> Close:
        self._skipped += 1
        return self._end_skip

    def _end_skip(self) -> None:
        self._skipped -= 1

    def _open_mark(self, mark: str) -> Close:
        self._counts[mark] += 1
        return partial(_count_down, self._counts, mark)

    def _open_link(self, href: str) -> Close:
        self._links.append(href)
        return partial(_drop_last, self._links)

    def _open_span(self, attributes: Mapping[str, str]) -> Close:
        if "data-figure" in attributes:
            self._inline().add_figure(attributes["data-figure"], self._marks())
            return self._skip()
        if attributes.get("class") == FOOTNOTE and self._note is None:
            return self._open_note()
        return nothing

    def _open_note(self) -> Close:
        close = partial(self._end_note, self._blocks.inline(), self._links, self._counts)
        self._note = Inline()
        self._links, self._counts = [], {"strong": 0, "em": 0}
        return close

    def _end_note(self, around: Inline, links: list[str], counts: dict[str, int]) -> None:
        if self._note is not None:
            around.add_note(self._note)
        self._note = None
        self._links, self._counts = links, counts

    def _marks(self) -> Marks:
        href = self._links[-1] if self._links else ""
        return Marks(href, self._counts["strong"] > 0, self._counts["em"] > 0)

    def _inline(self) -> Inline:
        return self._note or self._blocks.inline()

    # Blocks

    def _open_block(self, tag: str, attributes: Mapping[str, str]) -> Close:
        if self._note is not None or (self._blocks.is_in_caption and tag not in _TABLE):
            self._inline().add_text(" ", PLAIN)
            return nothing
        if tag in _TABLE:
            return self._open_in_table(tag, attributes)
        if tag == "p" or tag in _HEADINGS:
            self._blocks.open_text(_HEADINGS.get(tag, "p") if self._blocks.is_at_top else "p")
            return self._blocks.close_text
        if tag in LISTS:
            return self._blocks.open_list(tag)
        if tag == "li":
            return self._blocks.open_item()
        if tag == "img":
            return self._add_picture(attributes)
        if tag == "blockquote" and self._blocks.is_at_top:
            return self._blocks.push("blockquote")
        self._blocks.close_text()
        return nothing

    def _add_picture(self, attributes: Mapping[str, str]) -> Close:
        if "data-picture" in attributes:
            self._blocks.add_picture(attributes)
        return nothing

    def _open_in_table(self, tag: str, attributes: Mapping[str, str]) -> Close:
        if tag == "table":
            return self._open_table()
        self._blocks.close_text()
        if self._blocks.table is None or self._inner_tables:
            return nothing
        if tag in CELLS:
            return self._blocks.open_cell(tag, attributes)
        if tag == "tr":
            return self._blocks.open_row()
        if tag == "caption":
            return self._blocks.open_caption()
        return self._blocks.open_part(_PARTS[tag])

    def _open_table(self) -> Close:
        """A table in a table is paragraphs of its cell: readers get lost in the second."""
        if self._blocks.table is None:
            return self._blocks.open_table()
        self._blocks.close_text()
        self._inner_tables += 1
        return self._end_inner_table

    def _end_inner_table(self) -> None:
        self._blocks.close_text()
        self._inner_tables -= 1


def _count_down(counts: dict[str, int], mark: str) -> None:
    counts[mark] -= 1


def _drop_last(links: list[str]) -> None:
    links.pop()
