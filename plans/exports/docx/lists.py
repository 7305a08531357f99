"""Lists: bullets and numbers in Word's own numbering, each numbered list from 1.

There are four definitions: bullets and numbers in the text, and narrower ones in tables.
"""

from lxml.etree import _Element as Element

from plans.exports.docx.elements import fill, w
from plans.exports.docx.styles import LIST_STYLES, list_style

LEVELS = 9
BULLET = "–"
STEPS = {"text": 340, "table": 227}
"""How far each level is indented, in twips."""

_DEFINITIONS = (("text", False), ("text", True), ("table", False), ("table", True))


class Lists:
    """The numbering of one file."""

    def __init__(self, numbering: Element) -> None:
        self._numbering = numbering
        self._count = len(_DEFINITIONS)
        definitions = (_definition(index, *kind) for index, kind in enumerate(_DEFINITIONS))
        lists = (_list(index + 1, index) for index in range(self._count))
        fill(numbering, [*definitions, *lists])

    def begun(self, *, is_ordered: bool, depth: int, place: str) -> int:
        """The number of a list that begins; all bullets are one list, a numbered one is new."""
        definition = _DEFINITIONS.index((place, is_ordered))
        if not is_ordered:
            return definition + 1
        self._count += 1
        self._numbering.append(_list(self._count, definition, restart_at=depth))
        return self._count


def style_of(*, is_ordered: bool, depth: int, place: str) -> str:
    """The paragraph style of a list's items."""
    if place == "table":
        return "TableNumbered" if is_ordered else "TableBullet"
    return list_style("ListNumber" if is_ordered else "ListBullet", depth)


def _definition(index: int, place: str, is_ordered: bool) -> Element:
    levels = (_level(depth, place, is_ordered) for depth in range(LEVELS))
    return w("abstractNum", w("multiLevelType", val="multilevel"), *levels, abstractNumId=index)


def _level(depth: int, place: str, is_ordered: bool) -> Element:
    style = style_of(is_ordered=is_ordered, depth=depth, place=place)
    is_own = depth < (LIST_STYLES if place == "text" else 1)
    step = STEPS[place]
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val="decimal" if is_ordered else "bullet"),
        *([w("pStyle", val=style)] if is_own else []),
        w("lvlText", val=f"%{depth + 1}." if is_ordered else BULLET),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=step * (depth + 1), hanging=step)),
        ilvl=depth,
    )


def _list(number: int, definition: int, restart_at: int | None = None) -> Element:
    element = w("num", w("abstractNumId", val=definition), numId=number)
    if restart_at is not None:
        element.append(w("lvlOverride", w("startOverride", val=1), ilvl=restart_at))
    return element
