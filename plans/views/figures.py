"""The plan's figures, to choose one for the text."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from budgets.arithmetic import figures as computed
from budgets.reading import sheet_of
from budgets.sheet import Sheet
from budgets.table import BudgetTable, table
from plans.access import plan_to
from plans.document.figures import FigureTexts
from plans.views.needs import EDITORS


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A figure: its reference ("ROW/COLUMN") and its words; without words there is none."""

    column: str
    reference: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of the budget with a choice for each column."""

    label: str
    choices: tuple[Choice, ...]


@require_safe
def figures(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """The budget's figures as buttons, or that there are none."""
    access = plan_to(request, slug, year, *EDITORS)
    context: dict[str, object] = {"table": None}
    if access.plan.budget is not None:
        sheet = sheet_of(access.plan.budget)
        shown = table(sheet, computed(sheet))
        context = {"table": shown, "rows": list(_rows(sheet, shown))}
    return render(request, "plans/writing/_figures.html", context)


def _rows(sheet: Sheet, shown: BudgetTable) -> Iterator[Row]:
    text = FigureTexts(sheet, computed(sheet))
    for row in shown.rows:
        if row.cells:
            references = [(head, f"{row.key}/{head.name}") for head in shown.heads]
            yield Row(
                label=row.label,
                choices=tuple(
                    Choice(column=head.text, reference=name, text=text(name) or "")
                    for head, name in references
                ),
            )
