"""Marked texts made ready for a page, as `plans.document.html` makes others."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from plans.document.comparing.marking.pieces import ruled, spoken
from plans.document.comparison.words import abridged
from plans.document.html.boxes import boxed
from plans.document.html.footnotes import linked
from plans.document.html.normalise import normalise


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """A marked text: whole and only where it changed, on paper and on screen."""

    html: str
    changes: str
    prefix: str

    @property
    def on_screen(self) -> str:
        return self._screen(self.html, self.prefix)

    @property
    def changes_on_screen(self) -> str:
        return self._screen(self.changes, f"{self.prefix}-andrat")

    @property
    def on_paper(self) -> str:
        return spoken(ruled(self.html))

    def _screen(self, html: str, prefix: str) -> str:
        return spoken(ruled(boxed(linked(html, prefix=prefix))))


class Proser:
    """Makes marked texts ready, with the pictures and sections that they speak of."""

    def __init__(self, pictures: Mapping[UUID, str], anchors: Mapping[UUID, str]) -> None:
        self.pictures = pictures
        self.anchors = anchors

    def __call__(self, marked_html: str, *, level: int, heading: str, prefix: str) -> Prose:
        """A text under a heading of that level, which names its tables where they have no name."""

        def ready(html: str) -> str:
            return normalise(
                html, level=level, heading=heading, pictures=self.pictures, anchors=self.anchors
            )

        return Prose(html=ready(marked_html), changes=ready(abridged(marked_html)), prefix=prefix)
