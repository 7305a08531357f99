from dataclasses import replace

import pytest

from budgets.sheet import Column, ColumnKind, Line
from goals.content import Goal, GoalMap, Intervention, Level, Perspective
from plans.document.checks.places import Places
from plans.document.content import (
    Block,
    BudgetBlock,
    ContributionsBlock,
    GoalsBlock,
    InterventionsBlock,
    OrganisationBlock,
    Section,
    TextBlock,
)
from tests.plans.document.checks.plans import COLUMN, key, with_budget

RENT = Line(key=key("rent"), label="Hyra")
OFFICE = Line(key=key("office"), label="Kansli", lines=(RENT,))
CHILD = Goal(key=key("child"), text="Delmål")
GOAL = Goal(key=key("goal"), text="Mål", goals=(CHILD,))
INDIVIDUAL = Intervention(key=key("i"), name="Försteg", level=Level.INDIVIDUAL)
STRUCTURAL = Intervention(key=key("s"), name="Nätverk", level=Level.STRUCTURAL)


def section(name: str, block: Block | None = None, *below: Section) -> Section:
    return Section(key=key(name), heading=name, block=block or TextBlock(), sections=below)


PLAN = replace(
    with_budget(
        columns=(COLUMN, Column(year=2026, kind=ColumnKind.PLAN)),
        costs=(OFFICE,),
        has_total_column=True,
    ),
    goal_map=GoalMap(
        perspectives=(
            Perspective(key=key("empty"), name="Individen"),
            Perspective(key=key("full"), name="Ekonomi", goals=(GOAL,)),
        ),
        interventions=(INDIVIDUAL, STRUCTURAL),
    ),
    sections=(
        section("intro", None, section("below")),
        section("one", GoalsBlock(perspective=key("empty"))),
        section("map", GoalsBlock()),
        section("structural", InterventionsBlock(level=Level.STRUCTURAL)),
        section("insatser", InterventionsBlock()),
        section("shares", ContributionsBlock()),
        section("short", BudgetBlock(depth=1, columns=("budget-2025",))),
        section("budget", BudgetBlock()),
        section("board", OrganisationBlock()),
    ),
)


@pytest.mark.parametrize(
    ("place", "name"),
    [
        (f"text/{key('below')}", "below"),
        ("goals", "one"),
        (f"goals/{key('empty')}", "one"),
        (f"goals/{GOAL.key}", "map"),
        (f"goals/{CHILD.key}", "map"),
        (f"interventions/{STRUCTURAL.key}", "structural"),
        (f"interventions/{INDIVIDUAL.key}", "insatser"),
        (f"members/{key('anybody')}", "board"),
        ("contributions", "shares"),
        ("contributions/budget-2025", "shares"),
        ("contributions/plan-2026", "budget"),
        ("budget", "short"),
        (f"budget/{OFFICE.key}/budget-2025", "short"),
        (f"budget/{OFFICE.key}/plan-2026", "budget"),
        (f"budget/{RENT.key}/budget-2025", "budget"),
        ("budget/closing_equity/plan-2026", "short"),
    ],
)
def test_a_place_is_shown_by_the_first_section_that_has_it(place: str, name: str) -> None:
    heading = Places(PLAN).section(place)
    assert heading is not None
    assert heading.section.heading == name


@pytest.mark.parametrize("place", ["cover", f"text/{key('gone')}", "", "elsewhere/1"])
def test_a_place_that_no_section_shows_has_none(place: str) -> None:
    assert Places(PLAN).section(place) is None


@pytest.mark.parametrize("place", ["goals", "interventions/x", "members/x", "budget/x/y"])
def test_a_plan_without_blocks_shows_none_of_their_places(place: str) -> None:
    assert Places(replace(PLAN, sections=(section("intro"),))).section(place) is None


def test_contributions_without_any_budget_block_are_where_they_are_printed() -> None:
    plan = replace(PLAN, sections=(section("shares", ContributionsBlock()),))
    heading = Places(plan).section("contributions/plan-2026")
    assert heading is not None
    assert heading.section.heading == "shares"


def test_places_come_as_the_plan_is_read() -> None:
    in_order = [
        "cover",
        f"text/{key('intro')}",
        f"text/{key('below')}",
        f"goals/{GOAL.key}",
        "contributions/budget-2025",
        f"budget/{OFFICE.key}/plan-2026",
        f"budget/{OFFICE.key}/total",
        f"budget/{RENT.key}/budget-2025",
        f"budget/{RENT.key}/plan-2026",
        f"members/{key('anybody')}",
        f"text/{key('gone')}",
    ]
    mixed = [*in_order[5:], *in_order[:5]]
    assert sorted(mixed, key=Places(PLAN).order) == in_order
