"""The budget of a plan as a sheet to write in, ready for the page and for its parts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest
from django.urls import reverse

from budgets.arithmetic import Figures, figures
from budgets.cells import editions
from budgets.chart import Chart, chart
from budgets.differing import Difference, differences
from budgets.earlier import Earlier, earlier_columns
from budgets.grid import Grid, GridMaker
from budgets.models import Budget
from budgets.reading import sheet_of
from budgets.sheet import Sheet
from finsam.members.access import standing
from finsam.members.permissions import Action
from plans.document.band import column_of
from plans.models import Change, Plan
from plans.writing.budget_pasting import newest
from plans.writing.cells import CELLS

COMPARED = "jamfor"
"""The page shows the year before and the difference in each cell, where it asks for that."""

STRUCTURE = ("line", "line_name", "column", "budget", "printed")
"""The kinds of changes after which the sheet has other rows or columns, or other words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetSheet:
    """A plan's budget on its page: the grid, and what the page must know to save it.

    `seen` is the plan's latest change: what others do after that is fetched.
    """

    plan: Plan
    sheet: Sheet
    figures: Figures
    differences: tuple[Difference, ...]
    maker: GridMaker
    grid: Grid
    is_compared: bool
    seen: int

    @property
    def chart(self) -> Chart | None:
        """Funds, costs and closing equity as a picture; None of a budget without amounts."""
        has_amounts = any(line.amounts for _, line in self.sheet.walk())
        return chart(self.sheet, self.figures) if has_amounts else None

    @property
    def url(self) -> str:
        return budget_url(self.plan)


def budget_of(plan: Plan) -> Budget:
    """The plan's budget. Raises Http404 where it has none."""
    if plan.budget is None:
        raise Http404
    return plan.budget


@dataclass(frozen=True, slots=True, kw_only=True)
class Editions:
    """How often everything had been written, before it was read: never more than it says."""

    cells: Mapping[tuple[UUID, str], int]
    labels: Mapping[UUID, int]
    seen: int


def editions_of(plan: Plan) -> Editions:
    """The editions as they stand. Three queries. Raises Http404 without a budget."""
    budget = budget_of(plan)
    return Editions(
        seen=newest(plan),
        cells=editions(budget),
        labels=dict(budget.lines.values_list("key", "label_edition")),
    )


def budget_sheet(
    plan: Plan,
    *,
    is_compared: bool,
    sheet: Sheet | None = None,
    known: Editions | None = None,
) -> BudgetSheet:
    """The budget as a sheet. A fixed number of queries; `sheet` saves those for the amounts.

    `known` are the editions from before the sheet was read: what somebody saves in between is
    then a conflict, and not overwritten. Raises Http404 where the plan has none.
    """
    budget = budget_of(plan)
    stood = known or editions_of(plan)
    found = sheet_of(budget) if sheet is None else sheet
    reckoned = figures(found)
    differing = differences(found, reckoned)
    maker = GridMaker(
        sheet=found,
        figures=reckoned,
        editions=stood.cells,
        label_editions=stood.labels,
        earlier=_earlier(plan, found, reckoned) if is_compared else {},
        own=column_of(found, plan.year),
        sources={(one.printed.row, one.printed.column): one.short for one in differing},
    )
    return BudgetSheet(
        plan=plan,
        sheet=found,
        figures=reckoned,
        differences=differing,
        maker=maker,
        grid=maker.grid(),
        is_compared=is_compared,
        seen=stood.seen,
    )


def asks_to_compare(request: HttpRequest) -> bool:
    """Whether the page shows the year before."""
    given = request.POST if request.method == "POST" else request.GET
    return given.get(COMPARED) == "1"


def compares(request: HttpRequest, plan: Plan) -> bool:
    """Whether the year before is shown: it is asked for, and its plan is this person's to read."""
    if not asks_to_compare(request):
        return False
    before = Plan.objects.filter(federation=plan.federation, year=plan.year - 1)
    status = before.values_list("status", flat=True).first()
    if status in (None, Plan.Status.DECIDED):
        return True
    return bool(standing(request.user, plan.federation).may(Action.READ_PLAN, status))


def budget_url(plan: Plan, *, is_compared: bool = False) -> str:
    """The address of the page."""
    address = reverse("budget", args=[plan.federation.slug, plan.year])
    return f"{address}?{urlencode({COMPARED: 1})}" if is_compared else address


def since(plan: Plan, seen: int) -> list[Change]:
    """The changes of the budget after that one. One query."""
    kinds = (CELLS, *STRUCTURE)
    return list(plan.changes.filter(pk__gt=seen, kind__in=kinds).order_by("pk"))


def touched(changes: Iterable[Change]) -> set[tuple[UUID, str]]:
    """The cells that these changes filled in."""
    stored: list[Any] = [one for change in changes for one in (change.after or {}).get(CELLS, ())]
    return {(UUID(one["line"]), one["column"]) for one in stored}


def _earlier(plan: Plan, sheet: Sheet, reckoned: Figures) -> dict[str, Earlier]:
    last = (
        Plan.objects.filter(federation=plan.federation, year=plan.year - 1, budget__isnull=False)
        .select_related("budget")
        .first()
    )
    if last is None or last.budget is None:
        return earlier_columns(sheet, reckoned)
    before = sheet_of(last.budget)
    return earlier_columns(sheet, reckoned, (before, figures(before)))
