"""The outline: sections added, moved, set, ticked, removed and put back."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from finsam.members.models import User
from goals.content import GoalLabels, GoalLayout, Level
from plans.document.content import (
    BudgetBlock,
    GoalsBlock,
    InterventionsBlock,
    OrganisationBlock,
    PlanContent,
    Section,
    TextBlock,
)
from plans.document.fileformat import content_of, plan_bytes
from plans.document.loading import load_content
from plans.models import Change, Plan
from plans.writing.importing import import_plan
from plans.writing.outlining import (
    NUMBERING,
    CannotMove,
    Gone,
    Way,
    add_section,
    move_section,
    put_back_section,
    remove_section,
    set_appendix,
    set_done,
    set_numbering,
    set_options,
)
from plans.writing.units import WHOLE
from tests import factories
from tests.factories import key

pytestmark = pytest.mark.django_db

A, B, C, D, X = (key(name) for name in "ABCDX")
NOBODY = key("nobody")


def written() -> PlanContent:
    below = (Section(key=C, heading="C", html="<p>Text i C.</p>"), Section(key=D, heading="D"))
    sections = (
        Section(key=A, heading="A"),
        Section(key=B, heading="B", html="<p>Text i B.</p>", is_done=True, sections=below),
        Section(key=X, heading="X", is_appendix=True, block=BudgetBlock(depth=1)),
    )
    return replace(factories.content(), sections=sections)


@pytest.fixture
def plan() -> Plan:
    return import_plan(written()).plan


@pytest.fixture
def anna() -> User:
    return factories.person()


def shown(plan: Plan) -> list[str]:
    """The headings as they are read, an appendix with a star, those below with a dash."""
    found = []
    for top in load_content(plan).sections:
        found.append(f"{top.heading}{'*' * top.is_appendix}")
        found += [f"-{below.heading}" for below in top.sections]
    return found


def last(plan: Plan) -> tuple[str, str, UUID, str, object, object]:
    change = plan.changes.first()
    assert change
    return change.kind, change.action, change.key, change.name, change.before, change.after


def place(parent: UUID | None, position: int, is_appendix: bool = False) -> dict[str, object]:
    where = str(parent) if parent else None
    return {"parent": where, "position": position, "is_appendix": is_appendix}


@pytest.mark.parametrize(
    ("after", "options", "expected"),
    [
        (None, {}, ["A", "B", "-C", "-D", "Nytt avsnitt", "X*"]),
        (A, {}, ["A", "Nytt avsnitt", "B", "-C", "-D", "X*"]),
        (C, {}, ["A", "B", "-C", "-D", "Nytt avsnitt", "X*"]),
        (X, {}, ["A", "B", "-C", "-D", "Nytt avsnitt", "X*"]),
        (A, {"is_child": True}, ["A", "-Nytt avsnitt", "B", "-C", "-D", "X*"]),
        (C, {"is_child": True}, ["A", "B", "-C", "-Nytt avsnitt", "-D", "X*"]),
        (None, {"is_appendix": True}, ["A", "B", "-C", "-D", "X*", "Ny bilaga*"]),
        (A, {"is_appendix": True}, ["A", "B", "-C", "-D", "Ny bilaga*", "X*"]),
    ],
)
def test_a_section_is_added_in_its_place(
    plan: Plan, anna: User, after: UUID | None, options: dict[str, bool], expected: list[str]
) -> None:
    added = add_section(plan, kind="text", by=anna, after=after, **options)
    assert shown(plan) == expected
    kind, action, own, name, before, _ = last(plan)
    heading = added.section.heading
    assert (kind, action, own, name, before) == (
        "section",
        "added",
        added.section.key,
        heading,
        None,
    )


def test_new_goals_are_laid_out_as_the_federation_is_used_to(plan: Plan, anna: User) -> None:
    plan.federation.default_goal_layout = "scorecard"
    added = add_section(plan, kind="goals", by=anna)
    block = {one.key: one.block for one in load_content(plan).walk()}[added.section.key]
    assert block == GoalsBlock(layout=GoalLayout.SCORECARD)


def test_a_move_is_recorded_with_both_places(plan: Plan, anna: User) -> None:
    move_section(plan, D, Way.OUT, by=anna)
    assert shown(plan) == ["A", "B", "-C", "D", "X*"]
    assert last(plan) == ("section", "moved", D, "D", place(B, 1), place(None, 2))


def test_a_move_that_changes_nothing_is_not_recorded(plan: Plan, anna: User) -> None:
    assert move_section(plan, B, Way.AFTER, by=anna, other=A).change is None
    assert not plan.changes.exists()


def test_what_cannot_move_stays(plan: Plan, anna: User) -> None:
    with pytest.raises(CannotMove):
        move_section(plan, B, Way.IN, by=anna)
    assert shown(plan) == ["A", "B", "-C", "-D", "X*"]
    assert not plan.changes.exists()


def test_a_section_becomes_an_appendix_and_comes_back(plan: Plan, anna: User) -> None:
    set_appendix(plan, A, True, by=anna)
    assert shown(plan) == ["B", "-C", "-D", "X*", "A*"]
    assert last(plan)[4:] == (place(None, 0), place(None, 2, True))
    set_appendix(plan, A, False, by=anna)
    assert shown(plan) == ["B", "-C", "-D", "A", "X*"]


def test_what_stands_below_the_text_is_chosen(plan: Plan, anna: User) -> None:
    block = GoalsBlock(layout=GoalLayout.LIST, labels=GoalLabels(goal="Resultatmål"))
    set_options(plan, A, block, by=anna)
    assert load_content(plan).sections[0].block == block
    before, after = last(plan)[4:]
    assert before == {"kind": "text", "options": {}}
    assert isinstance(after, dict)
    assert after["kind"] == "goals"
    assert set_options(plan, A, block, by=anna).change is None


def test_what_the_plan_has_not_is_not_chosen(plan: Plan, anna: User) -> None:
    set_options(plan, A, GoalsBlock(perspective=NOBODY), by=anna)
    assert load_content(plan).sections[0].block == GoalsBlock()
    block = BudgetBlock(branch=NOBODY, columns=("budget-2025", "plan-2099"))
    set_options(plan, A, block, by=anna)
    assert load_content(plan).sections[0].block == BudgetBlock(columns=("budget-2025",))
    known = GoalsBlock(perspective=key("individ"))
    set_options(plan, A, known, by=anna)
    assert load_content(plan).sections[0].block == known


def test_a_tick_is_set_and_taken_away(plan: Plan, anna: User) -> None:
    set_done(plan, A, True, by=anna)
    assert load_content(plan).sections[0].is_done
    assert last(plan) == ("section", "edited", A, "A", {"is_done": False}, {"is_done": True})
    set_options(plan, A, OrganisationBlock(), by=anna)
    assert plan.changes.count() == 2
    set_done(plan, A, False, by=anna)
    assert not load_content(plan).sections[0].is_done


def test_so_many_levels_are_numbered(plan: Plan, anna: User) -> None:
    set_numbering(plan, 2, by=anna)
    assert Plan.objects.get(pk=plan.pk).numbering_depth == 2
    expected = (
        NUMBERING,
        "edited",
        WHOLE,
        "Numrering",
        {"numbering_depth": 1},
        {"numbering_depth": 2},
    )
    assert last(plan) == expected
    assert set_numbering(plan, 2, by=anna) is None


def test_a_section_is_removed_with_those_in_it_and_put_back(plan: Plan, anna: User) -> None:
    stood = load_content(plan)
    plan.sections.filter(key=C).update(edition=7)
    done = remove_section(plan, B, by=anna)
    assert shown(plan) == ["A", "X*"]
    assert done.change
    stored = Change.objects.get(pk=done.change.pk).before or {}
    assert stored["place"] == place(None, 1)
    put_back_section(plan, B, stored, by=anna)
    assert load_content(plan) == stood
    assert last(plan)[:4] == ("section", "added", B, "B")
    # Who still has the text of before it was removed does not overwrite what came after.
    assert plan.sections.get(key=C).edition == 8


def test_what_is_there_is_not_put_back_again(plan: Plan, anna: User) -> None:
    done = remove_section(plan, C, by=anna)
    assert done.change
    put_back_section(plan, C, done.change.before or {}, by=anna)
    assert shown(plan) == ["A", "B", "-C", "-D", "X*"]
    with pytest.raises(CannotMove, match="Avsnittet finns redan i planen"):
        put_back_section(plan, C, done.change.before or {}, by=anna)


def test_what_stood_in_a_section_that_is_gone_comes_back_beside(plan: Plan, anna: User) -> None:
    child, parent = remove_section(plan, C, by=anna), remove_section(plan, B, by=anna)
    assert child.change
    assert parent.change
    put_back_section(plan, C, child.change.before or {}, by=anna)
    assert shown(plan) == ["A", "C", "X*"]
    put_back_section(plan, B, parent.change.before or {}, by=anna)
    assert shown(plan) == ["A", "B", "-D", "C", "X*"]


def test_options_that_point_at_what_has_gone_meanwhile_show_the_whole(
    plan: Plan, anna: User
) -> None:
    set_options(plan, A, GoalsBlock(perspective=key("individ")), by=anna)
    done = remove_section(plan, A, by=anna)
    plan.goal_map.perspectives.all().delete()
    assert done.change
    put_back_section(plan, A, done.change.before or {}, by=anna)
    assert load_content(plan).sections[0].block == GoalsBlock()


def test_what_has_been_removed_is_gone_for_every_verb(plan: Plan, anna: User) -> None:
    verbs: tuple[Callable[[], object], ...] = (
        lambda: add_section(plan, kind="text", by=anna, after=NOBODY),
        lambda: move_section(plan, NOBODY, Way.UP, by=anna),
        lambda: move_section(plan, A, Way.AFTER, by=anna, other=NOBODY),
        lambda: set_appendix(plan, NOBODY, True, by=anna),
        lambda: set_options(plan, NOBODY, TextBlock(), by=anna),
        lambda: set_done(plan, NOBODY, True, by=anna),
        lambda: remove_section(plan, NOBODY, by=anna),
    )
    for verb in verbs:
        with pytest.raises(Gone):
            verb()
    assert not plan.changes.exists()


SECTIONS = st.integers(0, 30)
STEPS = st.one_of(
    st.tuples(st.just("add"), SECTIONS, st.booleans(), st.booleans()),
    st.tuples(st.just("move"), SECTIONS, st.sampled_from(Way), SECTIONS),
    st.tuples(st.just("appendix"), SECTIONS, st.booleans()),
    st.tuples(st.just("options"), SECTIONS, st.sampled_from(Level)),
    st.tuples(st.just("remove"), SECTIONS),
    st.tuples(st.just("put back"), SECTIONS),
)


class AnySequence(TestCase):
    """Whatever is done to an outline, in whatever order."""

    @settings(max_examples=25)
    @given(st.lists(STEPS, max_size=12))
    def test_the_plan_can_be_exported_and_nothing_is_lost(self, steps: list[tuple]) -> None:
        plan, anna = import_plan(written()).plan, factories.person()
        here = set(plan.sections.values_list("key", flat=True))
        removed: list[Change] = []
        for name, *given_ in steps:
            try:
                self.take(plan, anna, name, given_, here, removed)
            except CannotMove:
                continue
            assert set(plan.sections.values_list("key", flat=True)) == here
        content = load_content(plan, with_picture_data=True)
        assert plan_bytes(content_of(plan_bytes(content))) == plan_bytes(content)
        positions = list(plan.sections.values_list("position", flat=True))
        assert positions == list(range(len(here)))
        assert [one.key for one in content.walk()] == [row.key for row in plan.sections.all()]

    def take(
        self,
        plan: Plan,
        anna: User,
        name: str,
        chosen: list,
        here: set[UUID],
        removed: list[Change],
    ) -> None:
        keys = list(plan.sections.values_list("key", flat=True))
        if name == "put back":
            if removed:
                change = removed.pop(chosen[0] % len(removed))
                back = put_back_section(plan, change.key, change.before or {}, by=anna)
                assert back.change
                here |= {UUID(one) for one in (back.change.after or {})["editions"]}
            return
        if not keys:
            return
        one = keys[chosen[0] % len(keys)]
        if name == "add":
            after, is_child, is_appendix = one, chosen[1], chosen[2] and not chosen[1]
            options = {"is_child": is_child, "is_appendix": is_appendix}
            here.add(add_section(plan, kind="text", by=anna, after=after, **options).section.key)
        elif name == "move":
            move_section(plan, one, chosen[1], by=anna, other=keys[chosen[2] % len(keys)])
        elif name == "appendix":
            set_appendix(plan, one, chosen[1], by=anna)
        elif name == "options":
            set_options(plan, one, InterventionsBlock(level=chosen[1]), by=anna)
        else:
            done = remove_section(plan, one, by=anna)
            assert done.change
            here -= {UUID(gone) for gone in (done.change.before or {})["editions"]}
            removed.append(done.change)
