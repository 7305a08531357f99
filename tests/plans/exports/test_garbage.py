"""Garbage is collected after a printing, and where somebody waits for it after the answer."""

import gc
from collections.abc import Iterator
from weakref import ref

import pytest
from django.test import Client

from plans.exports.garbage import Collector, collector


class Ring:
    """An object that only the collector frees."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    """Nothing old is in the way before, and the collector is on after."""
    gc.collect()
    yield
    gc.enable()


def test_nothing_is_collected_during_a_printing() -> None:
    with Collector().later():
        assert not gc.isenabled()


def test_what_a_printing_leaves_is_collected_at_its_end() -> None:
    with Collector().later():
        left = ref(Ring())
    assert left() is None
    assert gc.isenabled()


def test_where_somebody_waits_it_is_collected_after_the_answer() -> None:
    own = Collector()
    with own.awaited():
        with own.later():
            left = ref(Ring())
        assert left() is not None
    assert left() is None
    assert gc.isenabled()


def test_a_second_printing_for_the_same_answer_owes_no_less() -> None:
    own = Collector()
    with own.awaited():
        for _ in range(2):
            with own.later():
                pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_printing_that_fails_leaves_the_collector_on() -> None:
    with pytest.raises(ZeroDivisionError), Collector().later():
        raise ZeroDivisionError
    assert gc.isenabled()


def test_a_process_that_never_collects_is_left_to_itself() -> None:
    gc.disable()
    with Collector().later():
        pass
    assert not gc.isenabled()


@pytest.mark.django_db
def test_a_request_ends_the_waiting(client: Client) -> None:
    client.get("/healthz")
    assert (collector.is_awaited, collector.is_owing) == (False, False)
