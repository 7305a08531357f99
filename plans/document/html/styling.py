"""What the style attributes of a clipboard's HTML say of the text."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from plans.document.html.inline import Marks

_LIST = re.compile(r"(l\d+)\s+level(\d)\s+(lfo\d+)")


class ListPlace(NamedTuple):
    """Where Word says that a paragraph stands in a list. The uppermost depth is 0."""

    depth: int
    series: str


def style_of(attributes: Mapping[str, str]) -> dict[str, str]:
    """The declarations of a style attribute, names and values in small letters."""
    pairs = (part.partition(":") for part in attributes.get("style", "").split(";"))
    return {name.strip().lower(): value.strip().lower() for name, _, value in pairs}


def marked(marks: Marks, style: Mapping[str, str]) -> Marks:
    """The marks as the style changes them."""
    weight, slant = style.get("font-weight", ""), style.get("font-style", "")
    if weight:
        is_heavy = weight.isdigit() and int(weight) >= 600
        marks = marks._replace(strong=is_heavy or weight in {"bold", "bolder"})
    if slant:
        marks = marks._replace(em=slant in {"italic", "oblique"})
    return marks


def is_hidden(style: Mapping[str, str]) -> bool:
    """Whether a browser or Word would not show it."""
    return (
        style.get("display") == "none"
        or style.get("mso-hide") == "all"
        or style.get("mso-element") == "comment-list"
    )


def is_list_mark(style: Mapping[str, str]) -> bool:
    """Whether it is the bullet or number that Word writes before an item."""
    return style.get("mso-list") == "ignore"


def list_place(style: Mapping[str, str]) -> ListPlace | None:
    """The item's place in Word's list, or None where it is in none."""
    found = _LIST.search(style.get("mso-list", ""))
    return ListPlace(int(found[2]) - 1, f"{found[1]} {found[3]}") if found else None
