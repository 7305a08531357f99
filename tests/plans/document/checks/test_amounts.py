from dataclasses import replace

from hypothesis import given, settings

from budgets.sheet import Column, ColumnKind, Line
from plans.document.checks import Severity
from plans.document.checks.amounts import check
from plans.document.content import PlanContent
from tests.plans.document.checks.plans import COLUMN, FAIR, example, found, key, with_budget
from tests.strategies.plans import plans

NEXT = Column(year=2026, kind=ColumnKind.PLAN)
RENT = Line(key=key("rent"), label="Hyra kontor", unread={"budget-2025": "7oo"})
OTHER = Line(key=key("other"), label="Övrigt", unread={"plan-2026": "cirka 20"})
OFFICE = Line(key=key("office"), label="Kansli", lines=(RENT, OTHER))


def plan(*costs: Line) -> PlanContent:
    return with_budget(columns=(COLUMN, NEXT), costs=costs)


def test_text_where_an_amount_should_stand_is_an_error() -> None:
    [finding] = found(check, plan(RENT))
    assert (finding.code, finding.severity) == ("unreadable-amount", Severity.ERROR)
    assert finding.place == f"budget/{RENT.key}/budget-2025"
    assert finding.message == (
        "Hyra kontor, budget 2025: ”7oo” är inte ett belopp. "
        "Cellen räknas som tom tills den är rättad."
    )


def test_it_is_never_explained() -> None:
    assert [finding.reason for finding in found(check, plan(RENT))] == [""]


def test_each_cell_is_told_by_itself_in_the_budgets_order() -> None:
    both = replace(RENT, unread={"plan-2026": "8oo", "budget-2025": "7oo"})
    assert [
        finding.place for finding in found(check, plan(replace(OFFICE, lines=(both, OTHER))))
    ] == [
        f"budget/{RENT.key}/budget-2025",
        f"budget/{RENT.key}/plan-2026",
        f"budget/{OTHER.key}/plan-2026",
    ]


def test_text_in_a_column_that_is_gone_stands_in_no_cell() -> None:
    assert found(check, plan(replace(RENT, unread={"actual-2019": "7oo"}))) == []


def test_a_plan_without_budget_has_no_cells() -> None:
    assert found(check, replace(FAIR, budget=None)) == []


def test_the_examples_have_nothing_but_amounts() -> None:
    names = ["ange-2022", "skelleftea-norsjo-2016", "sodra-lappland-2024"]
    assert [found(check, example(name)) for name in names] == [[], [], []]


@given(plans())
@settings(max_examples=30, deadline=None)
def test_there_is_one_finding_for_each_unread_cell(content: PlanContent) -> None:
    lines = [line for _, line in content.budget.walk()] if content.budget else []
    assert len(found(check, content)) == sum(len(line.unread) for line in lines)
