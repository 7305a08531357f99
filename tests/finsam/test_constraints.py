import pytest
from django.db import IntegrityError, connection, models, transaction

from budgets.models import Budget, BudgetLine
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
