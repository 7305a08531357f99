"""Plans borrowed for measuring: signed in to, read, and gone without a trace."""

import pytest

from finsam.federations.models import Federation
from finsam.members.models import User
from plans.bench.reading import read
from plans.bench.subjects import borrowed
from plans.models import Plan
from tests.factories import content, draft_plan

pytestmark = pytest.mark.django_db


def test_what_is_borrowed_is_taken_back() -> None:
    with borrowed(content()):
        assert Plan.objects.count() == 1
    assert [model.objects.count() for model in (Federation, Plan, User)] == [0, 0, 0]


def test_it_stands_beside_the_users_own_plan() -> None:
    own = draft_plan()
    with borrowed(content()) as subject:
        assert subject.plan != own
        assert subject.plan.federation != own.federation


def test_its_page_takes_as_many_queries_at_any_length() -> None:
    found = []
    for times in (1, 5):
        with borrowed(content(), times) as subject:
            reading = read(subject, 1)
            found.append((reading.page_queries, reading.load_queries))
    assert found[0] == found[1]
