"""Builds the canonical tree of a section's text from whatever a parser meets.

The grammar is the editor's: headings, quotes, tables and pictures stand at the top (pictures also
in cells), quotes, list items and cells hold paragraphs and lists, everything else is text. What
stands elsewhere is moved or becomes a paragraph; its text is never lost.
"""

from collections.abc import Callable, Mapping
from functools import partial

from lxml import etree
from lxml.etree import _Element as Element

from plans.document.html.allowed import (
    DROPPED_WITH_CONTENT,
    FOOTNOTE,
    MAX_LIST_DEPTH,
    kept_attribute,
    text_only,
)
from plans.document.html.inline import PLAIN, Inline, Marks
from plans.document.html.pruning import prune

Close = Callable[[], None]

_MARKS = {"strong": "strong", "b": "strong", "em": "em", "i": "em"}
_HEADINGS = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h3", "h5": "h3", "h6": "h3"}
_LISTS = ("ul", "ol")
_SECTIONS = {"thead": "thead", "tbody": "tbody", "tfoot": "tbody"}
_CELLS = ("td", "th")
_TABLE_PARTS = ("table", "caption", "tr", *_SECTIONS, *_CELLS)
_BREAKING = frozenset({
    "address", "article", "aside", "center", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "header", "hr", "legend", "main", "nav", "pre",
    "section", "summary",
})  # fmt: skip


class Builder:
    """A parser target: takes start, data and end, and gives the canonical fragment.

    Every start answers with what its end has to do, so that an element that was moved, renamed
    or ignored ends as it began.
    """

    def __init__(self) -> None:
        self._root = etree.Element("div")
        self._blocks: list[Element] = [self._root]
        self._text: tuple[Element, Inline] | None = None
        self._note: Inline | None = None
        self._links: list[str] = []
        self._counts = {"strong": 0, "em": 0}
        self._skipped = 0
        self._inner_tables = 0
        self._closes: list[Close] = []

    def html(self) -> str:
        """The fragment built so far; "" where nothing is visible."""
        self._close_text()
        prune(self._root)
        return "".join(
            etree.tostring(block, encoding="unicode", method="html") for block in self._root
        )

    def close(self) -> None:
        """Nothing: the result is asked for with `html`."""

    def data(self, text: str) -> None:
        if self._skipped:
            return
        text = text_only(text)
        if self._note is not None:
            self._note.add_text(text, self._marks())
        elif self._text or text.strip():
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
            return self._add_break()
        return self._open_block(tag, attributes)

    # Text

    def _skip(self) -> Close:
        self._skipped += 1
        return self._end_skip

    def _end_skip(self) -> None:
        self._skipped -= 1

    def _open_mark(self, mark: str) -> Close:
        self._counts[mark] += 1
        return partial(self._end_mark, self._counts, mark)

    @staticmethod
    def _end_mark(counts: dict[str, int], mark: str) -> None:
        counts[mark] -= 1

    def _open_link(self, href: str) -> Close:
        links = self._links
        links.append(href)
        return partial(_drop_last, links)

    def _open_span(self, attributes: Mapping[str, str]) -> Close:
        if "data-figure" in attributes:
            self._inline().add_figure(attributes["data-figure"], self._marks())
            return self._skip()
        if attributes.get("class") == FOOTNOTE and self._note is None:
            return self._open_note()
        return _nothing

    def _open_note(self) -> Close:
        around = self._inline()
        outside = (self._links, self._counts)
        self._note = Inline()
        self._links, self._counts = [], {"strong": 0, "em": 0}
        return partial(self._end_note, around, outside)

    def _end_note(self, around: Inline, outside: tuple[list[str], dict[str, int]]) -> None:
        if self._note is not None:
            around.add_note(self._note)
        self._note = None
        self._links, self._counts = outside

    def _add_break(self) -> Close:
        self._inline().add_break()
        return _nothing

    def _marks(self) -> Marks:
        href = self._links[-1] if self._links else ""
        return Marks(href, self._counts["strong"] > 0, self._counts["em"] > 0)

    def _inline(self) -> Inline:
        if self._note is not None:
            return self._note
        return self._text[1] if self._text else self._open_text("p")

    def _open_text(self, tag: str) -> Inline:
        self._close_text()
        self._enter_flow()
        inline = Inline()
        self._text = (etree.SubElement(self._blocks[-1], tag), inline)
        return inline

    def _close_text(self, *, keep_empty: bool = True) -> None:
        if self._text is None:
            return
        element, inline = self._text
        self._text = None
        if inline.finish():
            inline.write(element)
        elif not keep_empty:
            self._blocks[-1].remove(element)

    # Blocks

    def _open_block(self, tag: str, attributes: Mapping[str, str]) -> Close:
        if self._is_inside_text(tag):
            self._inline().add_text(" ", PLAIN)
            return _nothing
        if tag in _TABLE_PARTS:
            return self._open_table_part(tag, attributes)
        if tag == "p" or tag in _HEADINGS:
            self._open_text(_HEADINGS.get(tag, "p") if self._is_at_top() else "p")
            return self._close_text
        if tag in (*_LISTS, "li"):
            return self._open_item() if tag == "li" else self._open_list(tag)
        if tag == "img":
            return self._add_picture(attributes)
        if tag == "blockquote" and self._is_at_top():
            return self._push("blockquote")
        if tag == "blockquote" or tag in _BREAKING:
            self._close_text()
        return _nothing

    def _is_inside_text(self, tag: str) -> bool:
        """Whether a block would stand in a footnote or a caption, which hold text only."""
        is_block = tag in _BREAKING or tag in (*_TABLE_PARTS, *_HEADINGS, *_LISTS)
        if not (is_block or tag in {"p", "li", "blockquote", "img"}):
            return False
        return self._note is not None or (self._text is not None and self._text[0].tag == "caption")

    def _is_at_top(self) -> bool:
        return self._blocks[-1] is self._root

    def _push(self, tag: str, attributes: Mapping[str, str] | None = None) -> Close:
        self._close_text()
        depth = len(self._blocks)
        self._blocks.append(etree.SubElement(self._blocks[-1], tag, dict(attributes or {})))
        return partial(self._cut, depth)

    def _cut(self, depth: int) -> None:
        self._close_text()
        del self._blocks[depth:]

    def _cut_to(self, *tags: str) -> bool:
        """Closes what stands below the nearest open element of these, if there is one."""
        for index in range(len(self._blocks) - 1, -1, -1):
            if self._blocks[index].tag in tags:
                self._cut(index + 1)
                return True
            if self._blocks[index].tag in _CELLS:
                break
        return False

    def _enter_flow(self) -> None:
        """Opens the item or cell that text needs where a list or a table is open."""
        if self._blocks[-1].tag in _LISTS:
            self._push("li")
        elif self._blocks[-1].tag in ("table", "thead", "tbody", "tr"):
            self._open_cell("td", {})

    def _open_list(self, tag: str) -> Close:
        self._close_text()
        if sum(block.tag in _LISTS for block in self._blocks) >= MAX_LIST_DEPTH:
            return _nothing
        if self._blocks[-1].tag in _LISTS and len(self._blocks[-1]):
            self._blocks.append(self._blocks[-1][-1])
            depth = len(self._blocks) - 1
            self._push(tag)
            return partial(self._cut, depth)
        self._enter_flow()
        return self._push(tag)

    def _open_item(self) -> Close:
        if not self._cut_to(*_LISTS):
            self._open_list("ul")
        return self._push("li")

    def _add_picture(self, attributes: Mapping[str, str]) -> Close:
        if "data-picture" not in attributes:
            return _nothing
        self._close_text(keep_empty=False)
        if self._has_table():
            self._enter_flow()
            self._cut_to(*_CELLS)
        else:
            self._cut(1)
        etree.SubElement(self._blocks[-1], "img", {"alt": "", **attributes})
        return _nothing

    # Tables

    def _has_table(self) -> bool:
        return len(self._blocks) > 1 and self._blocks[1].tag == "table"

    def _open_table_part(self, tag: str, attributes: Mapping[str, str]) -> Close:
        if tag == "table":
            return self._open_table()
        self._close_text()
        if not self._has_table() or self._inner_tables:
            return _nothing
        if tag in _CELLS:
            return self._open_cell(tag, attributes)
        if tag == "tr":
            return self._open_row()
        return self._open_caption() if tag == "caption" else self._open_section(_SECTIONS[tag])

    def _open_table(self) -> Close:
        if self._has_table():
            self._close_text()
            self._inner_tables += 1
            return self._end_inner_table
        self._close_text(keep_empty=False)
        self._cut(1)
        return self._push("table")

    def _end_inner_table(self) -> None:
        self._close_text()
        self._inner_tables -= 1

    def _open_caption(self) -> Close:
        table = self._blocks[1]
        if self._blocks[-1] is not table or len(table):
            return _nothing
        self._text = (etree.SubElement(table, "caption"), Inline())
        return self._close_text

    def _open_section(self, tag: str) -> Close:
        self._cut(2)
        has_rows = any(part.tag != "caption" for part in self._blocks[1])
        return self._push("tbody" if has_rows else tag)

    def _open_row(self) -> Close:
        if len(self._blocks) < 3:
            self._open_section("tbody")
        self._cut(3)
        return self._push("tr")

    def _open_cell(self, tag: str, attributes: Mapping[str, str]) -> Close:
        if len(self._blocks) < 4:
            self._open_row()
        self._cut(4)
        return self._push(tag, attributes)


def _drop_last(links: list[str]) -> None:
    links.pop()


def _nothing() -> None:
    """The end of an element that left nothing open."""
