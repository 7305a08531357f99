"""A budget's rows from the sheet that plans carry."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from budgets import models, sheet
from finsam.members.models import Member
from finsam.rows import delete_others, upsert, upsert_tree
from goals.models import Intervention

SHEET = (
    "title",
    "unit",
    "cost_sign",
    "subtotals",
    "has_total_column",
    "total_column_label",
    "previous_allocation",
    "previous_allocation_source",
)
COLUMN = ("year", "kind", "opening", "opening_source", "opens_from", "copied_from")
LINE = ("key", "label", "activity_code", "total_label", "comment")
Members = Mapping[UUID, Member]
Interventions = Mapping[UUID, Intervention]


def write_sheet(
    source: sheet.Sheet, budget: models.Budget, members: Members, interventions: Interventions
) -> None:
    """Make a budget hold what is typed in the sheet: lines by key, columns by year and kind.

    `members` and `interventions` hold at least those that the lines point at.
    """
    for name in SHEET:
        setattr(budget, name, getattr(source, name))
    budget.computed_rows = {str(row): label for row, label in source.computed_rows.items()}
    budget.save()
    columns = _write_columns(source, budget)
    lines = _write_lines(source, budget, members, interventions)
    _write_amounts(source, budget, lines, columns)
    _write_printed(source, budget)
    _write_share_key(source, budget, members)


def column_values(column: sheet.Column) -> dict[str, Any]:
    """A column's own values, as its row has them."""
    return {name: getattr(column, name) for name in COLUMN}


def _write_columns(source: sheet.Sheet, budget: models.Budget) -> Mapping[str, models.BudgetColumn]:
    rows = upsert(
        models.BudgetColumn,
        ("budget", "year", "kind"),
        (
            {"budget": budget, "position": position, **column_values(column)}
            for position, column in enumerate(source.columns)
        ),
    )
    budget.columns.exclude(pk__in=[row.pk for row in rows]).delete()
    return dict(zip((column.name for column in source.columns), rows, strict=True))


def _write_lines(
    source: sheet.Sheet, budget: models.Budget, members: Members, interventions: Interventions
) -> Mapping[UUID, models.BudgetLine]:
    order = {line.key: (position, side) for position, (side, line) in enumerate(source.walk())}

    def values(line: sheet.Line, parent: models.BudgetLine | None) -> dict[str, Any]:
        position, side = order[line.key]
        return {
            "budget": budget,
            "parent": parent,
            "side": side if parent is None else "",
            "position": position,
            "member": None if line.member is None else members[line.member],
            "intervention": line.intervention and interventions[line.intervention],
            **{name: getattr(line, name) for name in LINE},
        }

    roots = [line for side in sheet.Side for line in source.roots(side)]
    rows = upsert_tree(models.BudgetLine, ("budget", "key"), roots, "lines", values)
    delete_others(budget.lines.all(), rows)
    return rows


def _write_amounts(
    source: sheet.Sheet,
    budget: models.Budget,
    lines: Mapping[UUID, models.BudgetLine],
    columns: Mapping[str, models.BudgetColumn],
) -> None:
    cells = models.BudgetAmount.objects.filter(line__budget=budget)
    wanted = [
        {
            "line": lines[line.key],
            "column": columns[name],
            "amount": line.amounts.get(name),
            "unread": "" if name in line.amounts else line.unread[name],
        }
        for _, line in source.walk()
        for name in {**line.amounts, **line.unread}
    ]
    rows = upsert(models.BudgetAmount, ("line", "column"), wanted)
    cells.exclude(pk__in=[row.pk for row in rows]).delete()


def _write_printed(source: sheet.Sheet, budget: models.Budget) -> None:
    budget.printed.all().delete()
    models.PrintedFigure.objects.bulk_create(
        models.PrintedFigure(
            budget=budget,
            row=figure.row,
            column=figure.column,
            amount=figure.amount,
            source=figure.source,
            resolution=figure.resolution,
            position=position,
        )
        for position, figure in enumerate(source.printed)
    )


def _write_share_key(source: sheet.Sheet, budget: models.Budget, members: Members) -> None:
    models.ShareKey.objects.filter(budget=budget).delete()
    if source.share_key is None:
        return
    key = source.share_key
    row = models.ShareKey.objects.create(
        budget=budget, basis=key.basis, source=key.source, as_of=key.as_of, decimals=key.decimals
    )
    models.ShareEntry.objects.bulk_create(
        models.ShareEntry(
            share_key=row, member=members[entry.member], figure=entry.figure, position=position
        )
        for position, entry in enumerate(key.entries)
    )
