"""How findings name amounts, rows and columns of the budget."""

from collections import Counter

from budgets.arithmetic import FINANCIAL_NET
from budgets.formatting import in_unit, with_unit
from budgets.labels import column_label, computed_label, line_label, sum_label, total_column_label
from budgets.sheet import TOTAL, ComputedRow, CostSign, Line, Sheet, Side, Subtotals, Unit


class Words:
    """The words of one budget."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.lines = {str(line.key): (side, line) for side, line in sheet.walk()}
        self.parents = {
            str(child.key): line for _, line in self.lines.values() for child in line.lines
        }
        self.counts = Counter(line_label(line) for _, line in self.lines.values())

    def column(self, name: str) -> str:
        """A column inside a sentence: "budget 2024"."""
        labels = {column.name: column_label(column) for column in self.sheet.columns}
        label = total_column_label(self.sheet) if name == TOTAL else labels.get(name, name)
        return label[:1].lower() + label[1:]

    def row(self, name: str) -> str:
        """A row as the plan prints it; which group it stands in, where several have its label."""
        if name == FINANCIAL_NET:
            return "Finansiellt netto"
        if name in set(ComputedRow):
            return computed_label(self.sheet, ComputedRow(name))
        if name not in self.lines:
            return "Borttagen rad"
        _, line = self.lines[name]
        parent = self.parents.get(name)
        is_alone = self.counts[line_label(line)] == 1
        return (
            self._label(line)
            if parent is None or is_alone
            else f"{self._label(line)} ({parent.label})"
        )

    def is_computed(self, name: str) -> bool:
        """Whether the row is computed from others in every column."""
        return name not in self.lines or self.lines[name][1].is_group

    def is_negated(self, name: str) -> bool:
        """Whether the row's amounts print with the sign turned, as costs may."""
        side = self.lines[name][0] if name in self.lines else None
        is_cost = side is Side.COST or name == ComputedRow.TOTAL_COSTS
        return is_cost and self.sheet.cost_sign is CostSign.NEGATIVE

    def amount(self, kr: int | None, unit: Unit, negate: bool = False) -> str:
        """An amount in kr with its unit, in words where there is none."""
        return "inget belopp" if kr is None else with_unit(kr, unit, negate)

    def unit(self, *pairs: tuple[int | None, int | None]) -> Unit:
        """The plan's unit; kr where it would print two different amounts of a pair alike."""
        unit = self.sheet.unit
        return (
            Unit.KR
            if any(one != other and _alike(one, other, unit) for one, other in pairs)
            else unit
        )

    def _label(self, line: Line) -> str:
        is_sum = line.is_group and self.sheet.subtotals is Subtotals.AFTER
        return sum_label(line) if is_sum else line_label(line)


def _alike(one: int | None, other: int | None, unit: Unit) -> bool:
    if one is None or other is None:
        return False
    return in_unit(one, unit) == in_unit(other, unit)
