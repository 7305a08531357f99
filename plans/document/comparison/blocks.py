"""A stored text as a tree of blocks, and back."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from lxml.etree import _Element as Element

from plans.document.comparison.inline import Piece, attribute, pieces_in, unchanged_html
from plans.document.html.tree import parsed

CELLS = frozenset({"td", "th"})
_TEXTS = frozenset({"p", "h2", "h3", "caption"})
_RANKS = {"caption": 0, "thead": 1}
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, eq=False)
class Block:
    """An element that holds blocks, or text, or neither (a picture). Equal where stored so."""

    tag: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    blocks: tuple["Block", ...] = ()
    pieces: tuple[Piece, ...] = ()

    @property
    def is_text(self) -> bool:
        return self.tag in _TEXTS

    @property
    def is_cell(self) -> bool:
        return self.tag in CELLS

    @property
    def rank(self) -> int:
        """Where it stands among a table's parts; the same for all other blocks."""
        return _RANKS.get(self.tag, len(_RANKS))

    @property
    def opening(self) -> tuple[str, Mapping[str, str]]:
        return self.tag, self.attributes

    @cached_property
    def html(self) -> str:
        """The block as it is stored."""
        inside = "".join(block.html for block in self.blocks)
        return self.around(inside + unchanged_html(self.pieces))

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words and numbers, its pictures and figures, without order."""
        own = _words(self.pieces) | frozenset(self.attributes.values())
        return own.union(*(block.words for block in self.blocks))

    def around(self, inside: str) -> str:
        """The block with other content, already HTML."""
        attributes = "".join(attribute(name, value) for name, value in self.attributes.items())
        end = "" if self.tag == "img" else f"</{self.tag}>"
        return f"<{self.tag}{attributes}>{inside}{end}"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Block) and self.html == other.html

    def __hash__(self) -> int:
        return hash(self.html)


def blocks_of(html: str) -> tuple[Block, ...]:
    """The blocks of a stored text; `html` is what `sanitise` gives."""
    return tuple(map(_block, parsed(html))) if html else ()


def _block(element: Element) -> Block:
    tag = str(element.tag)
    attributes = {str(name): str(value) for name, value in element.items()}
    if tag in _TEXTS:
        return Block(tag, attributes, pieces=tuple(pieces_in(element)))
    return Block(tag, attributes, blocks=tuple(map(_block, element)))


def _words(pieces: tuple[Piece, ...]) -> frozenset[str]:
    return frozenset(_words_in(pieces))


def _words_in(pieces: tuple[Piece, ...]) -> Iterator[str]:
    for piece in pieces:
        yield from _WORD.findall(piece.text.casefold())
        yield from _words_in(piece.note)
        if piece.figure:
            yield piece.figure
