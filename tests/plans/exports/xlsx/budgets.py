"""Plans whose budgets are hard to make a workbook of."""

from dataclasses import replace

from budgets.sheet import Column, ColumnKind, ComputedRow, CostSign, Line, Sheet, Subtotals, Unit
from plans.document.content import BudgetBlock, PlanContent, Section
from tests import factories
from tests.factories import key

ACTUAL = Column(year=2022, kind=ColumnKind.ACTUAL, opening=100_500, opening_source="bokslut")
FORECAST = Column(year=2023, kind=ColumnKind.FORECAST)
BUDGET = Column(year=2023, kind=ColumnKind.BUDGET)
PLAN = Column(year=2024, kind=ColumnKind.PLAN, opens_from="budget-2023")
UNKNOWN = Column(year=2030, kind=ColumnKind.PLAN)
COLUMNS = (ACTUAL, FORECAST, BUDGET, PLAN, UNKNOWN)


def line(label: str, *amounts: int | None, unread: str = "") -> Line:
    """A line with amounts in the order of the columns; what is unread stands in the last."""
    typed = zip((column.name for column in COLUMNS), amounts, strict=False)
    return Line(
        key=key(label),
        label=label,
        amounts={name: kr for name, kr in typed if kr is not None},
        unread={UNKNOWN.name: unread} if unread else {},
    )


def group(label: str, *lines: Line) -> Line:
    return Line(key=key(label), label=label, lines=lines)


def plan_with(sheet: Sheet, **blocks: BudgetBlock) -> PlanContent:
    """A small plan with that budget, and a section for each block under its name."""
    sections = tuple(
        Section(key=key(name), heading=name.replace("_", " "), block=block)
        for name, block in blocks.items()
    )
    return replace(factories.content(), budget=sheet, sections=sections)


HARD_SHEET = Sheet(
    title="=Budget",
    unit=Unit.TKR,
    cost_sign=CostSign.NEGATIVE,
    subtotals=Subtotals.BEFORE,
    has_total_column=True,
    computed_rows={
        ComputedRow.AVAILABLE_FUNDS: "",
        ComputedRow.RESULT: "",
        ComputedRow.CLOSING_EQUITY: "",
    },
    columns=COLUMNS,
    income=(
        group("Bidrag", line("=1+1", 400_000, None, 410_001), line("-Region", None, 0, 200_499)),
        line("+Övrigt", 1, 2, 3, 4),
    ),
    costs=(
        group(
            "Kansli",
            group("Löner", line("@Chef", 355_499, 355_500, None, 1_000)),
            group("Tomt", line("Inget än"), line("Oläst", unread="=7oo")),
            line("Rättelse", -24_000, None, -400),
        ),
        line("Revision", None, None, 24_000),
    ),
    financial=(line("Ränta", 18_000, None, -7),),
)
"""All signs, empty cells, parts of thousands, an opening that nobody knows and a cell unread."""

HARD = replace(
    plan_with(
        HARD_SHEET,
        Översikt=BudgetBlock(depth=1),
        Hela=BudgetBlock(),
        Kansliet=BudgetBlock(branch=key("Kansli")),
        Två_år=BudgetBlock(columns=(BUDGET.name, PLAN.name)),
        Summor=BudgetBlock(columns=("total",), depth=2),
        Borta=BudgetBlock(branch=key("ingen rad")),
        Igen=BudgetBlock(),
    ),
    title="Plan & budget",
)
