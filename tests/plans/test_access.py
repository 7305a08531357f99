"""Who gets in to a federation and a plan: 404 for what is not one's own, 403 with the reason."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.test import RequestFactory
from pytest_django import DjangoAssertNumQueries

from finsam.members.access import Standing
from finsam.members.entering import federation_for
from finsam.members.models import User
from plans.access import (
    CHECKS_ARE_THE_OFFICES,
    DRAFT_IS_PRIVATE,
    may_check,
    may_read,
    plan_for,
)
from plans.models import Plan
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
    assert str(refused.value) == DRAFT_IS_PRIVATE.reason


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


@pytest.mark.parametrize("role", ["chief", "staff"])
def test_the_office_may_read_and_check(role: str) -> None:
    person = Standing(roles=frozenset({role}))
    assert may_read(Plan(status=Plan.Status.DRAFT), person)
    assert may_check(person)


@pytest.mark.parametrize("role", OTHERS)
def test_the_others_may_read_what_is_decided_and_not_check(role: str) -> None:
    person = Standing(roles=frozenset({role}))
    assert may_read(Plan(status=Plan.Status.DECIDED), person)
    assert may_read(Plan(status=Plan.Status.DRAFT), person) == DRAFT_IS_PRIVATE
    assert may_check(person) == CHECKS_ARE_THE_OFFICES


def test_a_plan_and_the_standing_take_three_queries(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    plan = factories.decided_plan()
    request = by(factories.person("auditor", plan.federation))
    with django_assert_num_queries(3):
        plan_for(request, "fjallbygden", 2025)


def test_a_federation_is_fetched_without_its_logo(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    request = by(factories.person("auditor", factories.federation()))
    with django_assert_num_queries(3) as queries:
        federation_for(request, "fjallbygden")
    assert not any('"logo"' in query["sql"] for query in queries)
