"""Taking back: whatever was done, and what was taken back too."""

from uuid import UUID

import pytest

from finsam.members.models import User
from goals.content import Level
from plans.document.content import PlanContent
from plans.document.fileformat import content_of, plan_bytes
from plans.document.loading import load_content
from plans.models import Change, Plan
from plans.writing import goals, interventions, outlining
from plans.writing.outlining import Way
from plans.writing.restoring import CannotRestore, restore, undo
from plans.writing.saving import save_unit
from plans.writing.units import GOAL, TEXT
from tests import factories

pytestmark = pytest.mark.django_db

AIM, MONEY, GOAL_KEY = factories.key("aim"), factories.key("money"), factories.key("goal")


@pytest.fixture
def plan() -> Plan:
    return factories.draft_plan()


@pytest.fixture
def anna() -> User:
    return factories.person()


def now(plan: Plan) -> PlanContent:
    """The plan as it stands; it can always be exported."""
    content = load_content(Plan.objects.get(pk=plan.pk), with_picture_data=True)
    assert content_of(plan_bytes(content)) == content
    return content


def last(plan: Plan) -> Change:
    return plan.changes.latest("pk")


def text(plan: Plan) -> str:
    return plan.sections.get(key=AIM).html


def test_a_text_is_what_it_was_and_again_what_it_became(plan: Plan, anna: User) -> None:
    before = text(plan)
    save_unit(plan, TEXT, AIM, {"html": "<p>Nytt</p>"}, edition=1, by=anna)
    undo(plan, last(plan), by=anna)
    assert text(plan) == before
    undo(plan, last(plan), by=anna)
    assert text(plan) == "<p>Nytt</p>"


def test_an_earlier_text_is_made_to_stand_again(plan: Plan, anna: User) -> None:
    bo = factories.person(email="bo@berg.se")
    save_unit(plan, TEXT, AIM, {"html": "<p>Ett</p>"}, edition=1, by=anna)
    first = last(plan)
    save_unit(plan, TEXT, AIM, {"html": "<p>Två</p>"}, edition=2, by=bo)
    restore(plan, first, by=anna)
    assert text(plan) == "<p>Ett</p>"


def test_what_was_set_aside_can_be_used(plan: Plan, anna: User) -> None:
    save_unit(plan, TEXT, AIM, {"html": "<p>Ett</p>"}, edition=1, by=anna)
    with pytest.raises(Exception, match="edition"):
        save_unit(plan, TEXT, AIM, {"html": "<p>Mitt</p>"}, edition=1, by=anna)
    undo(plan, last(plan), by=anna)
    assert text(plan) == "<p>Mitt</p>"


def done_things(plan: Plan, anna: User, name: str) -> None:
    insats = plan.goal_map.interventions.get().key
    match name:
        case "section removed":
            outlining.remove_section(plan, AIM, by=anna)
        case "section added":
            outlining.add_section(plan, kind="text", by=anna)
        case "section moved":
            outlining.move_section(plan, AIM, Way.DOWN, by=anna)
        case "section made an appendix":
            outlining.set_appendix(plan, AIM, True, by=anna)
        case "section made a child":
            outlining.move_section(plan, MONEY, Way.IN, by=anna)
        case "section ticked":
            outlining.set_done(plan, AIM, True, by=anna)
        case "numbering":
            outlining.set_numbering(plan, 0, by=anna)
        case "goal removed":
            goals.remove(plan, kind="goal", key=GOAL_KEY, by=anna)
        case "goal added":
            goals.add_goal(plan, by=anna, perspective=factories.key("individ"))
        case "perspective removed":
            goals.remove(plan, kind="perspective", key=factories.key("individ"), by=anna)
        case "goal written":
            values = {"heading": "", "text": "Nytt", "responsible": ["Styrelsen"]}
            save_unit(plan, GOAL, GOAL_KEY, values, edition=1, by=anna)
        case "insats removed":
            interventions.remove_intervention(plan, key=insats, by=anna)
        case "insats added":
            interventions.add_intervention(plan, level=Level.INDIVIDUAL, by=anna)
        case "insats serves":
            interventions.serve(plan, intervention=insats, goal=GOAL_KEY, serves=True, by=anna)
        case "line pays":
            line: UUID = factories.key("fee")
            interventions.pay(plan, intervention=insats, line=line, pays=True, by=anna)


@pytest.mark.parametrize(
    "name",
    [
        "section removed", "section added", "section moved", "section made an appendix",
        "section made a child", "section ticked", "numbering", "goal removed", "goal added",
        "perspective removed", "goal written", "insats removed", "insats added", "insats serves",
        "line pays",
    ],
)  # fmt: skip
def test_everything_can_be_taken_back_and_that_too(plan: Plan, anna: User, name: str) -> None:
    before = now(plan)
    done_things(plan, anna, name)
    plan = Plan.objects.get(pk=plan.pk)
    after = now(plan)
    assert after != before
    undo(plan, last(plan), by=anna)
    assert now(plan) == before
    undo(plan, last(plan), by=anna)
    assert now(plan) == after


def test_a_goal_moves_back_to_its_perspective_and_place(plan: Plan, anna: User) -> None:
    other = goals.add_perspective(plan, by=anna)
    goals.add_goal(plan, by=anna, perspective=factories.key("individ"))
    before = now(plan)
    goals.move_goal(plan, key=GOAL_KEY, perspective=other.key, by=anna)
    undo(plan, last(plan), by=anna)
    assert now(plan) == before


def test_what_is_gone_is_said_to_be_and_nothing_changes(plan: Plan, anna: User) -> None:
    save_unit(plan, TEXT, AIM, {"html": "<p>Nytt</p>"}, edition=1, by=anna)
    change = last(plan)
    outlining.remove_section(plan, AIM, by=anna)
    before = now(plan)
    for take in (undo, restore):
        with pytest.raises(CannotRestore, match="finns inte längre"):
            take(plan, change, by=anna)
    assert now(plan) == before


def test_what_has_come_back_is_not_put_back_twice(plan: Plan, anna: User) -> None:
    outlining.remove_section(plan, AIM, by=anna)
    change = last(plan)
    undo(plan, change, by=anna)
    with pytest.raises(CannotRestore, match="finns redan"):
        undo(plan, change, by=anna)


def test_only_what_was_written_is_restored(plan: Plan, anna: User) -> None:
    outlining.set_done(plan, AIM, True, by=anna)
    with pytest.raises(CannotRestore, match="ingen text"):
        restore(plan, last(plan), by=anna)
