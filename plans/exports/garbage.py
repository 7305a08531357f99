"""Python's garbage collection, put off while somebody waits for a PDF.

A printing makes a million small objects. Collecting among them takes a fifth of its time, and
after it a tenth; so it is done after, and once the request that asked for it has been answered.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


class Collector:
    """The collections of one process, of which each request is answered in turn."""

    def __init__(self) -> None:
        self.is_awaited = False
        self.is_owing = False

    @contextmanager
    def later(self) -> Iterator[None]:
        """No collection inside; what is owed is made up for at once, unless somebody waits."""
        self.is_owing = self.is_owing or gc.isenabled()
        gc.disable()
        try:
            yield
        finally:
            if not self.is_awaited:
                self.collect()

    @contextmanager
    def awaited(self) -> Iterator[None]:
        """Somebody waits for an answer inside."""
        self.begin_answer()
        try:
            yield
        finally:
            self.end_answer()

    def begin_answer(self, **_: object) -> None:
        """A request has come."""
        self.is_awaited = True

    def end_answer(self, **_: object) -> None:
        """A request has been answered to the last byte."""
        self.is_awaited = False
        self.collect()

    def collect(self) -> None:
        """Make up for what is owed: it is all young."""
        if self.is_owing:
            self.is_owing = False
            gc.enable()
            gc.collect(0)


collector = Collector()
