"""Numbers and addresses of a plan's sections."""

from collections.abc import Iterator
from dataclasses import dataclass

from plans.document.content import PlanContent, Section

SECTION_LEVEL = 2
"""The heading level of a top section; the plan's title is level 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A section's place in the plan: its number ("4.1", "Bilaga 2" or none) and heading level."""

    section: Section
    number: str
    level: int

    @property
    def anchor(self) -> str:
        return f"avsnitt-{self.section.key}"


def headings(content: PlanContent) -> Iterator[Heading]:
    """Every section in reading order with its number.

    `numbering_depth` levels of the body are numbered. Appendices are always "Bilaga 1" and on
    (without the figure where there is only one), whatever their own headings say.
    """
    appendices = [section for section in content.sections if section.is_appendix]
    body = [section for section in content.sections if not section.is_appendix]
    for count, section in enumerate(body, start=1):
        yield from _body(section, str(count), content.numbering_depth)
    for count, section in enumerate(appendices, start=1):
        yield from _appendix(section, f"Bilaga {count}" if len(appendices) > 1 else "Bilaga")


def section_name(heading: Heading) -> str:
    """A section inside a sentence: "avsnitt 4.1 Vision", "Bilaga 1 Ändamål"."""
    words = [heading.number, heading.section.heading]
    if not heading.number.startswith("Bilaga"):
        words.insert(0, "avsnitt")
    return " ".join(filter(None, words))


def _body(section: Section, number: str, depth: int) -> Iterator[Heading]:
    yield Heading(section=section, number=number if depth >= 1 else "", level=SECTION_LEVEL)
    for count, child in enumerate(section.sections, start=1):
        child_number = f"{number}.{count}" if depth >= 2 else ""
        yield Heading(section=child, number=child_number, level=SECTION_LEVEL + 1)


def _appendix(section: Section, number: str) -> Iterator[Heading]:
    yield Heading(section=section, number=number, level=SECTION_LEVEL)
    for child in section.sections:
        yield Heading(section=child, number="", level=SECTION_LEVEL + 1)
