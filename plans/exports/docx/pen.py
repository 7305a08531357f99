"""What writes on one page's width: the file, the measure, and whether it stands in a table."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from docx.opc.part import Part
from lxml.etree import _Element as Element

from plans.exports.docx.contents import LEVELS, Entry
from plans.exports.docx.elements import paragraph
from plans.exports.docx.file import WordFile
from plans.exports.docx.links import bookmark_name, bookmarked
from plans.exports.docx.lists import STEPS, style_of
from plans.exports.docx.runs import NUMBER, words
from plans.exports.docx.styles import heading_style
from plans.exports.plaintext import plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Pen:
    """Writes blocks for a place. `width` is the measure in twips, `base` the style of text."""

    file: WordFile
    width: int
    place: str = "text"
    base: str = ""

    def in_cell(self, width: int, base: str = "TableText") -> "Pen":
        """The pen for a cell of a table."""
        return replace(self, width=width, place="table", base=base)

    def based_on(self, base: str) -> "Pen":
        """The pen with another style of text."""
        return replace(self, base=base)

    @property
    def part(self) -> Part:
        """The part that the text's links and pictures belong to."""
        part: Part = self.file.docx.part
        return part

    def paragraph(self, runs: Sequence[Element], *, indent: int = 0) -> Element:
        """A paragraph in the place's own style."""
        return paragraph(self.base, runs, indent=indent)

    def item(
        self, runs: Sequence[Element], number: int, depth: int = 0, *, is_ordered: bool = False
    ) -> Element:
        """An item of a list that `begin` gave the number of."""
        style = style_of(is_ordered=is_ordered, depth=depth, place=self.place)
        return paragraph(style, runs, number=(number, depth))

    def under_item(self, runs: Sequence[Element], depth: int = 0, style: str = "") -> Element:
        """A further paragraph of an item, in line with its text."""
        usual = "TableText" if self.place == "table" else "ListContinue"
        return paragraph(style or usual, runs, indent=STEPS[self.place] * (depth + 1))

    def begin(self, depth: int = 0, *, is_ordered: bool = False) -> int:
        """The number of a new list."""
        return self.file.lists.begun(is_ordered=is_ordered, depth=depth, place=self.place)

    def heading(
        self,
        level: int,
        runs: Sequence[Element],
        text: str,
        *,
        number: str = "",
        anchor: str = "",
    ) -> Element:
        """A heading of a document's level, numbered, and in the contents where it belongs there."""
        style = heading_style(level)
        step = int(style.removeprefix("Heading"))
        names = [bookmark_name(anchor)] if anchor else []
        if step <= LEVELS:
            names.append(f"_Toc{len(self.file.entries) + 1:08}")
            said = plain(f"{number} {text}").strip()
            self.file.entries.append(Entry(step, said, names[-1]))
        ids = [next(self.file.ids) for _ in names]
        whole = [*words(number and f"{number} ", NUMBER), *runs]
        marked = bookmarked(whole, zip(ids, names, strict=True))
        return paragraph(style, marked)
