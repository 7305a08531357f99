"""A proposed plan as it travels with its page until it is approved: as JSON, believed by nobody.

Nothing is stored in between, so what comes back may be anybody's: it is read by its types here,
its text is sanitised again, and the plan made of it is held against every rule of a plan file.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar
from uuid import uuid4

from pydantic import ConfigDict, TypeAdapter, ValidationError

from plans.document.content import Picture, Section
from plans.document.html.sanitise import sanitise
from plans.document.word.splitting import MOST_SECTIONS
from plans.document.word.wordplan import WordPlan


class Place(StrEnum):
    """Where a proposed section goes in the plan."""

    SECTION = "section"
    CHILD = "child"
    APPENDIX = "appendix"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class Part:
    """A proposed section, with no word of those above or below it."""

    heading: str
    html: str
    place: Place


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposed plan: its parts in order, its pictures and what was remarked."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    parts: tuple[Part, ...]
    pictures: tuple[Picture, ...] = ()
    remarks: tuple[str, ...] = ()


class NoProposal(ValueError):
    """What came back is no proposal."""


_PROPOSAL: TypeAdapter[Proposal] = TypeAdapter(Proposal)


def proposal_of(plan: WordPlan) -> Proposal:
    """What is shown for approval."""
    parts = [part for section in plan.sections for part in _parts(section)]
    return Proposal(tuple(parts), plan.pictures, plan.remarks)


def _parts(section: Section) -> Iterator[Part]:
    place = Place.APPENDIX if section.is_appendix else Place.SECTION
    yield Part(section.heading, section.html, place)
    for child in section.sections:
        yield Part(child.heading, child.html, Place.CHILD)


def written(proposal: Proposal) -> str:
    """The proposal as JSON, on one line."""
    return _PROPOSAL.dump_json(proposal).decode()


def read(text: str) -> Proposal:
    """The proposal in a text, its HTML sanitised. Raises NoProposal where there is none."""
    try:
        proposal = _PROPOSAL.validate_json(text)
    except (ValidationError, UnicodeEncodeError):
        raise NoProposal from None
    if not 0 < len(proposal.parts) <= MOST_SECTIONS:
        raise NoProposal
    parts = (Part(part.heading, sanitise(part.html), part.place) for part in proposal.parts)
    return Proposal(tuple(parts), proposal.pictures, proposal.remarks)


def sections_of(parts: Sequence[Part]) -> tuple[Section, ...]:
    """The parts as sections in two levels; a child without a section above it is a section."""
    tops: list[tuple[Part, list[Section]]] = []
    for part in parts:
        if part.place is Place.OUT:
            continue
        if part.place is Place.CHILD and tops:
            tops[-1][1].append(Section(key=uuid4(), heading=part.heading, html=part.html))
        else:
            tops.append((part, []))
    return tuple(
        Section(
            key=uuid4(),
            heading=part.heading,
            html=part.html,
            is_appendix=part.place is Place.APPENDIX,
            sections=tuple(below),
        )
        for part, below in tops
    )
