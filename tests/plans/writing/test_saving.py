"""Saving one unit of a plan: with its history, and with what could not be saved set aside."""

from datetime import date
from decimal import Decimal

import pytest
from pytest_django import DjangoAssertNumQueries

from finsam.editions import Gone, Stale
from goals.models import Indicator
from plans.models import Change, Plan
from plans.writing.importing import import_plan
from plans.writing.saving import is_saved, restore_values, save_unit
from plans.writing.units import (
    COVER,
    GOAL,
    GOAL_MAP,
    HEADING,
    INDICATOR,
    INTERVENTION,
    PERSPECTIVE,
    TEXT,
    WHOLE,
)
from tests import factories
from tests.plans.views.test_plan import with_lines

pytestmark = pytest.mark.django_db

AIM = factories.key("aim")


def test_a_text_is_saved_and_its_change_kept() -> None:
    plan, anna = factories.draft_plan(), factories.person()
    before = plan.sections.get(key=AIM).html
    saved = save_unit(plan, TEXT, AIM, {"html": "<p>Nytt</p>"}, edition=1, by=anna)
    section = plan.sections.get(key=AIM)
    assert (section.html, section.edition, saved.edition) == ("<p>Nytt</p>", 2, 2)
    change = plan.changes.get()
    assert (change.kind, change.name, change.action) == ("text", "Syfte", Change.Action.EDITED)
    assert (change.before, change.after) == ({"html": before}, {"html": "<p>Nytt</p>"})


def test_a_heading_and_its_text_are_two_units() -> None:
    plan, anna = factories.draft_plan(), factories.person()
    save_unit(plan, TEXT, AIM, {"html": "<p>Nytt</p>"}, edition=1, by=anna)
    saved = save_unit(plan, HEADING, AIM, {"heading": "Mål"}, edition=1, by=anna)
    section = plan.sections.get(key=AIM)
    assert (saved.edition, section.edition, section.heading_edition) == (2, 2, 2)


def test_the_cover_and_the_goal_map_are_units_of_the_whole_plan() -> None:
    plan, anna = factories.draft_plan(), factories.person()
    save_unit(plan, COVER, WHOLE, {"title": "Plan", "subtitle": "2025"}, edition=1, by=anna)
    values = {"vision": "Egen försörjning", "strategy": "", "numbering": "none"}
    save_unit(plan, GOAL_MAP, WHOLE, values, edition=1, by=anna)
    plan = Plan.objects.get(pk=plan.pk)
    assert (plan.title, plan.goal_map.vision) == ("Plan", "Egen försörjning")


def test_what_was_stale_is_set_aside_and_nothing_else_changes() -> None:
    plan, anna, bo = factories.draft_plan(), factories.person(), factories.person(email="bo@b.se")
    save_unit(plan, TEXT, AIM, {"html": "<p>Bos</p>"}, edition=1, by=bo)
    with pytest.raises(Stale):
        save_unit(plan, TEXT, AIM, {"html": "<p>Annas</p>"}, edition=1, by=anna)
    assert plan.sections.get(key=AIM).html == "<p>Bos</p>"
    aside = plan.changes.get(action=Change.Action.SET_ASIDE)
    assert (aside.before, aside.after) == ({"html": "<p>Bos</p>"}, {"html": "<p>Annas</p>"})


def test_what_was_written_in_something_gone_is_set_aside_too() -> None:
    plan, anna = factories.draft_plan(), factories.person()
    plan.sections.get(key=AIM).delete()
    with pytest.raises(Gone):
        save_unit(plan, TEXT, AIM, {"html": "<p>Annas</p>"}, edition=1, by=anna)
    aside = plan.changes.get(action=Change.Action.SET_ASIDE)
    assert (aside.before, aside.after) == (None, {"html": "<p>Annas</p>"})


def test_the_same_key_in_another_plan_is_another_thing() -> None:
    plan, other = factories.draft_plan(), factories.draft_plan("slatt")
    save_unit(plan, TEXT, AIM, {"html": "<p>Nytt</p>"}, edition=1, by=factories.person())
    assert other.sections.get(key=AIM).edition == 1


@pytest.mark.parametrize("count", [1, 300])
def test_a_save_is_as_many_queries_however_long_the_plan(
    django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    plan, anna = import_plan(with_lines(count)).plan, factories.person()
    # Two, the thing's name, its latest change, the new one; and the transaction's two.
    with django_assert_num_queries(7):
        save_unit(plan, TEXT, AIM, {"html": "<p>Nytt</p>"}, edition=1, by=anna)


def test_values_come_back_from_the_history_as_their_columns_have_them() -> None:
    plan, anna = factories.draft_plan(), factories.person()
    goal = plan.goal_map.goals.get()
    row = Indicator.objects.create(goal_map=plan.goal_map, goal=goal, sentence="70 %")
    values = {
        "sentence": "75,5 % av deltagarna",
        "is_qualitative": False,
        "comparator": "at_least",
        "target": Decimal("75.5"),
        "unit": "%",
        "method": "",
        "frequency": "",
        "volumes_of": "",
    }
    save_unit(plan, INDICATOR, row.key, values, edition=1, by=anna)
    stored = plan.changes.get().after or {}
    Indicator.objects.update(target=None)
    restore_values(plan, INDICATOR, row.key, stored, by=anna)
    row.refresh_from_db()
    assert row.target == Decimal("75.5")


def test_dates_and_lists_come_back_too() -> None:
    plan, anna = factories.draft_plan(), factories.person()
    goal, insats = plan.goal_map.goals.get(), plan.goal_map.interventions.get()
    stored = {"heading": "", "text": "Målet", "responsible": ["Styrelsen", "Förbundschef"]}
    restore_values(plan, GOAL, goal.key, stored, by=anna)
    dated = {name: getattr(insats, name) for name in INTERVENTION.names}
    restore_values(plan, INTERVENTION, insats.key, dated | {"starts_on": "2025-01-01"}, by=anna)
    goal.refresh_from_db()
    insats.refresh_from_db()
    assert goal.responsible == ["Styrelsen", "Förbundschef"]
    assert insats.starts_on == date(2025, 1, 1)


def test_what_is_gone_is_not_restored() -> None:
    plan, anna = factories.draft_plan(), factories.person()
    with pytest.raises(Gone):
        restore_values(plan, PERSPECTIVE, factories.key("gone"), {"name": "Individ"}, by=anna)


def test_whether_a_unit_stands_so_is_asked_without_saving() -> None:
    plan = factories.draft_plan()
    html = plan.sections.get(key=AIM).html
    assert is_saved(plan, TEXT, AIM, {"html": html})
    assert not is_saved(plan, TEXT, AIM, {"html": "<p>Annat</p>"})
    assert not is_saved(plan, TEXT, factories.key("gone"), {"html": html})
    assert plan.changes.count() == 0
