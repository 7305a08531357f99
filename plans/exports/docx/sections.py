"""The sections in reading order: heading, text and block."""

from collections.abc import Iterator

from lxml.etree import _Element as Element

from plans.document.blocks.contributions import ContributionsView
from plans.document.blocks.goals import GoalsView
from plans.document.blocks.interventions import InterventionsView
from plans.document.blocks.organisation import OrganisationView
from plans.document.blocks.views import BudgetView
from plans.document.document import ReadSection
from plans.exports.docx.budget import budget
from plans.exports.docx.file import WordFile
from plans.exports.docx.goals import goals
from plans.exports.docx.interventions import interventions
from plans.exports.docx.pages import LYING, UPRIGHT, Stretch
from plans.exports.docx.pen import Pen
from plans.exports.docx.runs import words
from plans.exports.docx.scorecard import scorecard
from plans.exports.docx.simpletables import contributions, organisation
from plans.exports.docx.spacing import spaced
from plans.exports.docx.text import text
from plans.exports.leaves import Leaf
from plans.exports.scorecards import ScorecardSheet


def stretch(file: WordFile, leaf: Leaf, *, begins_a_page: bool) -> Iterator[Stretch]:
    """A section on its pages, then those below it."""
    page = LYING if leaf.is_lying else UPRIGHT
    pen = Pen(file=file, width=page.measure)
    blocks = [_heading(pen, leaf.section), *text(pen, leaf.section.html), *_block(pen, leaf)]
    yield Stretch(format=page, blocks=list(spaced(blocks)), begins_a_page=begins_a_page)
    for below in leaf.leaves:
        yield from stretch(file, below, begins_a_page=False)


def _heading(pen: Pen, section: ReadSection) -> Element:
    return pen.heading(
        section.level,
        words(section.heading),
        section.heading,
        number=section.number,
        anchor=section.anchor,
    )


def _block(pen: Pen, leaf: Leaf) -> Iterator[Element]:
    match leaf.view:
        case ScorecardSheet() as sheet:
            yield from scorecard(pen, sheet)
        case GoalsView() as view:
            yield from goals(pen, view)
        case BudgetView() as view:
            yield from budget(pen, view, is_whole=leaf.is_whole)
        case InterventionsView() as view:
            yield from interventions(pen, view)
        case ContributionsView() as view:
            yield from contributions(pen, view)
        case OrganisationView() as view:
            yield from organisation(pen, view)
