"""The text of sections and interventions: clean already, and pointing at what is there."""

import re
from collections.abc import Iterator

from budgets.sheet import TOTAL
from goals.content import Intervention
from plans.document.content import Picture, Section
from plans.document.fileformat.faults import Fault, first_difference, pointer
from plans.document.fileformat.rules.budget import column_names, row_names
from plans.document.fileformat.rules.places import Place, Places, fault
from plans.document.html.sanitise import sanitise

PICTURE = re.compile(r'data-picture="([^"]*)"')
FIGURE = re.compile(r'data-figure="([^"]*)"')
SHOWN_AROUND = 20


def text_faults(places: Places) -> Iterator[Fault]:
    """HTML that would not be stored as it stands, and its unknown pictures and figures."""
    pictures = {str(picture.key) for _, picture in places.of(Picture)}
    rows, columns = row_names(places), {*column_names(places.content.budget), TOTAL}
    for place, html in _texts(places):
        yield from _unclean(place, html)
        for key in PICTURE.findall(html):
            if key not in pictures:
                yield fault(place, "data-picture med en bild i filen", key)
        for name in FIGURE.findall(html):
            row, _, column = name.partition("/")
            if row not in rows or column not in columns:
                yield fault(place, 'data-figure med "rad/kolumn" i budgeten', name)


def _texts(places: Places) -> Iterator[tuple[Place, str]]:
    for place, section in places.of(Section):
        yield (*place, "html"), section.html
    for place, intervention in places.of(Intervention):
        yield (*place, "html"), intervention.html


def _unclean(place: Place, html: str) -> Iterator[Fault]:
    clean = sanitise(html)
    if clean != html:
        at = first_difference(clean, html)
        expected = f"tillåten och rättskriven HTML: {_around(clean, at)}"
        yield Fault(pointer(*place), expected, _around(html, at))


def _around(text: str, at: int) -> str:
    excerpt = text[max(at - SHOWN_AROUND, 0) : at + 2 * SHOWN_AROUND]
    return f'"…{excerpt}…"' if excerpt else "ingenting"
