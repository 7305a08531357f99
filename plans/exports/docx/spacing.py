"""Room below a table, which Word's tables have none of themselves."""

from collections.abc import Iterator, Sequence

from docx.oxml.ns import qn
from lxml.etree import _Element as Element

from plans.exports.docx.elements import paragraph

OWN_ROOM = ("Heading", "Caption", "TableNote", "GoalPart", "Goal", "Quote")
"""The beginnings of the styles that leave room above themselves."""


def spaced(blocks: Sequence[Element]) -> Iterator[Element]:
    """The blocks with an empty line below each table where what follows leaves no room.

    Two tables with nothing between them would be one to Word.
    """
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        yield block
        if block.tag == qn("w:tbl") and not (following is not None and _leaves_room(following)):
            yield paragraph("TableSpace", ())


def _leaves_room(block: Element) -> bool:
    style = block.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return style is not None and style.get(qn("w:val"), "").startswith(OWN_ROOM)
