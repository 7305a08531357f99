"""A budget's rows as the sheet that the arithmetic works on."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from budgets import models, sheet
from finsam.editions import Gone
from finsam.federations.money import kronor

CELL = ("line_id", "column_id", "amount", "unread")


def sheet_of(budget: models.Budget) -> sheet.Sheet:
    """The whole budget as typed. Five queries, however many lines."""
    lines = _Lines([budget])
    return sheet.Sheet(
        title=budget.title,
        unit=sheet.Unit(budget.unit),
        cost_sign=sheet.CostSign(budget.cost_sign),
        subtotals=sheet.Subtotals(budget.subtotals),
        has_total_column=budget.has_total_column,
        total_column_label=budget.total_column_label,
        computed_rows={sheet.ComputedRow(k): v for k, v in budget.computed_rows.items()},
        previous_allocation=kronor(budget.previous_allocation),
        previous_allocation_source=budget.previous_allocation_source,
        columns=lines.columns_of(budget.pk),
        income=lines.top(budget.pk, sheet.Side.INCOME),
        costs=lines.top(budget.pk, sheet.Side.COST),
        financial=lines.top(budget.pk, sheet.Side.FINANCIAL),
        printed=tuple(printed_of(row) for row in budget.printed.all()),
        share_key=_share_key(budget),
    )


def income_sheets(budgets: Sequence[models.Budget]) -> dict[int, sheet.Sheet]:
    """Only the columns and the income side of many budgets, by their ids. Three queries."""
    lines = _Lines(budgets)
    return {
        budget.pk: sheet.Sheet(
            unit=sheet.Unit(budget.unit),
            columns=lines.columns_of(budget.pk),
            income=lines.top(budget.pk, sheet.Side.INCOME),
        )
        for budget in budgets
    }


def columns_of(budgets: Sequence[models.Budget]) -> dict[int, tuple[sheet.Column, ...]]:
    """Only the columns of many budgets, by the budgets' ids. One query."""
    columns: dict[int, list[sheet.Column]] = defaultdict(list)
    for row in models.BudgetColumn.objects.filter(budget__in=budgets):
        columns[row.budget_id].append(column_of(row))
    return {budget: tuple(found) for budget, found in columns.items()}


def line_of(budget: models.Budget, key: UUID) -> sheet.Line:
    """A line with all below it. Three queries. Raises Gone."""
    return _Lines([budget]).line(key)


class _Lines:
    """Budgets' lines by what they stand below, with their amounts by column. Three queries."""

    def __init__(self, budgets: Sequence[models.Budget]) -> None:
        columns = list(models.BudgetColumn.objects.filter(budget__in=budgets))
        self.columns: dict[int, list[models.BudgetColumn]] = defaultdict(list)
        for column in columns:
            self.columns[column.budget_id].append(column)
        names = {column.pk: f"{column.kind}-{column.year}" for column in columns}
        self.amounts: dict[int, dict[str, int]] = defaultdict(dict)
        self.unread: dict[int, dict[str, str]] = defaultdict(dict)
        cells = models.BudgetAmount.objects.filter(line__budget__in=budgets)
        for line, column, amount, unread in cells.values_list(*CELL):
            if amount is not None:
                self.amounts[line][names[column]] = int(amount)
            elif unread:
                self.unread[line][names[column]] = unread
        self.rows: dict[tuple[int, int | None], list[models.BudgetLine]] = defaultdict(list)
        lines = models.BudgetLine.objects.filter(budget__in=budgets)
        for row in lines.select_related("member", "intervention"):
            self.rows[row.budget_id, row.parent_id].append(row)

    def columns_of(self, budget: int) -> tuple[sheet.Column, ...]:
        return tuple(column_of(column) for column in self.columns[budget])

    def top(self, budget: int, side: sheet.Side) -> tuple[sheet.Line, ...]:
        return tuple(self._line(row) for row in self.rows[budget, None] if row.side == side)

    def line(self, key: UUID) -> sheet.Line:
        found = (row for rows in self.rows.values() for row in rows if row.key == key)
        row = next(found, None)
        if row is None:
            raise Gone
        return self._line(row)

    def _line(self, row: models.BudgetLine) -> sheet.Line:
        return sheet.Line(
            key=row.key,
            label=row.label,
            activity_code=row.activity_code,
            total_label=row.total_label,
            comment=row.comment,
            member=row.member.key if row.member else None,
            intervention=row.intervention.key if row.intervention else None,
            amounts=self.amounts[row.pk],
            unread=self.unread[row.pk],
            lines=tuple(self._line(child) for child in self.rows[row.budget_id, row.pk]),
        )


def column_of(row: models.BudgetColumn) -> sheet.Column:
    """A column from its row. No query."""
    return sheet.Column(
        year=row.year,
        kind=sheet.ColumnKind(row.kind),
        opening=kronor(row.opening),
        opening_source=row.opening_source,
        opens_from=row.opens_from,
        copied_from=row.copied_from,
    )


def printed_of(row: models.PrintedFigure) -> sheet.Printed:
    """A row of what a source printed. No query."""
    return sheet.Printed(
        row=row.row,
        column=row.column,
        amount=kronor(row.amount) or 0,
        source=row.source,
        resolution=row.resolution,
    )


def _share_key(budget: models.Budget) -> sheet.ShareKey | None:
    key = getattr(budget, "share_key", None)
    if key is None:
        return None
    entries = key.entries.select_related("member")
    return sheet.ShareKey(
        basis=key.basis,
        source=key.source,
        as_of=key.as_of,
        decimals=key.decimals,
        entries=tuple(sheet.ShareEntry(member=e.member.key, figure=e.figure) for e in entries),
    )
