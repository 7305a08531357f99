from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from django.db import transaction
from hypothesis import given, settings

from budgets.models import BudgetLine
from budgets.sheet import Column, ColumnKind, Line, Sheet
from finsam.federations.profile import FederationProfile
from finsam.members.models import BoardSeat, Member
from finsam.members.profile import MemberKind, MemberProfile, Seat
from goals.content import Goal, GoalMap, Perspective
from plans.document.content import Decision, DecisionKind, PlanContent, Section, Status
from plans.document.fileformat import plan_bytes
from plans.document.loading import load_content
from plans.models import Plan
from plans.writing.importing import Done, ImportRefused, import_plan
from tests import factories
from tests.strategies.plans import key, plans

pytestmark = pytest.mark.django_db

FEDERATION = FederationProfile(
    slug="fjallbygden",
    name="Samordningsförbundet Fjällbygden",
    short_name="Fjällbygden",
    accent="#1b4c68",
)
TOWN = MemberProfile(key=key("town"), name="Bergs kommun", kind=MemberKind.MUNICIPALITY)
REGION = MemberProfile(key=key("region"), name="Region Fjäll", kind=MemberKind.REGION)
FEE = Line(key=key("fee"), label="Berg", member=TOWN.key, amounts={"budget-2025": 368_000})
BUDGET = Sheet(columns=(Column(year=2025, kind=ColumnKind.BUDGET),), income=(FEE,))
PLAN = PlanContent(
    federation=FEDERATION,
    members=(TOWN, REGION),
    year=2025,
    title="Verksamhetsplan 2025",
    sections=(Section(key=key("aim"), heading="Syfte"), Section(key=key("goals"), heading="Mål")),
    budget=BUDGET,
)
DECIDED = replace(
    PLAN,
    status=Status.DECIDED,
    decisions=(Decision(kind=DecisionKind.DECIDED, decided_on=date(2024, 11, 28)),),
)


def exported(plan: Plan) -> bytes:
    """The file of a plan as it stands in the database now."""
    return plan_bytes(load_content(Plan.objects.get(pk=plan.pk), with_picture_data=True))


@given(plans())
@settings(max_examples=30, deadline=None)
def test_a_file_imported_into_an_empty_database_is_exported_byte_for_byte(
    plan: PlanContent,
) -> None:
    with transaction.atomic():
        done = import_plan(plan)
        assert exported(done.plan) == plan_bytes(plan)
        assert import_plan(plan).done is Done.UNCHANGED
        transaction.set_rollback(True)


@given(plans(), plans())
@settings(max_examples=20, deadline=None)
def test_a_plan_takes_any_other_form_by_its_keys(before: PlanContent, after: PlanContent) -> None:
    members = max(before.members, after.members, key=len)
    before = replace(before, members=members, status=Status.DRAFT)
    after = replace(
        after,
        members=members,
        year=before.year,
        status=before.status,
        decisions=before.decisions,
    )
    with transaction.atomic():
        import_plan(before)
        done = import_plan(after, updates_federation=True)
        assert exported(done.plan) == plan_bytes(after)
        assert done.kept == ()
        transaction.set_rollback(True)


def test_an_identical_file_changes_nothing_in_any_state() -> None:
    done = import_plan(DECIDED)
    before = list(BudgetLine.objects.values())
    assert import_plan(DECIDED).done is Done.UNCHANGED
    assert list(BudgetLine.objects.values()) == before
    assert exported(done.plan) == plan_bytes(DECIDED)


def test_a_decided_plan_refuses_what_differs() -> None:
    done = import_plan(DECIDED)
    with pytest.raises(ImportRefused, match="är beslutad och filen säger något annat"):
        import_plan(replace(DECIDED, title="Något annat"))
    assert exported(done.plan) == plan_bytes(DECIDED)


def test_the_same_keys_under_two_years_are_two_plans() -> None:
    next_year = replace(PLAN, year=2026, title="Verksamhetsplan 2026")
    first, second = import_plan(PLAN), import_plan(next_year)
    assert import_plan(PLAN).done is Done.UNCHANGED
    assert import_plan(next_year).done is Done.UNCHANGED
    edited = replace(next_year, sections=PLAN.sections[:1])
    assert import_plan(edited).done is Done.UPDATED
    assert exported(first.plan) == plan_bytes(PLAN)
    assert exported(second.plan) == plan_bytes(edited)


def test_a_section_that_moves_keeps_its_row() -> None:
    done = import_plan(PLAN)
    row = done.plan.sections.get(key=key("goals"))
    aim, goals = PLAN.sections
    import_plan(replace(PLAN, sections=(replace(aim, sections=(goals,)),)))
    moved = done.plan.sections.get(key=key("goals"))
    assert (moved.pk, moved.parent and moved.parent.key) == (row.pk, key("aim"))


def test_a_goal_and_its_child_may_change_places() -> None:
    child = Goal(key=key("child"), text="Delmål")
    parent = Goal(key=key("parent"), text="Mål", goals=(child,))
    swapped = replace(child, goals=(replace(parent, goals=()),))
    home = Perspective(key=key("home"))
    before = replace(PLAN, goal_map=GoalMap(perspectives=(replace(home, goals=(parent,)),)))
    after = replace(PLAN, goal_map=GoalMap(perspectives=(replace(home, goals=(swapped,)),)))
    import_plan(before)
    assert exported(import_plan(after).plan) == plan_bytes(after)


def test_a_plan_may_lose_its_budget_and_get_one_again() -> None:
    done = import_plan(PLAN)
    without = replace(PLAN, budget=None)
    assert exported(import_plan(without).plan) == plan_bytes(without)
    assert not BudgetLine.objects.exists()
    assert exported(import_plan(PLAN).plan) == exported(done.plan)


def test_a_member_that_the_plan_needs_and_the_federation_lacks_stops_the_import() -> None:
    import_plan(replace(PLAN, members=(REGION,), budget=None))
    with pytest.raises(ImportRefused, match="saknar i tjänsten: Bergs kommun"):
        import_plan(PLAN)
    assert exported(import_plan(PLAN, updates_federation=True).plan) == plan_bytes(PLAN)


def test_a_differing_member_is_reported_by_name_and_not_applied() -> None:
    import_plan(PLAN)
    other = replace(PLAN, members=(replace(TOWN, short_name="Berg"), REGION))
    done = import_plan(other)
    said = [str(difference) for difference in done.kept]
    assert done.done is Done.UNCHANGED
    assert said == [
        '/members/Bergs kommun/short_name: tjänsten har texten "", filen har texten "Berg"'
    ]
    assert Member.objects.get(key=TOWN.key).short_name == ""


def test_a_member_that_the_file_lacks_stays_and_is_reported() -> None:
    import_plan(PLAN)
    done = import_plan(replace(PLAN, members=(TOWN,)), updates_federation=True)
    assert [str(difference) for difference in done.kept] == [
        "/members/Region Fjäll: tjänsten har ett objekt, filen har ingenting"
    ]
    assert Member.objects.count() == 2


def test_a_seat_that_another_holds_has_no_office_of_the_one_before() -> None:
    seated = replace(TOWN, seats=(Seat(holder="Ann Berg"), Seat(holder="Bo Dal")))
    import_plan(replace(PLAN, members=(seated, REGION)))
    BoardSeat.objects.filter(holder="Ann Berg").update(office="chair")
    renamed = replace(TOWN, seats=(Seat(holder="Ann Berg-Lund"),))
    import_plan(replace(PLAN, members=(renamed, REGION)), updates_federation=True)
    assert list(BoardSeat.objects.values_list("holder", "office")) == [("Ann Berg-Lund", "")]


def test_another_federations_plan_with_the_same_keys_is_untouched() -> None:
    elsewhere = replace(PLAN, federation=replace(FEDERATION, slug="slattbygden"))
    first = import_plan(PLAN)
    second = import_plan(replace(elsewhere, title="Slättens plan"))
    import_plan(replace(elsewhere, sections=()))
    assert exported(first.plan) == plan_bytes(PLAN)
    assert second.plan.sections.count() == 0


def test_nothing_is_left_of_an_import_that_is_refused() -> None:
    import_plan(replace(PLAN, members=(REGION,), budget=None))
    stranger = replace(PLAN, year=2026)
    with pytest.raises(ImportRefused):
        import_plan(stranger)
    assert Plan.objects.count() == 1


def test_keys_are_never_looked_up_alone() -> None:
    plan = import_plan(PLAN).plan
    other = import_plan(replace(PLAN, year=2030, sections=())).plan
    import_plan(replace(PLAN, year=2030, sections=(Section(key=uuid4(), heading="Ny"),)))
    assert plan.sections.count() == 2
    assert other.sections.count() == 1


def test_a_changed_file_makes_every_unit_another_edition() -> None:
    plan = import_plan(factories.content()).plan
    import_plan(replace(factories.content(), subtitle="Ändrad"))
    plan = Plan.objects.get(pk=plan.pk)
    parts = plan.goal_map
    assert plan.budget
    found = [
        (plan.edition, parts.edition),
        (plan.budget.edition, plan.budget.columns.get().edition),
        *plan.budget.lines.values_list("edition", "label_edition"),
        *plan.budget.lines.values_list("edition", "amounts__edition"),
        *plan.sections.values_list("edition", "heading_edition"),
        *((number, number) for number in parts.goals.values_list("edition", flat=True)),
        *((number, number) for number in parts.interventions.values_list("edition", flat=True)),
    ]
    assert set(found) == {(2, 2)}
    import_plan(replace(factories.content(), subtitle="Ändrad"))
    assert Plan.objects.get(pk=plan.pk).edition == 2
