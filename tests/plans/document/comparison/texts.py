"""Pairs of texts to compare: edits of what the editor writes, and of the product's own examples."""

import json
import re
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st
from lxml.html import fragment_fromstring

from plans.document.html.sanitise import sanitise
from plans.management.commands.loadexamples import EXAMPLES
from tests.strategies.html import headings, lists, paragraphs, pictures, quotes, tables

_WORDS = re.compile(r">([^<>]+)<")
_chunks = headings | paragraphs | lists | tables | pictures | quotes


def text(html: str) -> str:
    """The words of a fragment, its footnotes' too."""
    return str(fragment_fromstring(html, create_parent="div").text_content())


def without(tag: str, html: str) -> str:
    """The fragment without the elements and what they hold."""
    return re.sub(f"<{tag}>.*?</{tag}>", "", html, flags=re.DOTALL)


def with_other_letters(html: str) -> str:
    """The text edited inside its blocks, its elements as they were."""
    return _WORDS.sub(lambda found: found[0].replace("å", "öö").replace("1", "2"), html)


@st.composite
def edits(draw: st.DrawFn, count: int) -> list[str]:
    """So many stored texts with much in common, the first the least edited."""
    pool = draw(st.lists(_chunks, min_size=1, max_size=5))
    pool += [with_other_letters(chunk) for chunk in pool]
    picked = st.lists(st.sampled_from(range(len(pool))), max_size=6)
    return [
        sanitise("".join(pool[number] for number in sorted(draw(picked)))) for _ in range(count)
    ]


def _sections(content: dict[str, Any]) -> Iterator[str]:
    for section in content["sections"]:
        yield section["html"]
        yield from _sections(section)


EXAMPLE_TEXTS = [
    html
    for file in sorted(EXAMPLES.glob("*.json"))
    for html in _sections(json.loads(file.read_text()))
    if html
]
