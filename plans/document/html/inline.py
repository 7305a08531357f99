"""The inside of a paragraph: runs of text with marks, written in one order (a, strong, em)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element as Element

from plans.document.html.allowed import FOOTNOTE

_SPACE = re.compile("[ \t\n\r\f]+")


class Marks(NamedTuple):
    """What a run stands in: the link's address or "", and whether it is strong, emphasised."""

    href: str = ""
    strong: bool = False
    em: bool = False


PLAIN = Marks()


class Run(NamedTuple):
    """Text, or one thing among the text: a line break, a figure reference, a footnote."""

    marks: Marks
    text: str = ""
    figure: str = ""
    note: "Inline | None" = None


@dataclass(slots=True)
class Inline:
    """Runs collected one by one. White space collapses as a browser shows it."""

    runs: list[Run] = field(default_factory=list)

    def add_text(self, text: str, marks: Marks) -> None:
        text = _SPACE.sub(" ", text)
        if self._swallows_space():
            text = text.removeprefix(" ")
        if text:
            self.runs.append(Run(marks, text))

    def add_break(self) -> None:
        self._strip_end()
        self.runs.append(Run(PLAIN))

    def add_figure(self, reference: str, marks: Marks) -> None:
        # Only text stands in a link: a tagged PDF allows nothing else.
        self.runs.append(Run(marks._replace(href=""), figure=reference))

    def add_note(self, note: "Inline") -> None:
        """Adds a footnote, without the marks around it; nothing where the note is empty."""
        if note.finish():
            self.runs.append(Run(PLAIN, note=note))

    def finish(self) -> bool:
        """Drops space and line breaks at the end; says whether anything is left."""
        self._strip_end()
        while self.runs and self._is_break(self.runs[-1]):
            self.runs.pop()
            self._strip_end()
        return bool(self.runs)

    def write(self, parent: Element) -> None:
        """Writes the runs into the element."""
        _write(parent, _joined(self.runs), Marks._fields)

    def _swallows_space(self) -> bool:
        return not self.runs or self._is_break(self.runs[-1]) or self.runs[-1].text[-1:] == " "

    def _strip_end(self) -> None:
        if self.runs and self.runs[-1].text.endswith(" "):
            last = self.runs.pop()
            if last.text != " ":
                self.runs.append(last._replace(text=last.text[:-1]))

    @staticmethod
    def _is_break(run: Run) -> bool:
        return not (run.text or run.figure or run.note)


def append_text(parent: Element, text: str) -> None:
    """Adds text at the end of the element's content."""
    # The length of an element is counted one by one.
    last = next(parent.iterchildren(reversed=True), None)
    if last is not None:
        last.tail = (last.tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def _joined(runs: Iterable[Run]) -> list[Run]:
    """Text of the same marks as one run, and blank text without marks. Parsers cut anywhere."""
    joined = []
    for (marks, is_text), group in groupby(runs, key=lambda run: (run.marks, bool(run.text))):
        if is_text:
            text = "".join(run.text for run in group)
            joined.append(Run(marks if text.strip() else PLAIN, text))
        else:
            joined.extend(group)
    return joined


def _write(parent: Element, runs: Iterable[Run], marks: Sequence[str]) -> None:
    if not marks:
        for run in runs:
            _write_run(parent, run)
        return
    for value, group in groupby(runs, key=lambda run: getattr(run.marks, marks[0])):
        target = parent
        if value:
            target = _mark_element(parent, marks[0], value)
        _write(target, group, marks[1:])


def _mark_element(parent: Element, mark: str, value: str | bool) -> Element:
    if isinstance(value, str):
        return etree.SubElement(parent, "a", {"href": value})
    return etree.SubElement(parent, mark)


def _write_run(parent: Element, run: Run) -> None:
    if run.text:
        append_text(parent, run.text)
    elif run.figure:
        etree.SubElement(parent, "span", {"data-figure": run.figure})
    elif run.note:
        run.note.write(etree.SubElement(parent, "span", {"class": FOOTNOTE}))
    else:
        etree.SubElement(parent, "br")
