"""A paragraph's inside: its runs with their marks, its notes, and what is drawn in it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element as Element

from plans.document.html.allowed import kept_attribute, text_only
from plans.document.html.inline import PLAIN, Inline, Marks
from plans.document.html.pieces import Markup, Piece
from plans.document.word import remarks
from plans.document.word.fields import Fields
from plans.document.word.parts import Parts, Target
from plans.document.word.pictures import Pictures
from plans.document.word.remarks import Remarks
from plans.document.word.xml import DRAWING, MATH, MC, VML, A, R, W, number, switched, value

_THROUGH = frozenset(
    f"{W}{name}"
    for name in ("ins", "moveTo", "smartTag", "customXml", "sdt", "sdtContent", "bdo", "dir")
)
_GONE = frozenset({f"{W}del", f"{W}moveFrom"})
_SYMBOLS = {
    "F0B7": "•", "F0A7": "▪", "F06F": "☐", "F0A8": "☐", "F0FC": "✓", "F0FE": "☑", "F0E0": "→",
    "F0AE": "→", "F0D8": "➢", "F0B0": "°", "F0B1": "±", "F0B3": "≥", "F0A3": "≤",
}  # fmt: skip

Flow = Callable[[Element], list[Piece]]


@dataclass(slots=True)
class Setting:
    """What the reading of one document shares."""

    parts: Parts
    remarks: Remarks
    pictures: Pictures
    fields: Fields = field(default_factory=Fields)
    has_contents: bool = False


@dataclass(slots=True)
class Line:
    """A paragraph's text, the size of its largest letters, and what was drawn in it."""

    setting: Setting
    style: str
    flow: Flow
    """Reads the paragraphs of a text box."""
    inline: Inline = field(default_factory=Inline)
    drawn: list[Piece] = field(default_factory=list)
    size: float = 0

    def read(self, element: Element, marks: Marks = PLAIN) -> None:
        """Reads the runs below a paragraph, a link or what surrounds runs."""
        for child in element:
            if child.tag == f"{W}r":
                self._run(child, marks)
            elif child.tag == f"{W}hyperlink":
                self.read(child, marks._replace(href=self._address(child)))
            elif child.tag == f"{W}fldSimple":
                self._field(child, marks)
            elif child.tag in _GONE:
                self._gone(child)
            elif child.tag in (f"{MATH}oMath", f"{MATH}oMathPara"):
                self._formula(child, marks)
            elif child.tag in _THROUGH:
                self.read(child, marks)
            elif child.tag == f"{MC}AlternateContent":
                for chosen in alternatives(child):
                    self.read(chosen, marks)

    def _address(self, element: Element) -> str:
        target = self._target(element, f"{R}id")
        if target is None or not target.is_outside:
            return ""
        return kept_attribute("a", "href", target.name) or ""

    def _target(self, element: Element, name: str) -> Target | None:
        return self.setting.parts.targets.get(element.get(name, ""))

    def _field(self, element: Element, marks: Marks) -> None:
        fields = self.setting.fields
        fields.turn("begin")
        fields.add(element.get(f"{W}instr", ""))
        self.read(element, marks)
        fields.turn("end")

    def _gone(self, element: Element) -> None:
        if next(element.iter(f"{W}delText", f"{W}t"), None) is not None:
            self.setting.remarks.add(remarks.DELETED)

    def _formula(self, element: Element, marks: Marks) -> None:
        words = " ".join(text.text or "" for text in element.iter(f"{MATH}t"))
        self.inline.add_text(f" {text_only(words)} ", marks)
        self.setting.remarks.add(remarks.FORMULA)

    # Runs

    def _run(self, element: Element, marks: Marks) -> None:
        properties = element.find(f"{W}rPr")
        if switched(properties, "vanish"):
            if element.find(f"{W}t") is not None:
                self.setting.remarks.add(remarks.HIDDEN)
            return
        marks = self._marked(properties, marks)
        for child in element:
            self._in_run(child, marks, properties)

    def _marked(self, properties: Element | None, marks: Marks) -> Marks:
        styles, own = self.setting.parts.styles, value(properties, f"{W}rStyle")
        strong, em = switched(properties, "b"), switched(properties, "i")
        if strong is None:
            strong = styles.strong(self.style) or (own != "" and styles.strong(own))
        if em is None:
            em = styles.em(self.style) or (own != "" and styles.em(own))
        return marks._replace(href=marks.href or self.setting.fields.href, strong=strong, em=em)

    def _in_run(self, child: Element, marks: Marks, properties: Element | None) -> None:
        tag = str(child.tag).removeprefix(W)
        if tag == "fldChar":
            self.setting.fields.turn(child.get(f"{W}fldCharType", ""))
        elif tag == "instrText":
            self.setting.fields.add(child.text or "")
        elif self.setting.fields.is_contents:
            self.setting.has_contents = True
        elif tag == "t":
            self._text(child.text or "", marks, properties)
        elif tag in _SIGNS:
            self.inline.add_text(_SIGNS[tag], marks)
        elif tag in {"br", "cr"}:
            self._break(child)
        elif tag == "sym":
            self._symbol(child, marks)
        elif tag in {"footnoteReference", "endnoteReference"}:
            self._note(tag.removesuffix("Reference"), child.get(f"{W}id", ""))
        elif tag == "commentReference":
            self.setting.remarks.add(remarks.COMMENT)
        elif tag in {"drawing", "pict", "object"}:
            self._drawn(child)
        elif tag == f"{MC}AlternateContent":
            for chosen in alternatives(child):
                for below in chosen:
                    self._in_run(below, marks, properties)

    def _text(self, text: str, marks: Marks, properties: Element | None) -> None:
        self.inline.add_text(text_only(text), marks)
        if text.strip():
            own = number(value(properties, f"{W}sz"))
            size = own / 2 if own else self.setting.parts.styles.size_of(self.style)
            self.size = max(self.size, size)

    def _break(self, element: Element) -> None:
        if element.get(f"{W}type", "textWrapping") == "textWrapping":
            self.inline.add_break()

    def _symbol(self, element: Element, marks: Marks) -> None:
        sign = _SYMBOLS.get(element.get(f"{W}char", "").upper())
        if sign is None:
            self.setting.remarks.add(remarks.SYMBOL)
        else:
            self.inline.add_text(sign, marks)

    def _note(self, kind: str, name: str) -> None:
        note = self.setting.parts.notes.get((kind, name))
        if note is None:
            return
        words = Inline()
        for paragraph in note.iter(f"{W}p"):
            line = Line(self.setting, value(paragraph, f"{W}pPr/{W}pStyle"), self.flow)
            line.read(paragraph)
            words.add_text(" ", PLAIN)
            words.runs += [run for run in line.inline.runs if run.note is None]
        if words.runs and words.runs[0].text:
            words.runs[0] = words.runs[0]._replace(text=words.runs[0].text.lstrip())
        self.inline.add_note(words)

    # What is drawn

    def _drawn(self, element: Element) -> None:
        boxes = [box for box in element.iter(f"{W}txbxContent") if _is_outermost(box, element)]
        names = list(self._picture_names(element))
        for target in names:
            self._picture(target, _alt(element))
        for box in boxes:
            pieces = self.flow(box)
            self.drawn += pieces
            self.setting.remarks.add(remarks.TEXT_BOX, bool(pieces))
        if not boxes and not names and not _is_rule(element):
            self.setting.remarks.add(remarks.DRAWING)

    def _picture_names(self, element: Element) -> Iterator[Target | None]:
        for blip in element.iter(f"{A}blip"):
            yield self._target(blip, f"{R}embed") or self._target(blip, f"{R}link")
        for image in element.iter(f"{VML}imagedata"):
            yield self._target(image, f"{R}id")

    def _picture(self, target: Target | None, alt: str) -> None:
        if target is None or target.is_outside:
            self.setting.remarks.add(remarks.LINKED_PICTURE)
            return
        data = self.setting.parts.package.part(target.name)
        picture = None
        if data is None:
            self.setting.remarks.add(remarks.BROKEN_PICTURE)
        else:
            picture = self.setting.pictures.take(target.name, data, alt)
        if picture is not None:
            attributes = {"data-picture": str(picture.key), "alt": text_only(picture.alt)}
            self.drawn.append(Markup(etree.Element("img", attributes)))


_SIGNS = {"tab": " ", "ptab": " ", "noBreakHyphen": "-"}


def alternatives(element: Element) -> list[Element]:
    """The one of several drawings of the same thing that is read: the newest."""
    choices = element.findall(f"{MC}Choice") or element.findall(f"{MC}Fallback")
    return choices[:1]


def _is_outermost(box: Element, around: Element) -> bool:
    for above in box.iterancestors():
        if above is around:
            return True
        if above.tag == f"{W}txbxContent":
            return False
    return True


def _alt(element: Element) -> str:
    for described in element.iter(f"{DRAWING}docPr"):
        alt = described.get("descr", "") or described.get("title", "")
        if alt.strip():
            return text_only(alt)
    return ""


def _is_rule(element: Element) -> bool:
    """A horizontal line is drawn too, and says nothing."""
    return any("hr" in name for shape in element.iter() for name in map(str, shape.attrib))
