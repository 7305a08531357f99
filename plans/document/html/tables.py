"""Tables as a tagged PDF needs them: a caption, a head, a header in each row, no rowspan."""

import re
from collections import deque
from collections.abc import Iterable
from copy import deepcopy

from lxml.html import HtmlElement

from plans.document.html.allowed import FOOTNOTE
from plans.document.html.tree import INVISIBLE, child, drop_empty, is_empty, text_of, with_class

NUMERIC = "r"
_NUMBER = re.compile(r"[−–-]?\s?\d[\d\s.,:]*(?:%|procent|kr|tkr|mnkr|kronor)?")
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")

Row = list[HtmlElement]


def normalise_tables(root: HtmlElement, heading: str) -> None:
    """Rebuilds every table; one without a caption is named by the heading it stands under.

    A table of one cell is a frame, not a table: its content stands as text.
    """
    nearest = heading
    for block in list(root):
        if block.tag in _HEADINGS:
            nearest = text_of(block)
        elif block.tag == "table":
            _normalise(block, nearest or "Tabell")


def _normalise(table: HtmlElement, name: str) -> None:
    head, body = _rows(table)
    if not head + body:
        table.drop_tree()
        return
    width = max(map(_width, head + body))
    if width == 1 and len(head + body) == 1:
        _release(table, (head + body)[0][0])
        return
    _fill_head(head, width)
    _fill_body(body, width, has_head=bool(head))
    _mark_numbers(head, body)
    _rebuild(table, name, head, body)


def _rows(table: HtmlElement) -> tuple[list[Row], list[Row]]:
    """The rows of head and body that have a cell.

    A table has a head if it has two rows, and always a body.
    """
    head = list(filter(None, _expanded(table.findall("thead/tr"))))
    parts = table.findall("tbody")
    body = [row for part in parts for row in _expanded(part.findall("tr")) if row]
    rows = head + body
    count = len(head) or _leading_header_rows(rows) or 1
    if count >= len(rows):
        count = min(1, len(rows) - 1)
    return rows[:count], rows[count:]


def _leading_header_rows(rows: list[Row]) -> int:
    for index, row in enumerate(rows):
        if any(cell.tag != "th" for cell in row):
            return index
    return 0


def _expanded(rows: Iterable[HtmlElement]) -> list[Row]:
    """The rows with a cell of its own wherever one from above reached down."""
    carried: dict[int, tuple[HtmlElement, int]] = {}
    expanded = []
    for row in rows:
        cells, carried = _expanded_row(row, carried)
        expanded.append(cells)
    return expanded


def _expanded_row(
    row: HtmlElement, carried: dict[int, tuple[HtmlElement, int]]
) -> tuple[Row, dict[int, tuple[HtmlElement, int]]]:
    own = deque(row)
    cells: Row = []
    left_over = {}
    column = 0
    while own or carried:
        start = min(carried, default=column + 1)
        if start <= column:
            above, rows = carried.pop(start)
            cell = _repeated(above)
        elif own:
            cell = own.popleft()
            rows = int(cell.attrib.pop("rowspan", "1"))
        else:
            cell, rows = row.makeelement("td"), 1
        if rows > 1:
            left_over[column] = (cell, rows - 1)
        cells.append(cell)
        column += _span(cell)
    return cells, left_over


def _repeated(cell: HtmlElement) -> HtmlElement:
    """A copy without its footnotes: a note is printed once."""
    copy = deepcopy(cell)
    copy.tail = None
    for note in with_class(copy, FOOTNOTE):
        note.drop_tree()
    drop_empty(copy)
    return copy


def _span(cell: HtmlElement) -> int:
    return int(cell.get("colspan", "1"))


def _width(row: Row) -> int:
    return sum(map(_span, row))


def _fill_head(head: list[Row], width: int) -> None:
    for row in head:
        missing = width - _width(row)
        if missing:
            row[-1].set("colspan", str(_span(row[-1]) + missing))
        for number, cell in enumerate(row, start=1):
            _make_header(cell, "col", "Rad" if number == 1 else f"Kolumn {number}")


def _fill_body(body: list[Row], width: int, *, has_head: bool) -> None:
    for row in body:
        for cell in row:
            cell.tag = "td"
            cell.attrib.pop("scope", None)
        # An empty first cell heads nothing, but a table's only row needs a header.
        if (width > 1 and not is_empty(row[0])) or not has_head:
            _make_header(row[0], "row", "Rad")
        row.extend(row[0].makeelement("td") for _ in range(width - _width(row)))


def _make_header(cell: HtmlElement, scope: str, name: str) -> None:
    cell.tag = "th"
    cell.set("scope", scope)
    if is_empty(cell):
        del cell[:]
        cell.text = None
        child(cell, "span", name, class_=INVISIBLE)


def _mark_numbers(head: list[Row], body: list[Row]) -> None:
    headers = _columns(head)
    for column, cells in _columns(body).items():
        numbers = [cell for cell in cells if _NUMBER.fullmatch(text_of(cell))]
        for cell in numbers:
            cell.set("class", NUMERIC)
        if numbers and len(numbers) == sum(bool(text_of(cell)) for cell in cells):
            for header in headers.get(column, []):
                header.set("class", NUMERIC)


def _columns(rows: list[Row]) -> dict[int, Row]:
    """The cells of one column each (a row's header and wider cells left out), by column."""
    columns: dict[int, Row] = {}
    for row in rows:
        column = 0
        for cell in row:
            if _span(cell) == 1 and cell.get("scope") != "row":
                columns.setdefault(column, []).append(cell)
            column += _span(cell)
    return columns


def _release(table: HtmlElement, cell: HtmlElement) -> None:
    blocks = [*table.findall("caption"), *cell]
    for block in blocks:
        block.tag = "p" if block.tag == "caption" else block.tag
        table.addprevious(block)
    table.drop_tree()


def _rebuild(table: HtmlElement, name: str, head: list[Row], body: list[Row]) -> None:
    caption = table.find("caption")
    del table[:]
    if caption is not None and not is_empty(caption):
        table.append(caption)
    else:
        child(table, "caption", name, class_=INVISIBLE)
    for tag, rows in (("thead", head), ("tbody", body)):
        part = child(table, tag) if rows else None
        for row in rows:
            child(part, "tr").extend(row)
