"""The open blocks of a text while it is built: what stands in what, and the paragraph at work."""

from collections.abc import Callable, Mapping
from functools import partial

from lxml import etree
from lxml.etree import _Element as Element

from plans.document.html.allowed import MAX_LIST_DEPTH
from plans.document.html.inline import Inline

Close = Callable[[], None]

LISTS = ("ul", "ol")
CELLS = ("td", "th")


def nothing() -> None:
    """The end of an element that left nothing open."""


class Blocks:
    """A stack of open elements under a root, and the paragraph, heading or caption being written.

    In a table the stack is root, table, its part, row, cell, and only the root holds a table.
    """

    def __init__(self) -> None:
        self.root = etree.Element("div")
        self._open: list[Element] = [self.root]
        self._text: tuple[Element, Inline] | None = None

    @property
    def is_at_top(self) -> bool:
        return self._open[-1] is self.root

    @property
    def is_writing(self) -> bool:
        return self._text is not None

    @property
    def is_in_caption(self) -> bool:
        return self._text is not None and self._text[0].tag == "caption"

    @property
    def table(self) -> Element | None:
        """The open table."""
        return self._open[1] if len(self._open) > 1 and self._open[1].tag == "table" else None

    def inline(self) -> Inline:
        """Where text goes: the paragraph at work, or a new one."""
        return self._text[1] if self._text else self.open_text("p")

    def open_text(self, tag: str) -> Inline:
        """Begins a paragraph or heading, in an item or cell where a list or table is open."""
        self.close_text()
        self._enter_flow()
        return self._write_in(self._open[-1], tag)

    def open_caption(self) -> Close:
        """Begins the caption of the table just opened; a later one is ordinary text."""
        if self._open[-1] is not self.table or len(self._open[-1]):
            return nothing
        self._write_in(self._open[-1], "caption")
        return self.close_text

    def close_text(self, *, keep_empty: bool = True) -> None:
        """Ends the paragraph at work and writes it."""
        if self._text is None:
            return
        element, inline = self._text
        self._text = None
        if inline.finish():
            inline.write(element)
        elif not keep_empty:
            self._open[-1].remove(element)

    def push(self, tag: str, attributes: Mapping[str, str] | None = None) -> Close:
        """Opens an element in the innermost one; its end closes whatever is open in it."""
        self.close_text()
        depth = len(self._open)
        self._open.append(etree.SubElement(self._open[-1], tag, dict(attributes or {})))
        return partial(self.cut, depth)

    def cut(self, depth: int) -> None:
        """Closes all but the outermost so many."""
        self.close_text()
        del self._open[depth:]

    def open_list(self, tag: str) -> Close:
        """Opens a list, in the last item where it stands directly in another list."""
        self.close_text()
        if sum(block.tag in LISTS for block in self._open) >= MAX_LIST_DEPTH:
            return nothing
        depth = len(self._open)
        if self._open[-1].tag in LISTS and len(self._open[-1]):
            self._open.append(self._open[-1][-1])
            self.push(tag)
            return partial(self.cut, depth)
        self._enter_flow()
        return self.push(tag)

    def open_item(self) -> Close:
        """Opens an item of the innermost list, or of a new one."""
        if not self._cut_to(*LISTS):
            self.open_list("ul")
        return self.push("li")

    def add_picture(self, attributes: Mapping[str, str]) -> None:
        """Sets a picture in the cell, or at the top: quotes and items hold none."""
        self.close_text(keep_empty=False)
        if self.table is None:
            self.cut(1)
        else:
            self._enter_flow()
            self._cut_to(*CELLS)
        etree.SubElement(self._open[-1], "img", {"alt": "", **attributes})

    def open_table(self) -> Close:
        """Opens a table at the top, closing everything else."""
        self.close_text(keep_empty=False)
        self.cut(1)
        return self.push("table")

    def open_part(self, tag: str) -> Close:
        """Opens thead or tbody; a head below other rows is rows like them."""
        self.cut(2)
        has_rows = any(part.tag != "caption" for part in self._open[1])
        return self.push("tbody" if has_rows else tag)

    def open_row(self) -> Close:
        """Opens a row of the open table."""
        if len(self._open) < 3:
            self.open_part("tbody")
        self.cut(3)
        return self.push("tr")

    def open_cell(self, tag: str, attributes: Mapping[str, str]) -> Close:
        """Opens a cell of the open table."""
        if len(self._open) < 4:
            self.open_row()
        self.cut(4)
        return self.push(tag, attributes)

    def _write_in(self, parent: Element, tag: str) -> Inline:
        inline = Inline()
        self._text = (etree.SubElement(parent, tag), inline)
        return inline

    def _enter_flow(self) -> None:
        if self._open[-1].tag in LISTS:
            self.push("li")
        elif self._open[-1].tag in ("table", "thead", "tbody", "tr"):
            self.open_cell("td", {})

    def _cut_to(self, *tags: str) -> bool:
        """Closes what stands below the nearest open element of these in the cell, if any."""
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index].tag in tags:
                self.cut(index + 1)
                return True
            if self._open[index].tag in CELLS:
                break
        return False
