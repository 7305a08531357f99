"""Paragraph and character styles: what is a heading, a list, a contents line, bold."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element as Element

from plans.document.word.xml import W, number, switched, value

_HEADING = re.compile(r"(?:heading|rubrik|überschrift) ?([1-9])")
_CONTENTS = re.compile(r"(?:toc|contents|innehåll) ?\d|table of (?:figures|authorities)")
DEEPEST = 20
"""How many styles one may stand on."""
_LIST = re.compile(r"list (?:bullet|number) ([2-5])")
_BODY_TEXT = 9
"""The outline level of what is no heading."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style as it says itself; what it leaves unsaid its ground says."""

    name: str
    ground: str
    outline: int | None
    numbering: tuple[str, str]
    """The list's id and its level, "" where unsaid."""
    strong: bool | None
    em: bool | None
    size: float


@dataclass(frozen=True, slots=True)
class Styles:
    """The document's styles by id."""

    by_id: dict[str, Style]
    default: str = ""
    size: float = 11

    def chain(self, style: str) -> Iterator[Style]:
        """The style and those that it stands on, nearest first; the default one for ""."""
        seen = set[str]()
        style = style or self.default
        while style in self.by_id and style not in seen and len(seen) < DEEPEST:
            seen.add(style)
            yield self.by_id[style]
            style = self.by_id[style].ground

    def heading_level(self, style: str) -> int | None:
        """1 for Heading 1 and what stands on it, 0 for Title, None for other text."""
        for found in self.chain(style):
            heading = _HEADING.fullmatch(found.name)
            if heading:
                return int(heading[1])
            if found.name in {"title", "rubrik"}:
                return 0
            if found.outline is not None:
                return None if found.outline >= _BODY_TEXT else found.outline + 1
        return None

    def is_contents(self, style: str) -> bool:
        """Whether it is a line of a contents list."""
        return any(_CONTENTS.match(found.name) for found in self.chain(style))

    def is_contents_heading(self, style: str) -> bool:
        """Whether it is the heading of a contents list."""
        return any(found.name in {"toc heading", "contents heading"} for found in self.chain(style))

    def is_list_text(self, style: str) -> bool:
        """Whether it is a style for what goes on in a list without a mark of its own."""
        names = ("list paragraph", "list continue", "liststycke")
        return any(found.name.startswith(names) for found in self.chain(style))

    def depth(self, style: str) -> int:
        """How deep the lists of a style stand: 1 of List Bullet 2, which is a list of its own."""
        found = [_LIST.fullmatch(one.name) for one in self.chain(style)]
        return next((int(match[1]) - 1 for match in found if match), 0)

    def numbering(self, style: str) -> tuple[str, str]:
        """The list's id and level that the style gives."""
        for found in self.chain(style):
            if found.numbering[0]:
                return found.numbering
        return "", ""

    def strong(self, style: str) -> bool:
        return next((s.strong for s in self.chain(style) if s.strong is not None), False)

    def em(self, style: str) -> bool:
        return next((s.em for s in self.chain(style) if s.em is not None), False)

    def size_of(self, style: str) -> float:
        """The letters' size in points."""
        return next((s.size for s in self.chain(style) if s.size), self.size)


def styles_of(root: Element | None) -> Styles:
    """The styles of styles.xml."""
    if root is None:
        return Styles({})
    by_id = {}
    default = ""
    for element in root.iterfind(f"{W}style"):
        name = element.get(f"{W}styleId", "")
        by_id[name] = _style(element)
        if element.get(f"{W}default") == "1" and element.get(f"{W}type") == "paragraph":
            default = name
    size = number(value(root, f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}sz"))
    return Styles(by_id, default, size / 2 if size else 11)


def _style(element: Element) -> Style:
    paragraph, run = element.find(f"{W}pPr"), element.find(f"{W}rPr")
    return Style(
        name=value(element, f"{W}name").lower(),
        ground=value(element, f"{W}basedOn"),
        outline=number(value(paragraph, f"{W}outlineLvl")),
        numbering=numbering_of(paragraph),
        strong=switched(run, "b"),
        em=switched(run, "i"),
        size=(number(value(run, f"{W}sz")) or 0) / 2,
    )


def numbering_of(properties: Element | None) -> tuple[str, str]:
    """The list's id and level that a paragraph's properties give, "" where unsaid."""
    path = f"{W}numPr/{W}"
    return value(properties, f"{path}numId"), value(properties, f"{path}ilvl")
