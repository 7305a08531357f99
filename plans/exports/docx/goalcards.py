"""The goal map as a small table for each goal, a row for each thing said about it."""

from collections.abc import Iterator

from lxml.etree import _Element as Element

from goals.layout.per_goal import CardGroup, GoalCard
from goals.layout.pieces import Part
from plans.exports.docx.elements import paragraph
from plans.exports.docx.pen import Pen
from plans.exports.docx.runs import words
from plans.exports.docx.sayings import said
from plans.exports.docx.tables import MARGINS, Cell, Row, cell, head, kept_whole, shared, table

WEIGHTS = (30.0, 70.0)


def goal_cards(pen: Pen, group: CardGroup) -> Iterator[Element]:
    """The goals of one perspective, each kept on one page where it has room there."""
    for card in group.cards:
        yield paragraph("Caption", words(card.caption))
        yield _table(pen, card)


def _table(pen: Pen, card: GoalCard) -> Element:
    widths = shared(pen.width, WEIGHTS)
    inside = pen.in_cell(widths[1] - MARGINS)
    rows = [head(("Del", "Innehåll")), *(_row(inside, part) for part in card.rows)]
    return table(list(kept_whole(rows)), widths, card.caption)


def _row(pen: Pen, part: Part) -> Row:
    return Row(cells=(cell(part.label), Cell(blocks=tuple(said(pen, part.paragraphs)))))
