"""Pieces of a document to sections: two levels of headings, deeper ones inside the text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from uuid import uuid4

from plans.document.content import Picture, Section
from plans.document.html.inline import PLAIN, Inline
from plans.document.html.pieces import Heading, Paragraph, Piece, html_of, plain_text
from plans.document.html.sanitise import sanitise
from plans.document.html.typed import arranged
from plans.document.word import headings, remarks
from plans.document.word.cover import opening
from plans.document.word.guessing import guessed
from plans.document.word.refusal import EMPTY, TOO_MANY_HEADINGS, TOO_MUCH, WordRefused
from plans.document.word.remarks import Remarks
from plans.document.word.wordplan import WordPlan

MOST_SECTIONS = 300
MOST_TEXT = 8_000_000
"""In characters of HTML, so that the plan with its pictures fits in a plan file."""
UPPER, LOWER = 2, 3
"""The levels of headings inside a section's text."""
_PICTURE = re.compile(r'data-picture="([^"]*)"')


@dataclass(slots=True)
class _Draft:
    """A section while it is read."""

    heading: str
    is_appendix: bool = False
    pieces: list[Piece] = field(default_factory=list)
    below: list["_Draft"] = field(default_factory=list)

    def section(self) -> Section:
        return Section(
            key=uuid4(),
            heading=self.heading,
            html=sanitise(html_of(arranged(self.pieces), (UPPER,))),
            is_appendix=self.is_appendix,
            sections=tuple(draft.section() for draft in self.below),
        )


def plan_of(pieces: Sequence[Piece], said: Remarks, pictures: Sequence[Picture] = ()) -> WordPlan:
    """The pieces as a plan's sections. Raises WordRefused where there are none or too many."""
    if not pieces:
        raise WordRefused(EMPTY)
    parts = opening(_with_headings(arranged(pieces), said), said)
    drafts = _Drafts(said, numbered=_are_numbered(parts.rest))
    drafts.open_text(parts.text, parts.rest)
    for piece in _ranked(parts.rest):
        drafts.add(piece)
    if sum(1 + len(draft.below) for draft in drafts.tops) > MOST_SECTIONS:
        raise WordRefused(TOO_MANY_HEADINGS)
    sections = tuple(draft.section() for draft in drafts.tops)
    if not sections:
        raise WordRefused(EMPTY)
    if sum(len(below.html) for section in sections for below in section.walk()) > MOST_TEXT:
        raise WordRefused(TOO_MUCH)
    return WordPlan(parts.title, sections, _shown(pictures, sections), said.sentences())


def _with_headings(pieces: Sequence[Piece], said: Remarks) -> list[Piece]:
    """Where no format says what is a heading, its look does."""
    # A paragraph that somebody gave a heading's format is a paragraph.
    whole = [_paragraph(piece) if _is_too_long(piece) else piece for piece in pieces]
    if any(isinstance(piece, Heading) and piece.level for piece in whole):
        return whole
    found = guessed(whole)
    has_any = found != whole
    said.add(remarks.GUESSED if has_any else remarks.NO_HEADINGS)
    return found


def _is_too_long(piece: Piece) -> bool:
    return isinstance(piece, Heading) and len(plain_text(piece.inline)) > headings.LONGEST


def _paragraph(piece: Piece) -> Piece:
    return Paragraph(piece.inline) if isinstance(piece, Heading) else piece


def _ranked(pieces: Sequence[Piece]) -> list[Piece]:
    """The headings with 1, 2, 3 for the levels that the document in fact uses."""
    levels = sorted({piece.level for piece in pieces if isinstance(piece, Heading)})
    return [
        replace(piece, level=levels.index(piece.level) + 1) if isinstance(piece, Heading) else piece
        for piece in pieces
    ]


def _are_numbered(pieces: Sequence[Piece]) -> bool:
    texts = (plain_text(piece.inline) for piece in pieces if isinstance(piece, Heading))
    return headings.are_numbered(texts)


@dataclass(slots=True)
class _Drafts:
    """The sections so far, in order."""

    said: Remarks
    numbered: bool
    tops: list[_Draft] = field(default_factory=list)

    def open_text(self, text: Sequence[Piece], rest: Sequence[Piece]) -> None:
        """A section of its own for what stands before the first heading."""
        if text:
            names = {plain_text(one.inline) for one in rest if isinstance(one, Heading)}
            names = {headings.read(name, takes_bare=True).text for name in names}
            heading = "Inledande text" if "Inledning" in names else "Inledning"
            self.tops.append(_Draft(heading, pieces=list(text)))

    def add(self, piece: Piece) -> None:
        """The next piece of the document."""
        if isinstance(piece, Heading):
            self._heading(piece)
        else:
            self._current().pieces.append(piece)

    def _current(self) -> _Draft:
        if not self.tops:
            self.tops.append(_Draft("Inledning"))
        return self.tops[-1].below[-1] if self.tops[-1].below else self.tops[-1]

    def _heading(self, piece: Heading) -> None:
        read = headings.read(plain_text(piece.inline), takes_bare=self.numbered)
        self.said.add(remarks.NUMBERS, bool(read.number))
        if piece.level > 2 and not read.is_appendix and self.tops:
            self._inner(piece, read)
        elif self._names_appendix() and read.text and not read.is_appendix:
            self.tops[-1].heading = read.text
        else:
            self._open(piece, read)
        self._keep_notes(piece)

    def _inner(self, piece: Heading, read: headings.Read) -> None:
        line = Inline()
        line.add_text(read.text, PLAIN)
        self._current().pieces.append(Heading(UPPER if piece.level == 3 else LOWER, line))

    def _names_appendix(self) -> bool:
        """Whether an appendix was just opened by its number alone: its name comes next."""
        last = self.tops[-1] if self.tops else None
        return (
            last is not None
            and last.is_appendix
            and not (last.heading != _NAMELESS or last.pieces or last.below)
        )

    def _open(self, piece: Heading, read: headings.Read) -> None:
        draft = _Draft(read.text or _NAMELESS, read.is_appendix)
        if piece.level == 1 or read.is_appendix or not self.tops:
            self.tops.append(draft)
        else:
            self.tops[-1].below.append(draft)

    def _keep_notes(self, piece: Heading) -> None:
        """A heading holds no footnote: the note's words begin the text below it."""
        for run in piece.inline.runs:
            if run.note is not None:
                self._current().pieces.append(Paragraph(run.note))
                self.said.add(remarks.HEADING_NOTE)


_NAMELESS = "Bilaga utan rubrik"


def _shown(pictures: Sequence[Picture], sections: Sequence[Section]) -> tuple[Picture, ...]:
    """The pictures that the text holds."""
    texts = (below.html for section in sections for below in section.walk())
    keys = {key for html in texts for key in _PICTURE.findall(html)}
    return tuple(picture for picture in pictures if str(picture.key) in keys)
