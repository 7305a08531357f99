"""One change between two plans, in words."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    CHANGED = "changed"


class Subject(StrEnum):
    """What a change is about. `AMOUNT` is a figure that is typed, `COMPUTED` one that is not."""

    COVER = "cover"
    PLAN = "plan"
    SECTION = "section"
    TEXT = "text"
    BLOCK = "block"
    GOAL_MAP = "goal_map"
    PERSPECTIVE = "perspective"
    GOAL = "goal"
    ACTIVITY = "activity"
    INDICATOR = "indicator"
    INTERVENTION = "intervention"
    BUDGET = "budget"
    COLUMN = "column"
    LINE = "line"
    AMOUNT = "amount"
    COMPUTED = "computed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change that a reader is told of.

    `key` is that of the thing: a UUID as text, a computed row's or a column's name. `html` are
    the words of a short text marked with <ins> and <del>, `passage` the blocks of a long one that
    changed; both are empty where no words changed. `old` and `new` are the
    values as they print, empty where there is none. `follows`: it comes of other changes.
    `place` is the address of the section where it is seen, in the later plan, or in the earlier
    where it is gone; `section` names that section. Both are empty where no section shows it.
    """

    subject: Subject
    kind: Kind
    sentence: str
    key: str = ""
    old: str = ""
    new: str = ""
    html: str = ""
    passage: str = ""
    follows: bool = False
    place: str = ""
    section: str = ""
