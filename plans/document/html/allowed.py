"""What a section's stored text may hold. The sanitiser, the editor and the paste use this list."""

import re
from collections.abc import Callable, Mapping
from uuid import UUID

BLOCKS = frozenset({"p", "h2", "h3", "ul", "ol", "li", "blockquote", "img"})
TABLE_PARTS = frozenset({"table", "caption", "thead", "tbody", "tr", "th", "td"})
INLINES = frozenset({"strong", "em", "a", "br", "span"})
TAGS = BLOCKS | TABLE_PARTS | INLINES

ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "a": frozenset({"href"}),
    "img": frozenset({"data-picture", "alt"}),
    "span": frozenset({"class", "data-figure"}),
    "th": frozenset({"colspan", "rowspan", "scope"}),
    "td": frozenset({"colspan", "rowspan"}),
}
URL_SCHEMES = frozenset({"http", "https", "mailto"})
FOOTNOTE = "footnote"
MAX_SPAN = {"colspan": 50, "rowspan": 100}
MAX_LIST_DEPTH = 6
"""Deeper lists are laid into the sixth: no reader follows more, and no layout takes thousands."""

DROPPED_WITH_CONTENT = frozenset({
    "applet", "canvas", "embed", "frameset", "head", "iframe", "math", "noembed", "noframes",
    "noscript", "object", "script", "select", "style", "svg", "template", "textarea", "title",
    "xmp",
})  # fmt: skip

_NOT_TEXT = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]"
)
_UUID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_ADDRESS = re.compile(rf"(?:https?://|mailto:)[^\s<>\"'\\`]+|#{_UUID}", re.IGNORECASE)
_FIGURE = re.compile(r"[a-z0-9_-]{1,60}/[a-z0-9_-]{1,60}", re.IGNORECASE)


def text_only(text: str) -> str:
    """The text without control characters and code points that are no characters."""
    return _NOT_TEXT.sub("", text)


def kept_attribute(tag: str, name: str, value: str) -> str | None:
    """The attribute's canonical value, or None where it may not stand. Never raises."""
    if name not in ATTRIBUTES.get(tag, ()):
        return None
    if name in MAX_SPAN:
        return _kept_span(name, value)
    return _KEPT[name](value)


def _kept_span(name: str, value: str) -> str | None:
    if not re.fullmatch(r"[0-9]{1,9}", value):
        return None
    span = min(int(value), MAX_SPAN[name])
    return str(span) if span > 1 else None


def _kept_uuid(value: str) -> str | None:
    try:
        return str(UUID(value))
    except ValueError:
        return None


_KEPT: Mapping[str, Callable[[str], str | None]] = {
    "alt": lambda value: " ".join(text_only(value).split()),
    "class": lambda value: FOOTNOTE if FOOTNOTE in value.split() else None,
    "data-figure": lambda value: value if _FIGURE.fullmatch(value) else None,
    "data-picture": _kept_uuid,
    "href": lambda value: value.strip() if _ADDRESS.fullmatch(value.strip()) else None,
    "scope": lambda value: value if value in {"col", "row"} else None,
}
