"""The plan's figures as text, for references to them in prose."""

from budgets.arithmetic import Figures
from budgets.formatting import with_unit
from budgets.sheet import Sheet


class FigureTexts:
    """Looks up "ROW/COLUMN" in the budget: a line's key or computed row, and a column."""

    def __init__(self, sheet: Sheet | None, figures: Figures | None) -> None:
        self.sheet = sheet
        self.figures = figures

    def __call__(self, reference: str) -> str | None:
        """The figure with its unit as the plan prints it ("4 483 tkr"), None if there is none.

        Prose speaks of a cost of 24 000 kr: costs have no sign there, whatever the table's.
        """
        row, _, column = reference.partition("/")
        if self.sheet is None or self.figures is None:
            return None
        amount = self.figures.amount(row, column)
        return None if amount is None else with_unit(amount, self.sheet.unit)
