"""Footnotes on a clipboard: a link in the text, and the note in a box at the end."""

import re
from collections.abc import Mapping

from lxml.etree import _Element as Element

Notes = Mapping[str, Element]
"""The notes by the addresses ("#_ftn1") that lead to them."""

_NOTE = re.compile(r"_?(?:ftn|edn)\d+|sd(?:foot|end)note\d+")
_WAY_BACK = re.compile(r"#_?(?:ftnref|ednref)\d+|#sd(?:foot|end)note\d+anc")


def taken_notes(root: Element) -> Notes:
    """Takes the notes out of the tree."""
    notes: dict[str, Element] = {}
    for box in [box for box in root.iter("div") if _NOTE.fullmatch(box.get("id", ""))]:
        notes |= dict.fromkeys(_addresses(box), box)
        _drop_ways_back(box)
        _take(box)
    return notes


def _addresses(box: Element) -> set[str]:
    names = {box.get("id", ""), "_" + box.get("id", "")}
    for anchor in box.iter("a"):
        names |= {anchor.get("name", ""), anchor.get("id", "")}
    return {f"#{name}" for name in names if name}


def _drop_ways_back(box: Element) -> None:
    for anchor in list(box.iter("a")):
        if _WAY_BACK.fullmatch(anchor.get("href", "")):
            _take(anchor)


def _take(element: Element) -> None:
    """Takes an element out; what follows it stays."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    element.tail = None
    parent.remove(element)
