"""What can be asked about in a plan: its sections, goals, indicators, insatser and budget lines.

Pure. Each place has the name that a person knows it by and its text, with the passages that one
can point at without selecting anything.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from uuid import UUID

from plans.document.content import PlanContent
from plans.document.html.tree import parsed, text_of
from plans.document.outline import headings, section_name

SHORTEST = 12
"""A passage of fewer characters says too little to be known again."""

PASSAGES = ("p", "h2", "h3", "li", "td", "th", "caption")


class PlaceKind(StrEnum):
    SECTION = "section"
    GOAL = "goal"
    INDICATOR = "indicator"
    INTERVENTION = "intervention"
    LINE = "line"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A thing of the plan. `html` is its stored text, or its words where it has no other."""

    kind: PlaceKind
    key: UUID
    name: str
    html: str = ""

    @property
    def text(self) -> str:
        """Its words, a space where a block ends."""
        return " ".join(_words(self.html))

    @property
    def passages(self) -> tuple[str, ...]:
        """Its paragraphs, items and cells that are long enough to be asked about by themselves."""
        whole = self.text
        found = dict.fromkeys(_passages(self.html))
        return tuple(text for text in found if len(text) >= SHORTEST and text in whole)


def places_of(content: PlanContent) -> dict[UUID, Place]:
    """Every place of a plan by its key, in reading order of its kind."""
    return {place.key: place for place in _places(content)}


def _places(content: PlanContent) -> Iterator[Place]:
    yield from _sections(content)
    yield from _goals(content)
    for insats in content.goal_map.interventions:
        name = f"Insatsen {insats.name}"
        yield Place(kind=PlaceKind.INTERVENTION, key=insats.key, name=name, html=insats.html)
    if content.budget is not None:
        for _, line in content.budget.walk():
            name = f"Budgetraden {line.label}"
            yield Place(kind=PlaceKind.LINE, key=line.key, name=name, html=escape(line.label))


def _sections(content: PlanContent) -> Iterator[Place]:
    for heading in headings(content):
        name, section = section_name(heading), heading.section
        name = name[0].upper() + name[1:]
        yield Place(kind=PlaceKind.SECTION, key=section.key, name=name, html=section.html)


def _goals(content: PlanContent) -> Iterator[Place]:
    for goal in content.goal_map.walk():
        name = f"Målet {goal.heading or goal.text}"
        yield Place(kind=PlaceKind.GOAL, key=goal.key, name=name, html=escape(goal.text))
        for indicator in goal.indicators:
            name = f"Måttet {indicator.sentence}"
            html = escape(indicator.sentence)
            yield Place(kind=PlaceKind.INDICATOR, key=indicator.key, name=name, html=html)


def _passages(html: str) -> Iterator[str]:
    if not html:
        return
    root = parsed(html)
    for element in root.iter(*PASSAGES):
        if element.find("p") is None:
            yield " ".join("".join(map(str, element.itertext())).split())


def _words(html: str) -> list[str]:
    if not html:
        return []
    root = parsed(html)
    for block in root.iter(*PASSAGES):
        block.tail = f" {block.tail or ''}"
    return text_of(root).split()


def homes_of(content: PlanContent) -> dict[UUID, UUID]:
    """In which section each place is read: the first one whose block shows its kind of thing."""
    shows = {
        "goals": (PlaceKind.GOAL, PlaceKind.INDICATOR),
        "interventions": (PlaceKind.INTERVENTION,),
        "budget": (PlaceKind.LINE,),
    }
    homes: dict[PlaceKind, UUID] = {}
    for section in content.walk():
        for kind in shows.get(section.block.kind, ()):
            homes.setdefault(kind, section.key)
    found: dict[UUID, UUID] = {}
    for place in places_of(content).values():
        home = place.key if place.kind is PlaceKind.SECTION else homes.get(place.kind)
        if home is not None:
            found[place.key] = home
    return found
