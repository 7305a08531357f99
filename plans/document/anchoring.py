"""Where a question about a passage belongs, when the text has been edited since. Pure.

A passage is known by its quote and up to 32 characters on each side of it, never by marks in the
text. It is looked for word for word in its own place, then nearly, and then in the rest of the
plan. Spaces and where lines and paragraphs break do not count.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

AROUND = 32
"""So many characters on each side tell equal passages apart."""

NEAR = 0.6
"""The least share of its words that an edited passage still has, in its own place."""

NEAR_ELSEWHERE = 0.8
"""And in another place, where more must be the same to be believed."""

SHORT = 32
"""A passage of fewer characters, a cell or a heading, may stand in many places."""

ALIKE = 1.0
"""So much of what stood around a short one must stand around it in another place, of 2."""

CANDIDATES = 5


class Found(StrEnum):
    EXACT = "exact"
    EDITED = "edited"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A passage of the text at `place`. An empty quote is the place as a whole."""

    place: UUID
    quote: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a passage stands now and its words there. Without a place it is gone."""

    found: Found
    place: UUID | None
    text: str = ""


class _Near(NamedTuple):
    likeness: float
    text: str


def anchored(text: str, quote: str, place: UUID) -> Anchor:
    """The anchor of a passage in a text. Raises ValueError where the text does not hold it."""
    text, quote = spaced(text), spaced(quote)
    start = text.index(quote)
    end = start + len(quote)
    before, after = text[max(start - AROUND, 0) : start], text[end : end + AROUND]
    return Anchor(place=place, quote=quote, before=before, after=after)


def located(anchor: Anchor, texts: Mapping[UUID, str]) -> Spot:
    """Where the anchored passage stands in the texts of a plan, by their places' keys."""
    spaced_texts = {place: spaced(text) for place, text in texts.items()}
    own = {place: text for place, text in spaced_texts.items() if place == anchor.place}
    if not anchor.quote:
        return _whole(anchor, own)
    others = {place: text for place, text in spaced_texts.items() if place != anchor.place}
    return (
        _exactly(anchor, own)
        or _nearly(anchor, own, NEAR)
        or _elsewhere(anchor, others)
        or Spot(found=Found.GONE, place=None)
    )


def _elsewhere(anchor: Anchor, others: Mapping[UUID, str]) -> Spot | None:
    if len(anchor.quote) < SHORT:
        return _exactly(anchor, others, ALIKE)
    return _exactly(anchor, others) or _nearly(anchor, others, NEAR_ELSEWHERE)


def spaced(text: str) -> str:
    """The text with every run of space as one."""
    return " ".join(text.split())


def _whole(anchor: Anchor, own: Mapping[UUID, str]) -> Spot:
    if own:
        return Spot(found=Found.EXACT, place=anchor.place)
    return Spot(found=Found.GONE, place=None)


def _exactly(anchor: Anchor, texts: Mapping[UUID, str], enough: float = 0) -> Spot | None:
    """The occurrence with the most of the same words around it, `enough` of them at least."""
    spots = [
        (alike, place)
        for place, text in texts.items()
        for start in _starts(text, anchor.quote)
        if (alike := _context(anchor, text, start)) >= enough
    ]
    if not spots:
        return None
    _, place = max(spots, key=lambda spot: spot[0])
    return Spot(found=Found.EXACT, place=place, text=anchor.quote)


def _starts(text: str, quote: str) -> Iterator[int]:
    """Where the quote stands in whole words: "12 personer" is not in "112 personer"."""
    start = text.find(quote)
    while start >= 0:
        end = start + len(quote)
        if not (_joins(text, start) or _joins(text, end)):
            yield start
        start = text.find(quote, start + 1)


def _joins(text: str, at: int) -> bool:
    """Whether the place is inside a word."""
    return text[max(at - 1, 0) : at].isalnum() and text[at : at + 1].isalnum()


def _context(anchor: Anchor, text: str, start: int) -> float:
    """How much of what stood around the passage stands around it there, 0 to 2."""
    end = start + len(anchor.quote)
    before = text[max(start - AROUND, 0) : start]
    after = text[end : end + AROUND]
    return _likeness(anchor.before, before) + _likeness(anchor.after, after)


def _nearly(anchor: Anchor, texts: Mapping[UUID, str], enough: float) -> Spot | None:
    words = anchor.quote.split()
    found = [
        (near, place)
        for place, text in texts.items()
        for near in _windows(words, text.split())
        if near.likeness >= enough
    ]
    if not found:
        return None
    near, place = max(found, key=lambda one: one[0].likeness)
    return Spot(found=Found.EDITED, place=place, text=near.text)


def _windows(words: Sequence[str], text: Sequence[str]) -> Iterator[_Near]:
    """The stretches of a text that hold most of the words, each as the passage would be there."""
    for start in _best_starts(words, text):
        stretch = text[start : start + len(words)]
        blocks = SequenceMatcher(None, words, stretch, autojunk=False).get_matching_blocks()
        same = sum(block.size for block in blocks)
        yield _Near(same / len(words), " ".join(stretch))


def _best_starts(words: Sequence[str], text: Sequence[str]) -> list[int]:
    """Where windows as long as the passage have most of its words; linear in the text."""
    wanted, size = Counter(words), len(words)
    if not text:
        return []
    held = Counter(word for word in text[:size] if word in wanted)
    shared = sum(min(count, wanted[word]) for word, count in held.items())
    scores = [(shared, 0)]
    for start in range(1, max(len(text) - size, 0) + 1):
        shared += _leaves(held, wanted, text[start - 1])
        shared += _enters(held, wanted, text[start + size - 1])
        scores.append((shared, start))
    best = sorted(scores, key=lambda score: (-score[0], score[1]))[:CANDIDATES]
    return [start for _, start in best]


def _leaves(held: Counter[str], wanted: Counter[str], word: str) -> int:
    if word not in wanted:
        return 0
    held[word] -= 1
    return -1 if held[word] < wanted[word] else 0


def _enters(held: Counter[str], wanted: Counter[str], word: str) -> int:
    if word not in wanted:
        return 0
    held[word] += 1
    return 1 if held[word] <= wanted[word] else 0


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
