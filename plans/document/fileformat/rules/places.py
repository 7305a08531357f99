"""Every object of a plan with its place, as the rules look at them."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import TypeVar
from uuid import UUID

from plans.document.content import PlanContent
from plans.document.fileformat.faults import Fault, described, pointer

Place = tuple[str | int, ...]
Found = TypeVar("Found")


class Places:
    """A plan's objects by type, each with its place in the file."""

    def __init__(self, content: PlanContent) -> None:
        self.content = content
        self.objects = list(_objects((), content))

    def of(self, kind: type[Found]) -> list[tuple[Place, Found]]:
        """The objects of one type, in file order."""
        return [(place, found) for place, found in self.objects if isinstance(found, kind)]


def fault(place: Place, expected: str, value: object) -> Fault:
    """A fault at a place, where a value of the content stood."""
    return Fault(pointer(*place), expected, described(plain(value)))


def plain(value: object) -> object:
    """A value of the content as JSON has it, where it is one text or number."""
    return str(value) if isinstance(value, UUID) else value


def _objects(place: Place, value: object) -> Iterator[tuple[Place, object]]:
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _objects((*place, index), item)
    elif is_dataclass(value):
        yield place, value
        for part in fields(value):
            yield from _objects((*place, part.name), getattr(value, part.name))
