"""Lines that a program broke are one paragraph again; lines that a person broke stay."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from plans.document.html.inline import Inline
from plans.document.html.pieces import is_break, joined, lines_of, plain_text, shows, without_end

BULLET = re.compile(r"(?:[•·▪▫●○◦‣*\uf0b7\uf0a7][ \u00a0]+|[-–—][ \u00a0]+(?!\d))(?=\S)")
"""A sign that begins a list's line. After a dash a number is an amount."""
NUMBER = re.compile(r"(\d{1,2})[.)][ \u00a0]+(?=\S)")
"""A number that begins a list's line."""

LONGEST_LINE = 160
"""In characters; nobody's page is wider, so what is longer is no broken line."""
SHORTEST_LONGEST = 50
FULL = 0.75
"""How much of the longest line a line that the page broke fills."""
SHORTEST_FRAGMENT = 20

_SENTENCE_END = re.compile(r"[.:!?…][”\"')\]]?$")
_BROKEN_WORD = re.compile(r"[a-zåäöéü]{2}[-\u00ad]$", re.IGNORECASE)
_HELD_OPEN = re.compile(r"(?:och|eller|samt|respektive)\b")
"""After "individ-" comes "och strukturinsatser": that hyphen is the word's own."""


@dataclass(slots=True)
class _Broken:
    """A paragraph's lines as they are put together again."""

    longest: int
    groups: list[list[Inline]] = field(default_factory=list)
    last: str = ""

    def add(self, line: Inline) -> None:
        text = plain_text(line)
        if self.last and self._goes_on(text):
            self.groups[-1].append(line)
        elif shows(line):
            self.groups.append([line])
        self.last = text

    def _goes_on(self, text: str) -> bool:
        """Whether a line belongs with the one above it."""
        if self.longest > LONGEST_LINE or not text or is_item(text):
            return False
        if text[0].islower() and (len(self.last) >= SHORTEST_FRAGMENT or is_item(self.last)):
            return not _SENTENCE_END.search(self.last)
        is_full = self.longest >= SHORTEST_LONGEST and len(self.last) >= FULL * self.longest
        return is_full and not _SENTENCE_END.search(self.last)


def is_item(text: str) -> bool:
    """Whether the text begins as a typed list's line does."""
    return bool(BULLET.match(text) or NUMBER.match(text))


def paragraphs_of(inline: Inline) -> list[Inline]:
    """The paragraphs in what stands between two paragraph marks.

    Without broken lines, typed list lines and blank lines in it, it is one, with its breaks.
    """
    if not any(map(is_break, inline.runs)):
        return [inline]
    lines = lines_of(inline)
    broken = _Broken(longest=max(len(plain_text(line)) for line in lines))
    for line in lines:
        broken.add(line)
    if len(broken.groups) == len(lines) and not any(map(is_item, map(plain_text, lines))):
        return [inline]
    return [_whole(group) for group in broken.groups]


def _whole(lines: list[Inline]) -> Inline:
    """Broken lines as one, and words broken between two of them whole."""
    return joined(_mended(lines), between="")


def _mended(lines: list[Inline]) -> Iterator[Inline]:
    for line, below in zip(lines, [*lines[1:], None], strict=True):
        if below is None:
            yield line
            continue
        text, following = plain_text(line), plain_text(below)
        breaks_word = _BROKEN_WORD.search(text) and following[:1].islower()
        if breaks_word and not _HELD_OPEN.match(following):
            yield without_end(line, 1)
        elif text.endswith(("/", "\u00ad")):
            yield line
        else:
            yield joined([line, Inline()], between=" ")
