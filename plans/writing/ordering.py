"""The order of a plan's sections, two levels deep, and what may be moved where in it. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID


class Way(StrEnum):
    """Where a section goes: the last three beside or in another one."""

    UP = "up"
    DOWN = "down"
    IN = "in"
    OUT = "out"
    BEFORE = "before"
    AFTER = "after"
    INSIDE = "inside"


class CannotMove(Exception):
    """Why a section stays where it is, in Swedish."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Top:
    """A section of the first level with the keys of those in it."""

    key: UUID
    is_appendix: bool = False
    below: tuple[UUID, ...] = ()


Order = tuple[Top, ...]
Spot = tuple[UUID | None, int]
"""The parent's key (None on the first level), and the number among those beside it, from 0."""


def spot(order: Order, key: UUID) -> Spot:
    """Where a section stands. Raises KeyError."""
    for index, top in enumerate(order):
        if top.key == key:
            return None, index
        if key in top.below:
            return top.key, top.below.index(key)
    raise KeyError(key)


def beside(order: Order, key: UUID) -> tuple[UUID, ...]:
    """Those that a section stands among: a body's, the appendices, or those in one section."""
    parent, index = spot(order, key)
    if parent is not None:
        return _top(order, parent).below
    return tuple(top.key for top in order if top.is_appendix == order[index].is_appendix)


def without(order: Order, key: UUID) -> Order:
    """The order without a section, and without those in it."""
    return tuple(
        replace(top, below=tuple(below for below in top.below if below != key))
        for top in order
        if top.key != key
    )


def with_top(order: Order, top: Top, index: int) -> Order:
    """The order with a section on the first level; the appendices stand last."""
    return appendices_last((*order[:index], top, *order[index:]))


def with_child(order: Order, parent: UUID, key: UUID, index: int | None = None) -> Order:
    """The order with a section in another one, last in it where no number is given."""

    def grown(top: Top) -> Top:
        at = len(top.below) if index is None else index
        return replace(top, below=(*top.below[:at], key, *top.below[at:]))

    return tuple(grown(top) if top.key == parent else top for top in order)


def appendices_last(order: Order) -> Order:
    """The same order with the body before the appendices."""
    return tuple(sorted(order, key=lambda top: top.is_appendix))


def moved(order: Order, key: UUID, way: Way, other: UUID | None = None) -> Order:
    """The order with a section moved. Raises CannotMove, and KeyError where one is not there."""
    match way:
        case Way.UP | Way.DOWN:
            return _stepped(order, key, -1 if way is Way.UP else 1)
        case Way.IN:
            return _inward(order, key)
        case Way.OUT:
            return _outward(order, key)
    if other is None or other == key:
        raise CannotMove("Avsnittet kan inte flyttas till sig självt.")
    return _placed(order, key, way, other)


def as_appendix(order: Order, key: UUID, is_appendix: bool) -> Order:
    """The order with a section last among the appendices, or last in the body."""
    top, parent = _alone(order, key), spot(order, key)[0]
    if top.is_appendix == is_appendix and (parent is None or not is_appendix):
        return order
    return with_top(without(order, key), replace(top, is_appendix=is_appendix), len(order))


def _top(order: Order, key: UUID) -> Top:
    return next(top for top in order if top.key == key)


def _alone(order: Order, key: UUID) -> Top:
    """A section as one of the first level, whichever level it stands on."""
    parent, _ = spot(order, key)
    return _top(order, key) if parent is None else Top(key=key)


def _stepped(order: Order, key: UUID, step: int) -> Order:
    among = beside(order, key)
    index = among.index(key) + step
    if not 0 <= index < len(among):
        raise CannotMove(f"Avsnittet står redan {'först' if step < 0 else 'sist'}.")
    return _placed(order, key, Way.BEFORE if step < 0 else Way.AFTER, among[index])


def _inward(order: Order, key: UUID) -> Order:
    parent, _ = spot(order, key)
    if parent is not None:
        raise CannotMove("Avsnittet är redan ett underavsnitt.")
    among = beside(order, key)
    index = among.index(key)
    if index == 0:
        raise CannotMove("Inget avsnitt står före, så det finns inget att bli underavsnitt till.")
    _refuse_a_parent(order, key)
    return with_child(without(order, key), among[index - 1], key)


def _outward(order: Order, key: UUID) -> Order:
    parent, _ = spot(order, key)
    if parent is None:
        raise CannotMove("Avsnittet är redan ett huvudavsnitt.")
    return _placed(order, key, Way.AFTER, parent)


def _placed(order: Order, key: UUID, way: Way, other: UUID) -> Order:
    """Before or after another, on its level and of its kind; or first in it."""
    parent, _ = spot(order, other)
    if way is Way.INSIDE and parent is not None:
        raise CannotMove("Ett underavsnitt kan inte ha egna underavsnitt.")
    top = _alone(order, key)
    if way is Way.INSIDE or parent is not None:
        _refuse_a_parent(order, key)
    left = without(order, key)
    if way is Way.INSIDE:
        return with_child(left, other, key, 0)
    index = spot(left, other)[1] + (way is Way.AFTER)
    if parent is not None:
        return with_child(left, parent, key, index)
    is_appendix = _top(order, other).is_appendix
    return with_top(left, replace(top, is_appendix=is_appendix), index)


def _refuse_a_parent(order: Order, key: UUID) -> None:
    if spot(order, key)[0] is None and _top(order, key).below:
        raise CannotMove(
            "Avsnittet har egna underavsnitt och kan inte själv bli ett. Flytta ut dem först."
        )


def keys(order: Order) -> Iterator[UUID]:
    """Every section in reading order."""
    for top in order:
        yield top.key
        yield from top.below
