"""The goal map in the section's own layout."""

from collections.abc import Iterator

from lxml.etree import _Element as Element

from goals.layout.listing import Listing
from goals.layout.per_goal import GoalCards
from goals.layout.scorecard import Scorecard
from goals.layout.table import GoalTable
from plans.document.blocks.goals import GoalsView
from plans.exports.docx.goalcards import goal_cards
from plans.exports.docx.goallist import goal_list
from plans.exports.docx.goaltable import goal_table
from plans.exports.docx.notices import NO_GOALS, notice
from plans.exports.docx.pen import Pen
from plans.exports.docx.runs import words
from plans.exports.docx.scorecard import vision


def goals(pen: Pen, view: GoalsView) -> Iterator[Element]:
    """The map as a table, as a table for each goal or as a list, or that there is none.

    A scorecard with columns is turned before it is printed (plans/exports/scorecards.py).
    """
    match view.map:
        case GoalTable(groups=groups) as shown if groups:
            yield from goal_table(pen, shown)
        case GoalCards(groups=groups) if groups:
            for cards in groups:
                yield from _name(pen, view, cards.name)
                yield from goal_cards(pen, cards)
        case Listing(groups=groups, lead_in=lead_in) if groups:
            for group in groups:
                yield from _name(pen, view, group.name)
                yield from goal_list(pen, group, lead_in)
        case Scorecard() as card:
            yield from vision(pen, card.vision, card.strategy)
            yield notice(NO_GOALS)
        case _:
            yield notice(NO_GOALS)


def _name(pen: Pen, view: GoalsView, name: str) -> Iterator[Element]:
    """A perspective's heading, where it has one and the section is not called by it."""
    if name and view.names_perspectives:
        yield pen.heading(view.level, words(name), name)
