"""Word's tables as elements: head rows, merged cells, and tables that a page break cut in two."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element as Element

from plans.document.html.pieces import Markup, Piece, append
from plans.document.html.typed import arranged
from plans.document.word import remarks
from plans.document.word.remarks import Remarks
from plans.document.word.xml import W, number, switched, value

Flow = Callable[[Element], list[Piece]]
_AROUND = (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins")
MOST_COLUMNS = 50


@dataclass(slots=True)
class _Table:
    flow: Flow
    remarks: Remarks
    root: Element = field(default_factory=lambda: etree.Element("table"))
    merged: dict[int, Element] = field(default_factory=dict)
    """Cells that may go on downwards, by column."""

    def add(self, row: Element) -> None:
        properties = row.find(f"{W}trPr")
        if properties is not None and properties.find(f"{W}del") is not None:
            self.remarks.add(remarks.DELETED)
            return
        written = etree.SubElement(self._part(bool(switched(properties, "tblHeader"))), "tr")
        column = self._gap(written, number(value(properties, f"{W}gridBefore")) or 0)
        for cell in within(row, f"{W}tc"):
            column += self._cell(written, cell, column)

    def _part(self, is_head: bool) -> Element:
        last = self.root[-1] if len(self.root) else None
        tag = "thead" if is_head and (last is None or last.tag == "thead") else "tbody"
        return last if last is not None and last.tag == tag else etree.SubElement(self.root, tag)

    def _gap(self, row: Element, width: int) -> int:
        width = min(width, MOST_COLUMNS)
        for _ in range(width):
            etree.SubElement(row, "td")
        return width

    def _cell(self, row: Element, cell: Element, column: int) -> int:
        properties = cell.find(f"{W}tcPr")
        span = max(1, min(number(value(properties, f"{W}gridSpan")) or 1, MOST_COLUMNS))
        merge = None if properties is None else properties.find(f"{W}vMerge")
        pieces = arranged(self.flow(cell))
        goes_on = merge is not None and value(merge) != "restart"
        if goes_on and column in self.merged:
            above = self.merged[column]
            above.set("rowspan", str(int(above.get("rowspan", "1")) + 1))
            append(above, pieces)
            return span
        is_head = row.getparent().tag == "thead"  # type: ignore[union-attr]
        written = etree.SubElement(row, "th" if is_head else "td")
        if span > 1:
            written.set("colspan", str(span))
        self.merged.pop(column, None)
        if merge is not None:
            self.merged[column] = written
        append(written, pieces)
        return span


def table_of(element: Element, flow: Flow, said: Remarks) -> Element:
    """A table; `flow` reads the pieces of a cell."""
    table = _Table(flow, said)
    for row in within(element, f"{W}tr"):
        table.add(row)
    return table.root


def within(element: Element, tag: str) -> Iterator[Element]:
    """The children of a kind, those in content controls and inserted ones too."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _AROUND:
            yield from within(child, tag)


def rejoined(pieces: Sequence[Piece], said: Remarks) -> list[Piece]:
    """The pieces with a table and its lower part as one.

    The lower part follows at once, is as wide, and has no head of its own as the upper has.
    """
    whole: list[Piece] = []
    for piece in pieces:
        if whole and _goes_on(whole[-1], piece):
            said.add(remarks.JOINED_TABLE)
            _extend(whole[-1], piece)
        else:
            whole.append(piece)
    return whole


def _extend(upper: Piece, lower: Piece) -> None:
    if isinstance(upper, Markup) and isinstance(lower, Markup):
        last = upper.element[-1]
        rows = lower.element.findall("./*/tr")
        (last if last.tag == "tbody" else etree.SubElement(upper.element, "tbody")).extend(rows)


def _goes_on(upper: Piece, lower: Piece) -> bool:
    rows = [_rows(piece) for piece in (upper, lower)]
    if not all(rows):
        return False
    (first, last), below = (rows[0][0], rows[0][-1]), rows[1][0]
    return _is_head(first) and not _is_head(below) and _width(last) == _width(below) > 1


def _rows(piece: Piece) -> list[Element]:
    is_table = isinstance(piece, Markup) and piece.element.tag == "table"
    return piece.element.findall("./*/tr") if is_table and isinstance(piece, Markup) else []


def _width(row: Element) -> int:
    return sum(int(cell.get("colspan", "1")) for cell in row)


def _is_head(row: Element) -> bool:
    """Whether all its words are bold, or it is marked as a head."""
    if row.getparent().tag == "thead":  # type: ignore[union-attr]
        return True
    words = "".join(map(str, row.itertext())).strip()
    bold = "".join("".join(map(str, mark.itertext())) for mark in row.iter("strong")).strip()
    return bool(words) and len(words.replace(" ", "")) == len(bold.replace(" ", ""))
