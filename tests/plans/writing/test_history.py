"""The history joins what one person goes on writing, and keeps apart what others come between."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from finsam.members.models import User
from plans.models import Change, Plan
from plans.writing.history import record
from tests import factories

pytestmark = pytest.mark.django_db

AIM: UUID = factories.key("aim")


def written(plan: Plan, by: User, before: str, after: str) -> Change:
    return record(
        plan,
        kind="text",
        key=AIM,
        name="Syfte",
        action=Change.Action.EDITED,
        by=by,
        before={"html": before},
        after={"html": after},
    )


def pairs(plan: Plan) -> list[tuple[str, str]]:
    kept = plan.changes.order_by("pk").values_list("before__html", "after__html")
    return list(kept)


def test_what_one_person_goes_on_writing_is_one_change() -> None:
    plan, anna = factories.draft_plan(), factories.person()
    written(plan, anna, "a", "ab")
    written(plan, anna, "ab", "abc")
    assert pairs(plan) == [("a", "abc")]


def test_ten_minutes_later_it_is_another() -> None:
    plan, anna = factories.draft_plan(), factories.person()
    written(plan, anna, "a", "ab")
    plan.changes.update(changed_at=timezone.now() - timedelta(minutes=10))
    written(plan, anna, "ab", "abc")
    assert pairs(plan) == [("a", "ab"), ("ab", "abc")]


def test_somebody_else_in_between_makes_three() -> None:
    plan, anna, bo = factories.draft_plan(), factories.person(), factories.person(email="bo@b.se")
    written(plan, anna, "a", "ab")
    written(plan, bo, "ab", "abc")
    written(plan, anna, "abc", "abcd")
    assert pairs(plan) == [("a", "ab"), ("ab", "abc"), ("abc", "abcd")]


def test_who_did_it_is_kept_as_text_too() -> None:
    plan, anna = factories.draft_plan(), factories.person()
    change = written(plan, anna, "a", "ab")
    anna.delete()
    change.refresh_from_db()
    assert (change.person, change.person_name) == (None, "anna@berg.se")


def test_a_name_longer_than_its_column_is_cut() -> None:
    plan, anna = factories.draft_plan(), factories.person()
    change = record(plan, kind="goal", key=AIM, name="m" * 400, action=Change.Action.ADDED, by=anna)
    assert change.name == "m" * 300


@pytest.mark.parametrize("count", [1, 200])
def test_a_record_is_two_queries_however_long_the_history(
    django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    plan, anna = factories.draft_plan(), factories.person()
    for number in range(count):
        record(plan, kind="text", key=AIM, name=str(number), action=Change.Action.ADDED, by=anna)
    with django_assert_num_queries(2):
        written(plan, anna, "a", "ab")
