"""What the cells of a printed budget are remarked with, and the numbered notes that say it."""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from budgets.notes import Note


class Remark(NamedTuple):
    """What a note says of a cell, and why it is so where that is known."""

    text: str
    explanation: str = ""


def numbered(marks: Mapping[Remark, int]) -> tuple[Note, ...]:
    """The notes by number; an explanation that several of them share is said once, after them."""
    explained: dict[str, list[int]] = defaultdict(list)
    for remark, number in marks.items():
        explained[remark.explanation].append(number)
    shared = {why: numbers for why, numbers in explained.items() if why and len(numbers) > 1}
    return (
        *(Note(text=_text(remark, shared), number=number) for remark, number in marks.items()),
        *(Note(text=f"Not {_listed(numbers)}: {why}") for why, numbers in shared.items()),
    )


def _text(remark: Remark, shared: Mapping[str, list[int]]) -> str:
    own = "" if remark.explanation in shared else remark.explanation
    return f"{remark.text} {own}".strip()


def _listed(numbers: list[int]) -> str:
    """Two or more numbers in words: "1, 2 och 3"."""
    return f"{', '.join(map(str, numbers[:-1]))} och {numbers[-1]}"
