"""Saving by edition: one UPDATE compares and saves, and nobody overwrites what they did not see."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from finsam.editions import Gone, Saved, Stale, save, standing
from goals.models import GoalMap

pytestmark = pytest.mark.django_db


def rows(vision: str = "Förr"):  # type: ignore[no-untyped-def]
    return GoalMap.objects.filter(pk=GoalMap.objects.create(vision=vision).pk)


def test_a_save_on_the_edition_that_stands_makes_the_next() -> None:
    found = rows()
    saved = save(found, {"vision": "Nu"}, edition=1)
    assert saved == Saved(edition=2, before={"vision": "Förr"}, after={"vision": "Nu"})
    assert found.values_list("vision", "edition").get() == ("Nu", 2)


def test_a_save_on_an_older_edition_changes_nothing_and_says_what_stands() -> None:
    found = rows()
    save(found, {"vision": "Nu"}, edition=1)
    with pytest.raises(Stale) as stale:
        save(found, {"vision": "Sen"}, edition=1)
    assert (stale.value.edition, stale.value.current) == (2, {"vision": "Nu"})
    assert found.values_list("vision", "edition").get() == ("Nu", 2)


def test_the_same_values_again_are_no_change_whatever_the_edition() -> None:
    found = rows()
    save(found, {"vision": "Nu"}, edition=1)
    again = save(found, {"vision": "Nu"}, edition=1)
    assert (again.edition, again.is_changed) == (2, False)


def test_what_is_gone_is_said_to_be() -> None:
    found = rows()
    found.delete()
    with pytest.raises(Gone):
        save(found, {"vision": "Nu"}, edition=1)
    with pytest.raises(Gone):
        standing(found, ("vision",))


def test_a_save_is_two_queries(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    found = rows()
    with django_assert_num_queries(2):
        save(found, {"vision": "Nu"}, edition=1)


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_exactly_one_is_saved() -> None:
    found = rows()

    def attempt(vision: str) -> bool:
        try:
            save(found.all(), {"vision": vision}, edition=1)
        except Stale:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(8) as people:
        won = list(people.map(attempt, [f"Vision {n}" for n in range(8)]))
    assert won.count(True) == 1
    assert found.values_list("vision", "edition").get() == (f"Vision {won.index(True)}", 2)
