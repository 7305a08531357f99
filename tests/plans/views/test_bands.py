from io import StringIO

import pytest
from django.core.management import call_command
from pytest_django import DjangoAssertNumQueries

from plans.document.document import document_of
from plans.document.loading import load_content
from plans.models import Plan
from plans.views.bands import bands


@pytest.mark.django_db
def test_a_list_draws_the_bars_of_the_documents(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    call_command("loadexamples", stdout=StringIO())
    plans = list(Plan.objects.select_related("federation", "budget"))
    with django_assert_num_queries(4):
        drawn = bands(plans)
    bars = {plan.pk: document_of(load_content(plan)).cover.band for plan in plans if plan.budget}
    assert drawn == bars
    assert all(bars.values())
