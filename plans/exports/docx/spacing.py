"""What stands beside what: room below a table, and a lead-in on the page of its list."""

from collections.abc import Iterator, Sequence

from docx.oxml.ns import qn
from lxml.etree import _Element as Element

from plans.exports.docx.elements import kept_with_next, paragraph, properties

OWN_ROOM = ("Heading", "Caption", "TableNote", "GoalPart", "Goal", "Quote")
"""The beginnings of the styles that leave room above themselves."""


def spaced(blocks: Sequence[Element]) -> Iterator[Element]:
    """The blocks with an empty line below each table where what follows leaves no room.

    Two tables with nothing between them would be one to Word.
    """
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        if following is not None and _is_item(following) and not _is_item(block):
            _keep(block)
        yield block
        if block.tag == qn("w:tbl") and not (following is not None and _leaves_room(following)):
            yield paragraph("TableSpace", ())


def _keep(block: Element) -> None:
    if block.tag == qn("w:p"):
        kept_with_next(block)


def _is_item(block: Element) -> bool:
    return block.tag == qn("w:p") and properties(block).find(qn("w:numPr")) is not None


def _leaves_room(block: Element) -> bool:
    style = block.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return style is not None and style.get(qn("w:val"), "").startswith(OWN_ROOM)
