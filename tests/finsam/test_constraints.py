import pytest
from django.db import IntegrityError, connection, models, transaction

from budgets.models import Budget, BudgetAmount, BudgetColumn, BudgetLine
from goals.models import Goal, GoalMap, Perspective
from plans.models import Plan, Section
from tests import factories

pytestmark = pytest.mark.django_db


def refused(row: models.Model) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()
        connection.check_constraints()


def test_a_line_stands_only_below_a_line_of_its_own_budget() -> None:
    mine, other = Budget.objects.create(), Budget.objects.create()
    group = BudgetLine.objects.create(budget=other, side="cost", label="Grupp")
    refused(BudgetLine(budget=mine, parent=group, label="Rad"))


def test_a_section_stands_only_below_a_section_of_its_own_plan() -> None:
    federation = factories.federation()
    mine, other = (
        Plan.objects.create(
            federation=federation, year=year, title="Plan", goal_map=GoalMap.objects.create()
        )
        for year in (2025, 2026)
    )
    above = Section.objects.create(plan=other, heading="Deras")
    refused(Section(plan=mine, parent=above, heading="Min"))


def test_a_goal_stands_only_in_a_perspective_of_its_own_map() -> None:
    mine, other = GoalMap.objects.create(), GoalMap.objects.create()
    perspective = Perspective.objects.create(goal_map=other)
    refused(Goal(goal_map=mine, perspective=perspective, text="Mål"))


def test_a_child_goal_stands_only_below_a_goal_of_its_own_perspective() -> None:
    goal_map = GoalMap.objects.create()
    mine, other = (Perspective.objects.create(goal_map=goal_map) for _ in range(2))
    above = Goal.objects.create(goal_map=goal_map, perspective=other, text="Mål")
    refused(Goal(goal_map=goal_map, perspective=mine, parent=above, text="Delmål"))


def test_no_line_stands_below_itself_by_a_detour() -> None:
    budget = Budget.objects.create()
    top = BudgetLine.objects.create(budget=budget, side="cost", label="Grupp")
    below = BudgetLine.objects.create(budget=budget, parent=top, label="Rad")
    top.parent, top.side = below, ""
    refused(top)


def test_a_line_with_amounts_gets_no_lines_below_it() -> None:
    line, column = cell(Budget.objects.create())
    BudgetAmount.objects.create(line=line, column=column, amount=1)
    refused(BudgetLine(budget=line.budget, parent=line, label="Rad"))


def test_a_group_gets_no_amounts() -> None:
    line, column = cell(Budget.objects.create())
    BudgetLine.objects.create(budget=line.budget, parent=line, label="Rad")
    refused(BudgetAmount(line=line, column=column, amount=1))


def test_an_amount_is_at_a_line_and_a_column_of_one_budget() -> None:
    line, _ = cell(Budget.objects.create())
    _, column = cell(Budget.objects.create())
    refused(BudgetAmount(line=line, column=column, amount=1))


def cell(budget: Budget) -> tuple[BudgetLine, BudgetColumn]:
    return (
        BudgetLine.objects.create(budget=budget, side="cost", label="Rad"),
        BudgetColumn.objects.create(budget=budget, year=2025, kind="budget"),
    )
