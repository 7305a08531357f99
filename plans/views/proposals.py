"""A proposed plan as it is shown for approval: its sections with number, place and first words."""

from collections.abc import Sequence
from dataclasses import dataclass

from plans.document.html.boxes import boxed
from plans.document.html.footnotes import linked
from plans.document.html.normalise import normalise
from plans.document.word.proposal import Part, Place
from plans.document.word.summary import beginning, contents
from plans.forms.word import Approved

PLACES = (
    (Place.SECTION, "Avsnitt"),
    (Place.CHILD, "Underavsnitt"),
    (Place.APPENDIX, "Bilaga"),
    (Place.OUT, "Ta inte med"),
)
SHOWN_LEVEL = 2
"""The heading level above a proposed section's text: that of all of them together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A proposed section on the page."""

    count: int
    name: str
    """What it is called where its heading may be empty: "avsnitt 4"."""
    number: str
    heading: str
    error: str
    place: Place
    places: Sequence[tuple[Place, str]]
    contents: str
    beginning: str
    html: str

    @property
    def is_child(self) -> bool:
        return self.place is Place.CHILD


def rows(approved: Sequence[Approved]) -> list[Row]:
    """The rows in order, numbered as the plan will be."""
    numbers = _numbers([one.part for one in approved])
    return [
        _row(count, one, number)
        for count, (one, number) in enumerate(zip(approved, numbers, strict=True), start=1)
    ]


def _row(count: int, one: Approved, number: str) -> Row:
    part = one.part
    shown = normalise(part.html, level=SHOWN_LEVEL, heading=part.heading)
    return Row(
        count=count,
        name=part.heading or f"del {count}",
        number=number,
        heading=part.heading,
        error=one.error,
        place=part.place,
        places=PLACES,
        contents=contents(part.html),
        beginning=beginning(part.html),
        html=boxed(linked(shown, prefix=f"del-{count}")),
    )


def _numbers(parts: Sequence[Part]) -> list[str]:
    """The sections' numbers; appendices are marked, children and what is left out have none."""
    is_only = sum(part.place is Place.APPENDIX for part in parts) == 1
    numbers, count, appendices = list[str](), 0, 0
    for part in parts:
        if part.place is Place.SECTION:
            count += 1
            numbers.append(str(count))
        elif part.place is Place.APPENDIX:
            appendices += 1
            numbers.append("Bilaga" if is_only else f"Bilaga {appendices}")
        else:
            numbers.append("")
    return numbers
