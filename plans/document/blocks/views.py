"""What stands under a section's text: one view for each kind of block, ready to print."""

from dataclasses import dataclass

from budgets.arithmetic import Figures
from budgets.chart import Chart, chart
from budgets.labels import column_label
from budgets.sheet import Sheet
from budgets.table import BudgetTable, table
from plans.document.band import own_column
from plans.document.blocks.contributions import ContributionsView, contributions_view
from plans.document.blocks.goals import GoalsView, goals_view
from plans.document.blocks.interventions import InterventionsView, Text, interventions_view
from plans.document.blocks.organisation import OrganisationView, organisation_view
from plans.document.content import (
    Block,
    BudgetBlock,
    ContributionsBlock,
    GoalsBlock,
    InterventionsBlock,
    OrganisationBlock,
    PlanContent,
    Status,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetView:
    """The budget's table (None without a budget) and the name of the plan's own column.

    `origins` says of a draft what its columns start from, where another plan was the start.
    `chart` is the picture below the table, where the section has one.
    """

    table: BudgetTable | None
    own: str
    origins: tuple[str, ...] = ()
    chart: Chart | None = None


View = GoalsView | BudgetView | InterventionsView | ContributionsView | OrganisationView


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockView:
    """A block of a kind, and what it shows."""

    kind: str
    view: View

    @property
    def template(self) -> str:
        """The fragment that shows it, on screen and in print."""
        return f"plans/blocks/_{self.kind}.html"


class Blocks:
    """Makes the views of one plan's blocks."""

    def __init__(self, content: PlanContent, figures: Figures | None, text: Text) -> None:
        self.content = content
        self.figures = figures
        self.text = text

    def view(self, block: Block, level: int) -> BlockView | None:
        """The block under a heading of that level; None where the section is only text."""
        view = self._view(block, level + 1)
        return None if view is None else BlockView(kind=block.kind, view=view)

    def _view(self, block: Block, level: int) -> View | None:
        content = self.content
        match block:
            case GoalsBlock():
                return goals_view(content.goal_map, block, level)
            case BudgetBlock():
                return self._budget(block)
            case InterventionsBlock():
                insatser = content.goal_map.interventions
                return interventions_view(insatser, block.level, level, self.text)
            case ContributionsBlock():
                return contributions_view(content, self.figures)
            case OrganisationBlock():
                return organisation_view(content)
        return None

    def _budget(self, block: BudgetBlock) -> BudgetView:
        sheet, figures = self.content.budget, self.figures
        if sheet is None or figures is None:
            return BudgetView(table=None, own="")
        shown = table(sheet, figures, depth=block.depth, branch=block.branch, columns=block.columns)
        names = {head.name for head in shown.heads}
        # A branch has neither funds nor equity.
        has_chart = block.has_chart and block.branch is None
        return BudgetView(
            table=shown,
            own=own_column(self.content),
            origins=self._origins(sheet, names),
            chart=chart(sheet, figures, columns=block.columns) if has_chart else None,
        )

    def _origins(self, sheet: Sheet, shown: set[str]) -> tuple[str, ...]:
        """What the shown columns start from; of no interest once the plan has left the office."""
        if self.content.status is not Status.DRAFT:
            return ()
        return tuple(
            f"{column_label(column)} utgår från {column.copied_from}."
            for column in sheet.columns
            if column.copied_from and column.name in shown
        )
