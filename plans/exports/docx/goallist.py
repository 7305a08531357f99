"""The goal map as headings and lists: each goal, and what is expected of it below a lead-in."""

from collections.abc import Iterator

from lxml.etree import _Element as Element

from goals.layout.pieces import GoalPiece, Group, Part
from plans.exports.docx.elements import paragraph
from plans.exports.docx.pen import Pen
from plans.exports.docx.runs import numbered, segments, words
from plans.exports.docx.sayings import bullets, label, labelled


def goal_list(pen: Pen, group: Group, lead_in: str) -> Iterator[Element]:
    """The goals of one perspective; their child goals are items of a list."""
    for goal in group.goals:
        yield from _goal(pen, goal)
        if goal.goals:
            yield label(lead_in)
            yield from _children(pen, goal, lead_in, depth=0)


def _goal(pen: Pen, goal: GoalPiece) -> Iterator[Element]:
    first, *rest = _lines(goal)
    yield paragraph("Goal", first)
    for line in rest:
        yield pen.paragraph(line)
    for part in goal.parts:
        yield from labelled(pen, part)


def _children(pen: Pen, goal: GoalPiece, lead_in: str, depth: int) -> Iterator[Element]:
    number = pen.begin(depth)
    for child in goal.goals:
        first, *rest = _lines(child)
        yield pen.item(first, number, depth)
        for line in rest:
            yield pen.under_item(line, depth)
        for part in child.parts:
            yield from _part(pen, part, depth)
        if child.goals:
            yield pen.under_item(words(lead_in), depth, "GoalPart")
            yield from _children(pen, child, lead_in, depth + 1)


def _part(pen: Pen, part: Part, depth: int) -> Iterator[Element]:
    yield pen.under_item(words(part.label), depth, "GoalPart")
    if len(part.paragraphs) == 1:
        yield pen.under_item(segments(part.paragraphs[0]), depth)
    else:
        yield from bullets(pen, part.paragraphs, depth + 1)


def _lines(goal: GoalPiece) -> list[list[Element]]:
    """The goal's lines, of which there is at least one; the first has the number."""
    paragraphs = [segments(one) for one in goal.paragraphs]
    if goal.heading or not paragraphs:
        return [numbered(goal.number, goal.heading), *paragraphs]
    return [[*numbered(goal.number, ""), *paragraphs[0]], *paragraphs[1:]]
