"""What a Word file or a paste proposes as a plan."""

from dataclasses import dataclass

from plans.document.content import Picture, Section


@dataclass(frozen=True, slots=True)
class WordPlan:
    """A proposal. `title` may be empty; `remarks` say in Swedish what was left out or changed."""

    title: str
    sections: tuple[Section, ...]
    pictures: tuple[Picture, ...] = ()
    remarks: tuple[str, ...] = ()
