"""What two sequences have in common, in bounded time.

What is equal is matched at the ends, then by what occurs once on each side (patience), then, where
little is left, by the longest runs. What is only alike is paired window by window.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T", bound=Hashable)
U = TypeVar("U")
Pair = tuple[int, int]
Likeness = Callable[[U, U], float]
"""How alike two items are; 0 where they must not be paired."""

_CLOSELY = 10_000
"""Products of lengths up to this are matched by longest runs (milliseconds)."""
_WINDOW = 600
"""So many pairs of items are weighed against each other at a time."""
_DEPTH = 12
"""Rounds of patience: each is linear, and text needs three or four."""


class Run(NamedTuple, Generic[U]):
    """A stretch of both sequences, equal item by item or with nothing in common."""

    is_equal: bool
    before: Sequence[U]
    after: Sequence[U]


class _Range(NamedTuple):
    before: int
    before_end: int
    after: int
    after_end: int
    depth: int = 0


def matched(before: Sequence[T], after: Sequence[T]) -> list[Pair]:
    """Places of equal items, increasing on both sides. Almost linear in the lengths."""
    numbers: dict[T, int] = {}
    left = [numbers.setdefault(item, len(numbers)) for item in before]
    right = [numbers.setdefault(item, len(numbers)) for item in after]
    pairs: list[Pair] = []
    waiting = [_Range(0, len(left), 0, len(right))]
    while waiting:
        part = _trimmed(left, right, waiting.pop(), pairs)
        waiting.extend(_matched_within(left, right, part, pairs))
    return sorted(pairs)


def runs(before: Sequence[T], after: Sequence[T]) -> list[Run[T]]:
    """The sequences as stretches, equal and changed in turn."""
    found: list[Run[T]] = []
    for is_equal, (b, b_end, a, a_end) in _stretches(before, after):
        if b < b_end or a < a_end:
            found.append(Run(is_equal, before[b:b_end], after[a:a_end]))
    return found


def paired(before: Sequence[U], after: Sequence[U], likeness: Likeness[U]) -> list[Pair]:
    """Places of items that are alike, increasing, with the greatest likeness in all.

    Best possible within a window of some hundred pairs; linear beyond it.
    """
    pairs: list[Pair] = []
    b = a = 0
    while b < len(before) and a < len(after):
        height, width = _window(len(before) - b, len(after) - a)
        best = _best(before[b : b + height], after[a : a + width], likeness)
        pairs.extend((b + left, a + right) for left, right in best)
        is_last = b + height == len(before) and a + width == len(after)
        if is_last:
            break
        last = best[-1] if best else (-1, -1)
        b, a = b + max(last[0] + 1, height // 2), a + max(last[1] + 1, width // 2)
    return pairs


def laid_out(
    before: Sequence[U], after: Sequence[U], pairs: Iterable[Pair]
) -> Iterator[tuple[U | None, U | None]]:
    """All items in order: those of a pair together, between pairs first what is only before."""
    b = a = 0
    for left, right in pairs:
        yield from _alone(before[b:left], after[a:right])
        yield before[left], after[right]
        b, a = left + 1, right + 1
    yield from _alone(before[b:], after[a:])


def aligned(
    before: Sequence[T], after: Sequence[T], likeness: Likeness[T]
) -> Iterator[tuple[T | None, T | None]]:
    """All items in order, the equal and the alike in pairs, the others with None."""
    for run in runs(before, after):
        if run.is_equal:
            yield from zip(run.before, run.after, strict=True)
        else:
            yield from laid_out(*run[1:], paired(*run[1:], likeness))


def _trimmed(left: list[int], right: list[int], part: _Range, pairs: list[Pair]) -> _Range:
    b, b_end, a, a_end, depth = part
    while b < b_end and a < a_end and left[b] == right[a]:
        pairs.append((b, a))
        b, a = b + 1, a + 1
    while b < b_end and a < a_end and left[b_end - 1] == right[a_end - 1]:
        b_end, a_end = b_end - 1, a_end - 1
        pairs.append((b_end, a_end))
    return _Range(b, b_end, a, a_end, depth)


def _matched_within(
    left: list[int], right: list[int], part: _Range, pairs: list[Pair]
) -> Iterator[_Range]:
    """Adds what is sure to the pairs, and gives the ranges between."""
    b, b_end, a, a_end, depth = part
    if (b_end - b) * (a_end - a) <= _CLOSELY:
        pairs.extend(_closely(left, right, part))
        return
    anchors = _anchors(left, right, part) if depth < _DEPTH else []
    pairs.extend(anchors)
    for next_b, next_a in [*anchors, (b_end, a_end)] if anchors else []:
        yield _Range(b, next_b, a, next_a, depth + 1)
        b, a = next_b + 1, next_a + 1


def _closely(left: list[int], right: list[int], part: _Range) -> Iterator[Pair]:
    b, b_end, a, a_end, _ = part
    matcher = SequenceMatcher(None, left[b:b_end], right[a:a_end], autojunk=False)
    for block in matcher.get_matching_blocks():
        for step in range(block.size):
            yield b + block.a + step, a + block.b + step


def _anchors(left: list[int], right: list[int], part: _Range) -> list[Pair]:
    """What occurs once on each side, as many as stand in the same order."""
    once_before = _once(left, part.before, part.before_end)
    once_after = _once(right, part.after, part.after_end)
    common = [(b, once_after[item]) for item, b in once_before.items() if item in once_after]
    return longest_increasing(sorted(common))


def _once(items: list[int], start: int, end: int) -> dict[int, int]:
    counts = Counter(items[start:end])
    return {items[place]: place for place in range(start, end) if counts[items[place]] == 1}


def longest_increasing(pairs: list[Pair]) -> list[Pair]:
    """The longest selection in which the second places increase, too."""
    ends: list[int] = []
    at_end: list[int] = []
    previous: list[int] = []
    for index, (_, place) in enumerate(pairs):
        length = bisect_left(ends, place)
        previous.append(at_end[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        at_end[length : length + 1] = [index]
    selection = []
    index = at_end[-1] if at_end else -1
    while index >= 0:
        selection.append(pairs[index])
        index = previous[index]
    return selection[::-1]


def _stretches(
    before: Sequence[T], after: Sequence[T]
) -> Iterator[tuple[bool, tuple[int, int, int, int]]]:
    b = a = start_b = start_a = 0
    for left, right in [*matched(before, after), (len(before), len(after))]:
        if (left, right) != (b, a):
            yield True, (start_b, b, start_a, a)
            yield False, (b, left, a, right)
            start_b, start_a = left, right
        b, a = left + 1, right + 1
    yield True, (start_b, len(before), start_a, len(after))


def _window(height: int, width: int) -> Pair:
    side = int(_WINDOW**0.5)
    return min(height, max(side, _WINDOW // width)), min(width, max(side, _WINDOW // height))


def _best(before: Sequence[U], after: Sequence[U], likeness: Likeness[U]) -> list[Pair]:
    scores = [[likeness(left, right) for right in after] for left in before]
    best = [[0.0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for b in reversed(range(len(before))):
        for a in reversed(range(len(after))):
            together = scores[b][a] and scores[b][a] + best[b + 1][a + 1]
            best[b][a] = max(together, best[b + 1][a], best[b][a + 1])
    return list(_path(scores, best))


def _path(scores: list[list[float]], best: list[list[float]]) -> Iterator[Pair]:
    b = a = 0
    while b < len(scores) and a < len(scores[b]):
        if scores[b][a] and best[b][a] == scores[b][a] + best[b + 1][a + 1]:
            yield b, a
            b, a = b + 1, a + 1
        elif best[b][a] == best[b + 1][a]:
            b += 1
        else:
            a += 1


def _alone(before: Sequence[U], after: Sequence[U]) -> Iterator[tuple[U | None, U | None]]:
    for item in before:
        yield item, None
    for item in after:
        yield None, item
