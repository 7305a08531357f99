"""Time in milliseconds, with the garbage of earlier work out of the way."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import TypeVar

Result = TypeVar("Result")


class Clock:
    """Adds up the milliseconds that pass inside `running`."""

    def __init__(self) -> None:
        self.ms = 0.0

    @contextmanager
    def running(self) -> Iterator[None]:
        start = perf_counter()
        try:
            yield
        finally:
            self.ms += (perf_counter() - start) * 1000


def timed(work: Callable[[], Result]) -> tuple[float, Result]:
    """How many milliseconds the work took, and its result."""
    gc.collect()
    clock = Clock()
    with clock.running():
        result = work()
    return clock.ms, result
