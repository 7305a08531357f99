"""What a source printed, accepted or explained."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from budgets.models import Budget, PrintedFigure
from budgets.ordering import lock
from budgets.reading import printed_of
from budgets.sheet import Printed
from finsam.editions import Gone


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A printed figure that is gone, with its place among the budget's others."""

    printed: Printed
    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """A printed figure before and after its difference was explained."""

    before: Printed
    after: Printed


def accept_printed(budget: Budget, *, row: str, column: str, source: str) -> Kept:
    """The computed figure is right: what the source printed there is forgotten. Raises Gone."""
    lock(budget)
    rows = budget.printed.filter(row=row, column=column, source=source)
    if not rows:
        raise Gone
    [kept] = taken(rows)
    return kept


def explain_printed(
    budget: Budget, *, row: str, column: str, source: str, resolution: str
) -> Explained:
    """Say how the difference to what the source printed there was resolved. Raises Gone."""
    lock(budget)
    figure = budget.printed.filter(row=row, column=column, source=source).first()
    if figure is None:
        raise Gone
    before = printed_of(figure)
    figure.resolution = resolution
    figure.save(update_fields=["resolution"])
    return Explained(before=before, after=printed_of(figure))


def taken(rows: "QuerySet[PrintedFigure, Any]") -> tuple[Kept, ...]:
    """Delete these figures, and say what they were. Two queries at most."""
    kept = tuple(Kept(printed=printed_of(row), position=row.position) for row in rows)
    rows.delete()
    return kept
