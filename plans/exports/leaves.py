"""The sections as they are laid on paper: upright or lying, and their line in the contents."""

from dataclasses import dataclass

from budgets.chart import Chart
from goals.layout.listing import Listing
from goals.layout.scorecard import Scorecard
from goals.layout.table import GoalTable
from plans.document.blocks.goals import GoalsView
from plans.document.blocks.views import BlockView, BudgetView
from plans.document.document import Document, ReadSection
from plans.exports.scorecards import scorecard_sheet

UPRIGHT_COLUMNS = 5
"""The most figure columns of a budget that stands on an upright page."""

WHOLE_ROWS = 30
"""The most rows of an upright budget that is kept on one page with its heading and text."""

PICTURE_ROW = 24
"""How much of a budget's picture takes the place of one row, in the picture's own units."""

UPRIGHT_GOAL_COLUMNS = 3
"""The most columns of a goal table, or perspectives of a scorecard, on an upright page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A section on paper. A lying one has its own landscape pages, without its subsections.

    A whole one stands on one page with its heading, where it has room there.
    `template` and `view` show its block; both are empty where it has none.
    """

    section: ReadSection
    template: str
    view: object
    is_lying: bool
    is_whole: bool
    leaves: tuple["Leaf", ...]


def leaves(document: Document) -> tuple[Leaf, ...]:
    """All sections of a document."""
    return tuple(map(_leaf, document.sections))


def _leaf(section: ReadSection) -> Leaf:
    template, view = _block(section.block)
    is_lying = _is_lying(section.block)
    return Leaf(
        section=section,
        template=template,
        view=view,
        is_lying=is_lying,
        is_whole=_is_whole(view) and not is_lying,
        leaves=tuple(map(_leaf, section.sections)),
    )


def _block(block: BlockView | None) -> tuple[str, object]:
    """The block's fragment and view: those of the screen but for a scorecard and a list.

    Their lists hold paragraphs and lists of terms, which the tags of a PDF have no place for.
    """
    match block:
        case None:
            return "", None
        case BlockView(view=GoalsView(map=Scorecard() as card)) if card.columns:
            return "pdf/_scorecard.html", scorecard_sheet(card)
        case BlockView(view=GoalsView(map=Listing(groups=groups)) as view) if groups:
            return "pdf/_goal_list.html", view
    return block.template, block.view


def _is_whole(view: object) -> bool:
    match view:
        case BudgetView(table=table, chart=picture) if table is not None:
            return len(table.rows) + _rows_of(picture) <= WHOLE_ROWS
    return False


def _rows_of(picture: Chart | None) -> int:
    return picture.height // PICTURE_ROW if picture else 0


def _is_lying(block: BlockView | None) -> bool:
    match block.view if block else None:
        case BudgetView(table=table) if table is not None:
            return len(table.heads) > UPRIGHT_COLUMNS
        case GoalsView(map=GoalTable(columns=columns) | Scorecard(columns=columns)):
            return len(columns) > UPRIGHT_GOAL_COLUMNS
    return False
