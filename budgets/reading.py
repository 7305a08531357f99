"""A budget's rows as the sheet that the arithmetic works on."""

from collections import defaultdict

from budgets import models, sheet
from finsam.federations.money import kronor


def sheet_of(budget: models.Budget) -> sheet.Sheet:
    """The whole budget as typed. Five queries, however many lines."""
    lines = _Lines(budget)
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
        columns=tuple(_column(column) for column in lines.columns),
        income=lines.top(sheet.Side.INCOME),
        costs=lines.top(sheet.Side.COST),
        financial=lines.top(sheet.Side.FINANCIAL),
        printed=tuple(_printed(row) for row in budget.printed.all()),
        share_key=_share_key(budget),
    )


class _Lines:
    """A budget's lines by what they stand below, with their amounts by column."""

    def __init__(self, budget: models.Budget) -> None:
        self.columns = list(budget.columns.all())
        names = {column.pk: f"{column.kind}-{column.year}" for column in self.columns}
        self.amounts: dict[int, dict[str, int]] = defaultdict(dict)
        cells = models.BudgetAmount.objects.filter(line__budget=budget)
        for line, column, amount in cells.values_list("line_id", "column_id", "amount"):
            self.amounts[line][names[column]] = int(amount)
        self.rows: dict[int | None, list[models.BudgetLine]] = defaultdict(list)
        for row in budget.lines.select_related("member", "intervention"):
            self.rows[row.parent_id].append(row)

    def top(self, side: sheet.Side) -> tuple[sheet.Line, ...]:
        return tuple(self._line(row) for row in self.rows[None] if row.side == side)

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
            lines=tuple(self._line(child) for child in self.rows[row.pk]),
        )


def _column(row: models.BudgetColumn) -> sheet.Column:
    return sheet.Column(
        year=row.year,
        kind=sheet.ColumnKind(row.kind),
        opening=kronor(row.opening),
        opening_source=row.opening_source,
        opens_from=row.opens_from,
    )


def _printed(row: models.PrintedFigure) -> sheet.Printed:
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
