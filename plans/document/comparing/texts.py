"""Two stored texts of two plans as a reader sees them: with their figures in, spaces no matter."""

import re
from dataclasses import dataclass
from html import escape

from plans.document.comparison.words import abridged, marked
from plans.document.figures import FigureTexts

_FIGURE = re.compile(r'<span data-figure="([^"]*)"></span>')
_SPACE = re.compile(r"(?:\s|&nbsp;|\u00a0)+")
_EDGE = r"p|h[23]|li|t[dh]|caption|blockquote|ul|ol|table|thead|tbody|tr"
_AFTER_EDGE = re.compile(rf"(</?(?:{_EDGE})(?: [^>]*)?>) ")
_BEFORE_EDGE = re.compile(rf" (</?(?:{_EDGE})(?: [^>]*)?>)")
_EMPTY = re.compile(r"<p>(?:<br>)*</p>")
_MARK = re.compile(r"<(?:ins|del)>")


@dataclass(frozen=True, slots=True, kw_only=True)
class TextComparison:
    """Both texts as one: `html` is the later with marks, as `marked` gives it.

    `follows`: only figures of the budget are others, the words are the same.
    """

    html: str
    is_changed: bool
    follows: bool = False

    @property
    def abridged(self) -> str:
        """What changed with its neighbours."""
        return abridged(self.html)


class Texts:
    """Compares texts of two plans, each with its own plan's figures."""

    def __init__(self, before: FigureTexts, after: FigureTexts) -> None:
        self.before = before
        self.after = after

    def __call__(self, before: str, after: str) -> TextComparison:
        """The texts as one. Linear in their length."""
        both = marked(self.old(before), self.new(after))
        is_changed = bool(_MARK.search(both))
        return TextComparison(
            html=both,
            is_changed=is_changed,
            follows=is_changed and _without_figures(before) == _without_figures(after),
        )

    def old(self, html: str) -> str:
        """An earlier text as it is compared."""
        return settled(_told(html, self.before))

    def new(self, html: str) -> str:
        """A later text as it is compared."""
        return settled(_told(html, self.after))


def settled(html: str) -> str:
    """A stored text without what only spacing is: runs of spaces, spaces at edges, empty lines."""
    one = _SPACE.sub(" ", html)
    return _EMPTY.sub("", _BEFORE_EDGE.sub(r"\1", _AFTER_EDGE.sub(r"\1", one))).strip()


def _told(html: str, figures: FigureTexts) -> str:
    """The text with each figure as it prints."""

    def figure(found: re.Match[str]) -> str:
        reference = found[1]
        return escape(figures(reference) or f"[siffra saknas: {reference}]", quote=False)

    return _FIGURE.sub(figure, html) if "data-figure" in html else html


def _without_figures(html: str) -> str:
    return settled(_FIGURE.sub("<span></span>", html))
