"""Goals and interventions of a plan edited: the history knows, and the plan stays a whole one."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from hypothesis import given, settings

from budgets.models import BudgetLine
from finsam.editions import Gone
from finsam.members.models import User
from goals.content import Activity, Goal, GoalLayout, Indicator, Level
from plans.document.content import GoalsBlock, PlanContent, Section
from plans.document.fileformat import content_of, plan_bytes
from plans.document.loading import load_content
from plans.models import Change, Plan
from plans.writing import goals, interventions
from plans.writing.blocks import add_block_section, set_layout
from plans.writing.importing import import_plan
from plans.writing.saving import save_unit
from plans.writing.units import INTERVENTION
from tests import factories
from tests.goals.test_editing import DEEDS, Hands
from tests.strategies.plans import plans

pytestmark = pytest.mark.django_db

GOAL, INSATS, LINE = (factories.key(name) for name in ("goal", "insats", "fee"))
PERSPECTIVE = factories.key("individ")


@pytest.fixture
def by() -> User:
    return factories.person()


def full() -> PlanContent:
    """A plan whose goal has all that a goal may have."""
    content = factories.content()
    goal = Goal(
        key=GOAL,
        text="Fler i arbete",
        responsible=("Förbundschef", "Styrelsen"),
        activities=(Activity(key=factories.key("activity"), text="Kartlägga"),),
        indicators=(Indicator(key=factories.key("indicator"), sentence="70 %"),),
        goals=(Goal(key=factories.key("child"), text="Fler i studier"),),
    )
    [home], [insats] = content.goal_map.perspectives, content.goal_map.interventions
    return replace(
        content,
        goal_map=replace(
            content.goal_map,
            perspectives=(replace(home, goals=(goal,)),),
            interventions=(replace(insats, goals=(GOAL,)),),
        ),
    )


def paid(content: PlanContent) -> PlanContent:
    """The plan with its budget line paying for its insats."""
    assert content.budget is not None
    [line] = content.budget.income
    sheet = replace(content.budget, income=(replace(line, intervention=INSATS),))
    return replace(content, budget=sheet)


def stands(plan: Plan) -> PlanContent:
    return load_content(Plan.objects.for_reading().get(pk=plan.pk), with_picture_data=True)


def kept(change: Change) -> dict[str, Any]:
    """What the history keeps of what was removed, as it comes out of the database."""
    before: dict[str, Any] | None = Change.objects.get(pk=change.pk).before
    return before or {}


def latest(plan: Plan) -> tuple[str, str, UUID, str, Any, Any]:
    change = plan.changes.order_by("-pk")[0]
    return (change.action, change.kind, change.key, change.name, change.before, change.after)


def test_what_is_added_is_in_the_history(by: User) -> None:
    plan = factories.draft_plan()
    row = goals.add_goal(plan, perspective=PERSPECTIVE, by=by)
    after = {
        "place": {"perspective": str(PERSPECTIVE), "parent": None, "position": 1},
        "tree": {
            "key": str(row.key),
            "text": "Nytt mål",
            "heading": "",
            "responsible": [],
            "activities": [],
            "indicators": [],
            "goals": [],
        },
    }
    assert latest(plan) == ("added", "goal", row.key, "Nytt mål", None, after)


def test_what_is_moved_is_in_the_history_and_what_is_not_is_not(by: User) -> None:
    plan = factories.draft_plan()
    row = goals.add_goal(plan, perspective=PERSPECTIVE, by=by)
    goals.shift(plan, kind="goal", key=row.key, steps=-1, by=by)
    goals.shift(plan, kind="goal", key=row.key, steps=-1, by=by)
    place = {"perspective": str(PERSPECTIVE), "parent": None}
    said = [(change.before, change.after) for change in plan.changes.filter(action="moved")]
    assert said == [({**place, "position": 1}, {**place, "position": 0})]


@pytest.mark.parametrize(
    ("kind", "key", "put_back"),
    [
        ("perspective", PERSPECTIVE, goals.put_back_perspective),
        ("goal", GOAL, goals.put_back_goal),
        ("goal", factories.key("child"), goals.put_back_goal),
        ("activity", factories.key("activity"), goals.put_back_activity),
        ("indicator", factories.key("indicator"), goals.put_back_indicator),
    ],
)
def test_what_is_removed_comes_back_whole(
    by: User, kind: str, key: UUID, put_back: Callable[[Plan, Any], None]
) -> None:
    plan = import_plan(full()).plan
    before = plan_bytes(stands(plan))
    change = goals.remove(plan, kind=kind, key=key, by=by)
    assert plan_bytes(stands(plan)) != before
    put_back(plan, kept(change))
    assert plan_bytes(stands(plan)) == before


def test_an_insats_comes_back_with_its_goals_and_its_budget_lines(by: User) -> None:
    plan = import_plan(paid(full())).plan
    before = plan_bytes(stands(plan))
    change = interventions.remove_intervention(plan, key=INSATS, by=by)
    assert BudgetLine.objects.get().intervention is None
    interventions.put_back_intervention(plan, kept(change))
    assert plan_bytes(stands(plan)) == before


def test_what_is_removed_already_is_gone(by: User) -> None:
    plan = import_plan(full()).plan
    goals.remove(plan, kind="goal", key=GOAL, by=by)
    with pytest.raises(Gone):
        goals.remove(plan, kind="goal", key=GOAL, by=by)
    assert plan.changes.removals().count() == 1


def test_a_perspective_that_a_section_shows_by_itself_is_not_removed(by: User) -> None:
    content = factories.content()
    own = Section(
        key=factories.key("own"), heading="Individen", block=GoalsBlock(perspective=PERSPECTIVE)
    )
    plan = import_plan(replace(content, sections=(*content.sections, own))).plan
    with pytest.raises(goals.StillShown) as refused:
        goals.remove(plan, kind="perspective", key=PERSPECTIVE, by=by)
    assert refused.value.headings == ["Individen"]
    assert not plan.changes.exists()


def test_a_tick_and_the_text_beside_it_are_changes_of_their_own(by: User) -> None:
    plan = factories.draft_plan()
    row = plan.goal_map.interventions.get()
    values = {name: getattr(row, name) for name in INTERVENTION.names} | {"name": "Vägen in"}
    save_unit(plan, INTERVENTION, INSATS, values, edition=1, by=by)
    interventions.serve(plan, intervention=INSATS, goal=GOAL, serves=True, by=by)
    tick: Any = (
        "edited",
        "intervention",
        INSATS,
        "Vägen in",
        {"goals": []},
        {"goals": [str(GOAL)]},
    )
    assert latest(plan) == tick
    first = plan.changes.earliest("pk")
    assert (first.before or {})["name"] == "Skymningsinsatsen"
    assert (first.after or {})["name"] == "Vägen in"


def test_a_line_pays_for_one_insats_and_both_know(by: User) -> None:
    plan = import_plan(paid(full())).plan
    other = interventions.add_intervention(plan, level=Level.INDIVIDUAL, by=by)
    interventions.pay(plan, intervention=other.key, line=LINE, pays=True, by=by)
    assert BudgetLine.objects.get().intervention == other
    lost: dict[str, list[str]] = {"budget_lines": [str(LINE)]}
    won: dict[str, list[str]] = {"budget_lines": []}
    said = [(c.key, c.before, c.after) for c in plan.changes.filter(action="edited").order_by("pk")]
    assert said == [(other.key, won, lost), (INSATS, lost, won)]


def test_a_tick_that_changes_nothing_is_no_change(by: User) -> None:
    plan = import_plan(paid(full())).plan
    interventions.serve(plan, intervention=INSATS, goal=GOAL, serves=True, by=by)
    interventions.pay(plan, intervention=INSATS, line=LINE, pays=True, by=by)
    assert not plan.changes.exists()


def test_a_line_of_another_budget_is_gone(by: User) -> None:
    plan = factories.draft_plan()
    import_plan(factories.content("slatt"))
    BudgetLine.objects.filter(budget=plan.budget).delete()
    with pytest.raises(Gone):
        interventions.pay(plan, intervention=INSATS, line=LINE, pays=True, by=by)


def test_a_layout_is_chosen_for_one_section(by: User) -> None:
    plan = factories.draft_plan()
    key = factories.key("goals")
    set_layout(plan, section=key, layout=GoalLayout.LIST, by=by)
    block = next(section.block for section in stands(plan).walk() if section.key == key)
    assert block == GoalsBlock(layout=GoalLayout.LIST)
    assert latest(plan) == (
        "edited", "section", key, "Mål", {"layout": "table"}, {"layout": "list"}
    )  # fmt: skip


def test_the_layout_of_what_shows_no_goals_is_nobodys(by: User) -> None:
    plan = factories.draft_plan()
    with pytest.raises(Gone):
        set_layout(plan, section=factories.key("aim"), layout=GoalLayout.LIST, by=by)


def test_a_section_for_the_goals_stands_last(by: User) -> None:
    plan = factories.draft_plan()
    row = add_block_section(plan, heading="Mål", block=GoalsBlock(), by=by)
    section = stands(plan).sections[-1]
    assert (section.key, section.heading, section.block) == (row.key, "Mål", GoalsBlock())


@given(plan=plans(), deeds=DEEDS)
@settings(max_examples=25)
def test_whatever_is_done_the_plan_can_be_taken_out_and_in_again(
    plan: PlanContent, deeds: list[tuple[str, str, int, int]]
) -> None:
    with transaction.atomic():
        row = import_plan(plan).plan
        hands = Hands(row.goal_map)
        shown = {str(key) for key in row.sections.values_list("options__perspective", flat=True)}
        for deed, kind, one, other in deeds:
            takes = deed == "remove" and kind == "perspective"
            if not (takes and str(hands.pick(kind, one)) in shown):
                hands.do(deed, kind, one, other)
        left = stands(row)
        assert plan_bytes(content_of(plan_bytes(left))) == plan_bytes(left)
        transaction.set_rollback(True)
