"""What a marked document is made of: short texts with a state, and the words of the marks."""

import re
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from html import escape
from typing import TypeVar

from plans.document.comparing.places import Matched
from plans.document.comparing.words import marked_words
from plans.document.comparison.inline import ADDED, REMOVED
from plans.document.html.tree import parsed, wrap, written

T = TypeVar("T")

NEW, GONE, MOVED, CHANGED, SAME = "added", "removed", "moved", "changed", ""

CHANGED_PART = "changed"
"""The class of what has a rule in the margin."""

_HEARD = '<span class="sr">{}</span>'
_ENDS = {
    ADDED: "nytt stycke",
    REMOVED: "stycket går ihop med nästa",
}
_STARTS = {ADDED: "tillagt: ", REMOVED: "borttaget: "}
_SAID = {
    **{
        f"<{mark}></{mark}>": f'<{mark} class="end">¶{_HEARD.format(words)}</{mark}>'
        for mark, words in _ENDS.items()
    },
    **{f"<{mark}>": f"<{mark}>{_HEARD.format(words)}" for mark, words in _STARTS.items()},
}
_MARKS = re.compile("|".join(map(re.escape, _SAID)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A short text as HTML with its marks, and what became of it."""

    html: str
    state: str = SAME

    @property
    def is_changed(self) -> bool:
        return self.state != SAME


def spoken(html: str) -> str:
    """Marked HTML with words for those who hear it, and a sign where a paragraph ends anew."""
    return _MARKS.sub(lambda found: _SAID[found[0]], html)


def ruled(html: str) -> str:
    """HTML of blocks with a rule beside each that is marked."""
    if f"<{ADDED}" not in html and f"<{REMOVED}" not in html:
        return html
    root = parsed(html)
    for block in list(root):
        if block.tag in (ADDED, REMOVED) or next(block.iter(ADDED, REMOVED), None) is not None:
            wrap(block, "div").set("class", CHANGED_PART)
    return written(root)


def marked_text(before: str | None, after: str | None, *, is_moved: bool = False) -> Text:
    """Two plain texts as one; None is a text of a thing that is not there."""
    if before is None or after is None:
        return _whole(before, after)
    html = spoken(marked_words(before, after))
    is_changed = f"<{ADDED}>" in html or f"<{REMOVED}>" in html
    return Text(html=html, state=CHANGED if is_changed else MOVED if is_moved else SAME)


def text_in(matched: Matched[T], key: Hashable, read: Callable[[T], str]) -> Text:
    """What is read off a thing in both plans as one text."""
    was, now = matched.old.get(key), matched.new.get(key)
    return marked_text(
        read(was.item) if was else None,
        read(now.item) if now else None,
        is_moved=key in matched.moved,
    )


def state_of(matched: Matched[T], key: Hashable) -> str:
    """Whether a thing came, went or moved."""
    if key not in matched.old:
        return NEW
    if key not in matched.new:
        return GONE
    return MOVED if key in matched.moved else SAME


def plain(text: str) -> str:
    """Unmarked text as HTML."""
    return escape(text, quote=False)


def _whole(before: str | None, after: str | None) -> Text:
    html = spoken(marked_words(before or "", after or ""))
    return Text(html=html, state=(NEW if before is None else GONE) if html else SAME)
