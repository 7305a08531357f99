"""The elements of other people's HTML: what stands in a line, what breaks one, what is no text."""

import re

from plans.document.html.allowed import DROPPED_WITH_CONTENT

DROPPED = DROPPED_WITH_CONTENT | {"xml", "button", "input", "link", "meta"}
INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
_BLOCKS = frozenset({
    "article", "blockquote", "body", "br", "center", "dd", "div", "dl", "dt", "h1", "h2", "h3",
    "h4", "h5", "h6", "hr", "html", "img", "li", "ol", "p", "pre", "section", "table", "tbody",
    "td", "th", "thead", "tr", "ul",
})  # fmt: skip
_TAG = re.compile(rf"</?(?:{'|'.join(sorted(INLINE | _BLOCKS | DROPPED))})\b[^<]*>", re.IGNORECASE)


def is_markup(text: str) -> bool:
    """Whether there is an element in a text; what else stands between < and > is words."""
    return bool(_TAG.search(text))
