"""The text of a Word file as pieces, in its order."""

from dataclasses import dataclass, replace

from lxml.etree import _Element as Element

from plans.document.html.pieces import (
    Heading,
    Item,
    Markup,
    Paragraph,
    Piece,
    is_bold,
    plain_text,
    shows,
    unbolded,
)
from plans.document.word import remarks
from plans.document.word.runs import Line, Setting, alternatives
from plans.document.word.styles import numbering_of
from plans.document.word.tables import rejoined, table_of
from plans.document.word.xml import MC, W, number, value

_AROUND = frozenset(f"{W}{name}" for name in ("sdtContent", "customXml", "ins", "moveTo"))
_CONTENTS_HEADINGS = frozenset({"innehåll", "innehållsförteckning", "innehållsförteckning:"})
_DEEPEST_ITEM = 8


@dataclass(slots=True)
class Body:
    """Reads one document; what it meets on the way is remarked on."""

    setting: Setting
    tables: int = 0
    """How many tables are open."""

    def pieces(self) -> list[Piece]:
        """Everything in the document's order."""
        setting = self.setting
        pieces = rejoined(self.flow(setting.parts.body), setting.remarks)
        setting.remarks.add(remarks.CONTENTS, setting.has_contents)
        setting.remarks.add(remarks.MARGINS, setting.parts.has_margins)
        setting.remarks.add(remarks.RESTARTED, _restarts(pieces))
        return pieces

    def flow(self, element: Element) -> list[Piece]:
        """The pieces of the text, of a cell or of a text box."""
        pieces: list[Piece] = []
        self._into(pieces, element)
        return pieces

    def _into(self, pieces: list[Piece], element: Element) -> None:
        for child in element:
            if child.tag == f"{W}p":
                self._paragraph(pieces, child)
            elif child.tag == f"{W}tbl":
                pieces.append(Markup(self._table(child)))
            elif child.tag == f"{W}sdt":
                self._control(pieces, child)
            elif child.tag in _AROUND:
                self._into(pieces, child)
            elif child.tag == f"{MC}AlternateContent":
                for chosen in alternatives(child):
                    self._into(pieces, chosen)

    def _control(self, pieces: list[Piece], element: Element) -> None:
        gallery = value(element, f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
        if gallery == "Table of Contents":
            self.setting.has_contents = True
        else:
            self._into(pieces, element)

    def _table(self, element: Element) -> Element:
        self.setting.remarks.add(remarks.INNER_TABLE, self.tables > 0)
        self.tables += 1
        table = table_of(element, self.flow, self.setting.remarks)
        self.tables -= 1
        return table

    def _paragraph(self, pieces: list[Piece], element: Element) -> None:
        properties = element.find(f"{W}pPr")
        style = value(properties, f"{W}pStyle")
        line = Line(self.setting, style, self.flow)
        line.read(element)
        if line.inline.finish() and shows(line.inline):
            self._place(pieces, line, properties)
        pieces += line.drawn

    def _place(self, pieces: list[Piece], line: Line, properties: Element | None) -> None:
        styles, level = self.setting.parts.styles, self._level(line.style, properties)
        if self._is_contents(line, level):
            self.setting.has_contents = True
        elif level is not None:
            pieces.append(Heading(level, unbolded(line.inline)))
        elif (item := self._item(line, properties)) is not None:
            pieces.append(item)
        elif styles.is_list_text(line.style) and pieces and isinstance(pieces[-1], Item):
            paragraphs = (*pieces[-1].paragraphs, line.inline)
            pieces[-1] = replace(pieces[-1], paragraphs=paragraphs)
        else:
            pieces.append(Paragraph(line.inline, line.size))

    def _level(self, style: str, properties: Element | None) -> int | None:
        own = number(value(properties, f"{W}outlineLvl"))
        if own is not None:
            return own + 1 if own < 9 else None
        return self.setting.parts.styles.heading_level(style)

    def _is_contents(self, line: Line, level: int | None) -> bool:
        styles = self.setting.parts.styles
        if styles.is_contents(line.style) or styles.is_contents_heading(line.style):
            return True
        text = plain_text(line.inline).lower()
        return text in _CONTENTS_HEADINGS and (level is not None or is_bold(line.inline))

    def _item(self, line: Line, properties: Element | None) -> Item | None:
        list_id, level = numbering_of(properties)
        by_style = self.setting.parts.styles.numbering(line.style)
        list_id, level = list_id or by_style[0], level or by_style[1]
        depth = min(number(level) or 0, _DEEPEST_ITEM)
        form = self.setting.parts.numbering.format(list_id, depth)
        if list_id in {"", "0"} or form == "none":
            return None
        depth = depth or self.setting.parts.styles.depth(line.style)
        return Item(depth, form != "bullet", (line.inline,), list_id, line.size)


def _restarts(pieces: list[Piece]) -> int:
    """How many numbered lists go on after something else, and would go on counting in Word."""
    seen, restarts, before = set[str](), 0, ""
    for piece in pieces:
        series = _series(piece)
        restarts += series in seen and before == ""
        seen |= {series} - {"", "-"}
        before = series
    return restarts


def _series(piece: Piece) -> str:
    """The numbers that an item is part of, "-" for another item, "" for what is none."""
    if not isinstance(piece, Item):
        return ""
    return piece.series if piece.is_numbered else "-"
