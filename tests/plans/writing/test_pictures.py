"""A text shows its own plan's pictures; what is copied from another plan brings its along."""

import pytest
from pytest_django import DjangoAssertNumQueries

from plans.models import Picture
from plans.writing.pictures import with_own_pictures
from tests import factories

pytestmark = pytest.mark.django_db

SHOWN = f'<img data-picture="{factories.PICTURE}" alt="En trappa">'


def test_the_plans_own_picture_stays() -> None:
    plan = factories.draft_plan()
    assert with_own_pictures(plan, SHOWN) == SHOWN
    assert plan.pictures.count() == 1


def test_a_picture_of_the_federations_other_plan_comes_along() -> None:
    plan = factories.draft_plan()
    factories.draft_plan(year=2026)
    plan.pictures.all().delete()
    assert with_own_pictures(plan, f"<p>Så:</p>{SHOWN}") == f"<p>Så:</p>{SHOWN}"
    assert bytes(plan.pictures.get().data) == bytes(Picture.objects.get(plan__year=2026).data)


def test_another_federations_picture_never_does() -> None:
    plan = factories.draft_plan()
    factories.draft_plan("slatt")
    plan.pictures.all().delete()
    assert with_own_pictures(plan, f"<p>Så:</p>{SHOWN}") == "<p>Så:</p>"
    assert plan.pictures.count() == 0


def test_a_text_without_pictures_asks_nothing(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    plan = factories.draft_plan()
    with django_assert_num_queries(0):
        assert with_own_pictures(plan, "<p>Ord</p>") == "<p>Ord</p>"
