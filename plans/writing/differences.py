"""Where two documents say different things, with both. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from plans.document.fileformat.canonical import plain
from plans.document.fileformat.faults import described, first_difference, pointer

ABSENT = object()
SHOWN_BEFORE = 30


@dataclass(frozen=True, slots=True)
class Difference:
    """A place (JSON pointer) where the product has one thing and a file another, in Swedish."""

    pointer: str
    ours: str
    theirs: str

    def __str__(self) -> str:
        return f"{self.pointer}: tjänsten har {self.ours}, filen har {self.theirs}"


def differences(place: tuple[str, ...], ours: object, theirs: object) -> list[Difference]:
    """Every place where the content of the product and of a file differ."""
    return list(_differences(place, plain(ours), plain(theirs)))


def _differences(place: tuple[str, ...], ours: Any, theirs: Any) -> Iterator[Difference]:
    if ours == theirs:
        return
    if isinstance(ours, Mapping) and isinstance(theirs, Mapping):
        for name in {**ours, **theirs}:
            below = (*place, name)
            yield from _differences(below, ours.get(name, ABSENT), theirs.get(name, ABSENT))
    elif isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        for index, pair in enumerate(zip(ours, theirs, strict=True)):
            yield from _differences((*place, str(index)), *pair)
    else:
        yield Difference(pointer(*place), *map(_said, _apart(ours, theirs)))


def _apart(ours: Any, theirs: Any) -> tuple[Any, Any]:
    """Two long texts from a little before the place where they part, so that it is seen."""
    if not (isinstance(ours, str) and isinstance(theirs, str)):
        return ours, theirs
    start = first_difference(ours, theirs) - SHOWN_BEFORE
    return ("…" + ours[start:], "…" + theirs[start:]) if start > 0 else (ours, theirs)


def _said(value: Any) -> str:
    if value is ABSENT:
        return "ingenting"
    return f"{len(value)} i listan" if isinstance(value, list) else described(value)
