"""Who gets in to a federation and a plan: 404 for what is not one's own, 403 with the reason."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.test import RequestFactory
from pytest_django import DjangoAssertNumQueries

from finsam.members.entering import federation_for
from finsam.members.models import User
from finsam.members.permissions import REFUSALS, Action
from plans.access import PlanAccess, plan_for, plan_to
from plans.models import DraftShare, Plan
from tests import factories

pytestmark = pytest.mark.django_db

OTHERS = ["board", "member", "auditor"]


def by(user: User | AnonymousUser) -> HttpRequest:
    request = RequestFactory().get("/")
    request.user = user
    return request


def test_a_federation_comes_with_what_the_person_is_there() -> None:
    federation = factories.federation()
    access = federation_for(by(factories.person("chief", federation)), "fjallbygden")
    assert (access.federation, access.standing.words) == (federation, "Förbundschef")


def test_a_plan_comes_with_what_the_person_is_there() -> None:
    plan = factories.draft_plan()
    access = plan_for(by(factories.person("staff", plan.federation)), "fjallbygden", 2025)
    assert (access.plan, access.standing.words) == (plan, "Kansli")


def test_a_federation_that_is_not_there_and_one_that_is_not_ones_own_look_the_same() -> None:
    factories.federation("slattbygden")
    request = by(factories.person("chief", factories.federation()))
    for slug in ("slattbygden", "kustbygden"):
        with pytest.raises(Http404) as missing:
            federation_for(request, slug)
        assert str(missing.value) == ""


@pytest.mark.parametrize("slug", ["slattbygden", "kustbygden"])
def test_another_federations_plan_is_not_there_decided_or_not(slug: str) -> None:
    factories.decided_plan("slattbygden")
    request = by(factories.person("chief", factories.federation()))
    with pytest.raises(Http404):
        plan_for(request, slug, 2025)


@pytest.mark.parametrize("year", [2024, 2026, 0, 10**30])
def test_a_year_without_a_plan_is_not_there(year: int) -> None:
    plan = factories.draft_plan()
    request = by(factories.person("chief", plan.federation))
    with pytest.raises(Http404):
        plan_for(request, "fjallbygden", year)


@pytest.mark.parametrize("role", OTHERS)
@pytest.mark.parametrize("status", ["draft", "consultation", "review"])
def test_what_is_not_decided_is_the_offices_and_the_others_are_told_why(
    role: str, status: str
) -> None:
    plan = factories.draft_plan()
    Plan.objects.update(status=status)
    with pytest.raises(PermissionDenied) as refused:
        plan_for(by(factories.person(role, plan.federation)), "fjallbygden", 2025)
    assert str(refused.value) == REFUSALS[Action.READ_PLAN].reason


@pytest.mark.parametrize("role", OTHERS)
def test_what_is_decided_is_everyones_in_the_federation(role: str) -> None:
    plan = factories.decided_plan()
    assert plan_for(by(factories.person(role, plan.federation)), "fjallbygden", 2025).plan == plan


def test_one_of_several_roles_is_enough() -> None:
    plan = factories.draft_plan()
    factories.person("auditor", plan.federation)
    user = factories.person("staff", plan.federation)
    assert plan_for(by(user), "fjallbygden", 2025).plan == plan


def test_a_chair_without_a_role_reads_as_the_board_does() -> None:
    plan, user = factories.decided_plan(), factories.person()
    factories.seat(factories.member(plan.federation), user, office="chair")
    assert plan_for(by(user), "fjallbygden", 2025).plan == plan


def test_an_administrator_reads_everything() -> None:
    plan = factories.draft_plan()
    assert plan_for(by(factories.administrator()), "fjallbygden", 2025).plan == plan


@pytest.mark.parametrize("status", ["draft", "decided"])
def test_nobody_reads_without_sign_in(status: str) -> None:
    factories.draft_plan()
    Plan.objects.update(status=status)
    with pytest.raises(Http404):
        plan_for(by(AnonymousUser()), "fjallbygden", 2025)


def shared(plan: Plan, parts: tuple[str, ...] = (), **who: object) -> DraftShare:
    level = "write" if parts else "read"
    return DraftShare.objects.create(
        plan=plan, level=level, parts=list(parts), shared_by="Lena", **who
    )


def came(user: User) -> PlanAccess:
    return plan_for(by(user), "fjallbygden", 2025)


def test_a_draft_is_read_by_the_person_it_is_shared_with() -> None:
    plan = factories.draft_plan()
    user = factories.person("member", plan.federation)
    shared(plan, user=user)
    assert (came(user).plan, came(user).writes) == (plan, frozenset())


@pytest.mark.parametrize(
    ("group", "role"), [("preparation", "preparation"), ("economist", "economist")]
)
def test_a_draft_is_read_by_the_group_it_is_shared_with(group: str, role: str) -> None:
    plan = factories.draft_plan()
    shared(plan, group=group)
    assert came(factories.person(role, plan.federation)).plan == plan
    with pytest.raises(PermissionDenied):
        came(factories.person("board", plan.federation, email="nils@berg.se"))


def test_a_draft_that_is_shared_with_the_chair_is_not_the_vice_chairs() -> None:
    plan = factories.draft_plan()
    shared(plan, group="chair")
    member = factories.member(plan.federation)
    chair, vice = factories.person(), factories.person(email="vice@berg.se")
    factories.seat(member, chair, office="chair")
    factories.seat(member, vice, office="vice_chair")
    assert came(chair).plan == plan
    with pytest.raises(PermissionDenied):
        came(vice)


def test_the_parts_of_several_shares_are_a_union() -> None:
    plan = factories.draft_plan()
    user = factories.person("economist", plan.federation)
    shared(plan, ("budget",), group="economist")
    shared(plan, ("goals",), user=user)
    assert came(user).writes == {Action.WRITE_BUDGET, Action.WRITE_GOALS}


def test_a_share_of_one_years_draft_is_not_of_another() -> None:
    plan = factories.draft_plan(year=2024)
    factories.draft_plan()
    user = factories.person("economist", plan.federation)
    shared(plan, group="economist")
    with pytest.raises(PermissionDenied):
        came(user)


def test_a_share_gives_nothing_to_somebody_who_is_nothing_in_the_federation() -> None:
    plan, user = factories.draft_plan(), factories.person()
    shared(plan, ("budget",), user=user)
    with pytest.raises(Http404):
        came(user)


def test_sharing_ends_with_the_decision() -> None:
    plan = factories.draft_plan()
    user = factories.person("economist", plan.federation)
    shared(plan, ("budget",), user=user)
    Plan.objects.update(status="decided")
    assert (came(user).plan, came(user).writes) == (plan, frozenset())


def test_an_auditor_reads_what_is_shared_and_never_writes() -> None:
    plan = factories.draft_plan()
    user = factories.person("auditor", plan.federation)
    factories.person("economist", plan.federation)
    shared(plan, ("budget",), user=user)
    assert (came(user).plan, came(user).writes) == (plan, frozenset())


def test_one_of_several_things_to_do_is_enough() -> None:
    plan = factories.draft_plan()
    user = factories.person("economist", plan.federation)
    shared(plan, ("budget",), user=user)
    request = by(user)
    both = (Action.WRITE_TEXT, Action.WRITE_BUDGET)
    assert plan_to(request, "fjallbygden", 2025, *both).plan == plan
    with pytest.raises(PermissionDenied) as refused:
        plan_to(request, "fjallbygden", 2025, Action.WRITE_TEXT)
    assert str(refused.value) == REFUSALS[Action.WRITE_TEXT].reason


def test_the_office_is_told_that_a_decided_plan_is_locked_and_the_others_whose_it_was() -> None:
    plan = factories.decided_plan()
    office = came(factories.person("staff", plan.federation))
    other = came(factories.person("board", plan.federation, email="nils@berg.se"))
    assert office.may(Action.WRITE_TEXT).fact == "Planen beslutades 2024-11-28"
    assert other.may(Action.WRITE_TEXT) == REFUSALS[Action.WRITE_TEXT]


@pytest.mark.parametrize("count", [1, 30])
def test_what_is_shared_takes_one_query_more_however_much(
    django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    plan = factories.draft_plan()
    user = factories.person("economist", plan.federation)
    shared(plan, user=user)
    for number in range(count):
        colleague = factories.person("board", plan.federation, email=f"{number}@berg.se")
        shared(plan, ("budget",), user=colleague)
    request = by(user)
    with django_assert_num_queries(4):
        plan_for(request, "fjallbygden", 2025)


def test_a_plan_and_the_standing_take_three_queries_and_one_for_a_version_in_force(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    plan = factories.decided_plan()
    request = by(factories.person("auditor", plan.federation))
    with django_assert_num_queries(4):
        plan_for(request, "fjallbygden", 2025)


def test_a_federation_is_fetched_without_its_logo(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    request = by(factories.person("auditor", factories.federation()))
    with django_assert_num_queries(3) as queries:
        federation_for(request, "fjallbygden")
    assert not any('"logo"' in query["sql"] for query in queries)
