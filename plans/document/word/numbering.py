"""Lists: which of Word's numberings are bullets, which are numbers."""

from dataclasses import dataclass

from lxml.etree import _Element as Element

from plans.document.word.styles import Styles
from plans.document.word.xml import W, number, value


@dataclass(frozen=True, slots=True)
class Numbering:
    """The formats of every list's levels: "bullet", "decimal" and so on."""

    formats: dict[str, dict[int, str]]

    def format(self, list_id: str, depth: int) -> str:
        """The format at a depth; "none" where there is no such list."""
        return self.formats.get(list_id, {}).get(depth, "none")


def numbering_of(root: Element | None, styles: Styles) -> Numbering:
    """The lists of numbering.xml."""
    if root is None:
        return Numbering({})
    abstract = {
        element.get(f"{W}abstractNumId", ""): element
        for element in root.iterfind(f"{W}abstractNum")
    }
    grounds = {
        element.get(f"{W}numId", ""): value(element, f"{W}abstractNumId")
        for element in root.iterfind(f"{W}num")
    }
    formats = {}
    for list_id, ground in grounds.items():
        linked = value(abstract.get(ground), f"{W}numStyleLink")
        if linked:
            ground = grounds.get(styles.numbering(linked)[0], "")
        formats[list_id] = _formats(abstract.get(ground))
    return Numbering(formats)


def _formats(element: Element | None) -> dict[int, str]:
    if element is None:
        return {}
    return {
        number(level.get(f"{W}ilvl")) or 0: value(level, f"{W}numFmt") or "decimal"
        for level in element.iterfind(f"{W}lvl")
    }
