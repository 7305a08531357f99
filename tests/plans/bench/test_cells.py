"""The large budgets in which a cell's save is measured, and how that is said."""

import pytest

from budgets.arithmetic import figures
from plans.bench.cells import budget, filled
from plans.bench.subjects import examples


def test_a_budget_has_as_many_lines_and_columns_as_are_asked_for() -> None:
    sheet = budget(500, 6)
    leaves = [line for _, line in sheet.walk() if not line.is_group]
    assert (len(leaves), len(sheet.columns)) == (500, 6)
    assert {len(line.amounts) for line in leaves} == {6}
    assert figures(sheet).amount("total_costs", "plan-2024") == 500_000


@pytest.mark.django_db
def test_a_larger_budget_takes_no_more_queries() -> None:
    few, many = filled(examples()[-1], (20, 60), 2, 1)
    assert few.queries == many.queries
    assert (few.lines, many.lines, few.columns) == (20, 60, 2)
    assert many.size > few.size
