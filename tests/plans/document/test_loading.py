from dataclasses import replace

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings

from budgets.sheet import Line
from goals.content import Goal, GoalMap, Perspective
from plans.document.content import PlanContent, Section
from plans.document.document import document_of
from plans.document.fileformat import canonical
from plans.document.loading import load_content
from plans.models import Plan
from plans.writing.importing import import_plan
from tests.plans.document.checks.plans import BERG, FAIR, example, key, with_budget
from tests.plans.document.test_document import NAMES, PICTURE
from tests.strategies.plans import plans

pytestmark = pytest.mark.django_db


def stored(plan: PlanContent) -> Plan:
    """The plan as a page gets it, after the import of its content."""
    return Plan.objects.for_reading().get(pk=import_plan(plan).plan.pk)


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_loaded_as_it_was_imported(name: str) -> None:
    plan = example(name)
    loaded = load_content(stored(plan), with_picture_data=True)
    assert loaded == plan
    assert document_of(loaded) == document_of(plan)


@given(plans())
@settings(max_examples=20, deadline=None)
def test_any_plan_is_loaded_as_it_was_imported(plan: PlanContent) -> None:
    with transaction.atomic():
        loaded = load_content(stored(plan), with_picture_data=True)
        transaction.set_rollback(True)
    assert canonical(loaded) == canonical(plan)


def test_pictures_are_loaded_without_their_bytes_unless_asked_for() -> None:
    plan = stored(replace(FAIR, pictures=(PICTURE,)))
    assert load_content(plan).pictures == (replace(PICTURE, data=""),)
    assert load_content(plan, with_picture_data=True).pictures == (PICTURE,)


def large() -> PlanContent:
    """300 budget lines, 100 goals and 40 sections."""
    lines = tuple(
        Line(
            key=key(f"line {number}"),
            label=f"Rad {number}",
            member=BERG.key,
            amounts={"budget-2025": number},
        )
        for number in range(300)
    )
    goals = tuple(Goal(key=key(f"goal {number}"), text=f"Mål {number}") for number in range(100))
    sections = tuple(
        Section(
            key=key(f"top {number}"),
            heading="Avsnitt",
            sections=(Section(key=key(f"below {number}"), heading="Under"),),
        )
        for number in range(20)
    )
    goal_map = GoalMap(perspectives=(Perspective(key=key("all"), goals=goals),))
    return replace(with_budget(costs=lines), goal_map=goal_map, sections=sections)


def small() -> PlanContent:
    line = Line(key=key("line"), label="Rad", amounts={"budget-2025": 1})
    goals = (Goal(key=key("goal"), text="Mål"),)
    goal_map = GoalMap(perspectives=(Perspective(key=key("all"), goals=goals),))
    return replace(with_budget(costs=(line,)), goal_map=goal_map)


def queries(plan: PlanContent) -> int:
    """How many it takes to load a plan, its own among them."""
    imported = import_plan(plan).plan.pk
    with CaptureQueriesContext(connection) as captured:
        load_content(Plan.objects.for_reading().get(pk=imported))
    return len(captured)


def test_a_plan_is_loaded_by_the_same_few_queries_however_large_it_is() -> None:
    few, many = queries(small()), queries(replace(large(), year=2026))
    assert few == many
    assert few <= 16
