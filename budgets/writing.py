"""A budget's rows from the sheet that plans carry."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db.models import F, Max

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


def known(source: sheet.Sheet, members: Members, interventions: Interventions) -> sheet.Sheet:
    """The sheet without the members and the interventions that are not given."""

    def lines(found: Iterable[sheet.Line]) -> tuple[sheet.Line, ...]:
        return tuple(
            replace(
                line,
                member=line.member if line.member in members else None,
                intervention=line.intervention if line.intervention in interventions else None,
                lines=lines(line.lines),
            )
            for line in found
        )

    key = source.share_key
    entries = () if key is None else tuple(one for one in key.entries if one.member in members)
    return replace(
        source,
        income=lines(source.income),
        costs=lines(source.costs),
        financial=lines(source.financial),
        share_key=None if key is None else replace(key, entries=entries),
    )


def highest_edition(budget: models.Budget) -> int:
    """The highest edition of anything in a budget. Four queries."""
    cells = models.BudgetAmount.objects.filter(line__budget=budget)
    found = (
        *budget.lines.aggregate(Max("edition"), Max("label_edition")).values(),
        *budget.columns.aggregate(Max("edition")).values(),
        *cells.aggregate(Max("edition")).values(),
    )
    stands = models.Budget.objects.values_list("edition", flat=True).get(pk=budget.pk)
    return max(stands, *(number or 0 for number in found))


def count_up(budget: models.Budget) -> None:
    """Let everything in a budget be another edition than it was. Four queries."""
    later = F("edition") + 1
    models.Budget.objects.filter(pk=budget.pk).update(edition=later)
    budget.lines.update(edition=later, label_edition=F("label_edition") + 1)
    budget.columns.update(edition=later)
    models.BudgetAmount.objects.filter(line__budget=budget).update(edition=later)


def count_from(budget: models.Budget, edition: int) -> None:
    """Let everything in a budget be that edition. Four queries."""
    models.Budget.objects.filter(pk=budget.pk).update(edition=edition)
    budget.lines.update(edition=edition, label_edition=edition)
    budget.columns.update(edition=edition)
    models.BudgetAmount.objects.filter(line__budget=budget).update(edition=edition)


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
