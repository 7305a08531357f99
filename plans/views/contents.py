"""The outline beside a plan that is written: each section with its marks and its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from plans.document.document import Document, ReadSection


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A section in the outline. `name` is its number and heading, `where` its place in words."""

    key: UUID
    anchor: str
    number: str
    heading: str
    name: str
    where: str
    is_done: bool
    is_empty: bool
    is_appendix: bool
    is_top: bool
    items: tuple["Item", ...]

    def walk(self) -> Iterator["Item"]:
        """This item and those below it."""
        yield self
        yield from self.items


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The whole outline, with how much of it is done and how much is empty."""

    body: tuple[Item, ...]
    appendices: tuple[Item, ...]
    numbering_depth: int
    done: int
    empty: int
    count: int

    def walk(self) -> Iterator[Item]:
        """Every item in reading order."""
        for top in (*self.body, *self.appendices):
            yield from top.walk()


def contents_of(document: Document) -> Contents:
    """The outline of a document."""
    sections = list(document.walk())
    return Contents(
        body=_items(document.body, ""),
        appendices=_items(document.appendices, " bland bilagorna"),
        numbering_depth=document.content.numbering_depth,
        done=sum(section.is_done for section in sections),
        empty=sum(section.is_empty for section in sections),
        count=len(sections),
    )


def _items(sections: tuple[ReadSection, ...], among: str, is_top: bool = True) -> tuple[Item, ...]:
    count = len(sections)
    return tuple(
        Item(
            key=section.key,
            anchor=section.anchor,
            number=section.short_number,
            heading=section.heading,
            name=" ".join(filter(None, (section.number, section.heading))),
            where=f"plats {place} av {count}{among}",
            is_done=section.is_done,
            is_empty=section.is_empty,
            is_appendix=section.is_appendix,
            is_top=is_top,
            items=_items(section.sections, f" i {section.heading}", is_top=False),
        )
        for place, section in enumerate(sections, start=1)
    )
