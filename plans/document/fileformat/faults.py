"""What is wrong with a file: where, what was expected, what stood there."""

from collections.abc import Iterable
from dataclasses import dataclass

LONGEST_QUOTE = 60
SHOWN = 500
"""Faults that are written out; nobody reads more, and some files have a million."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault. `pointer` is a JSON pointer (RFC 6901); `expected` and `found` are Swedish."""

    pointer: str
    expected: str
    found: str

    def __str__(self) -> str:
        return f"{self.pointer or '(hela filen)'}: väntade {self.expected}, fick {self.found}"


class FileFaults(ValueError):
    """A file that cannot be used, with every fault that was seen."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        lines = [str(fault) for fault in self.faults[:SHOWN]]
        if len(self.faults) > SHOWN:
            lines.append(f"… och {len(self.faults) - SHOWN} fel till.")
        super().__init__("\n".join(lines))


def pointer(*parts: str | int) -> str:
    """The JSON pointer of a place: `pointer("budget", 0, "a/b")` is "/budget/0/a~1b"."""
    return "".join(
        "/" + writable(str(part)).replace("~", "~0").replace("/", "~1") for part in parts
    )


def described(value: object) -> str:
    """A JSON value in Swedish, short enough for a message."""
    if isinstance(value, str):
        return f'texten "{shortened(value)}"'
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"talet {shortened(str(value))}"
    if value is None:
        return "null"
    return "en lista" if isinstance(value, list | tuple) else "ett objekt"


def first_difference(one: str, other: str) -> int:
    """Where two texts begin to differ."""
    for index, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return index
    return min(len(one), len(other))


def shortened(text: str) -> str:
    """A text as a message can hold it: without half characters, and not long."""
    printable = writable(text)
    if len(printable) <= LONGEST_QUOTE:
        return printable
    return printable[:LONGEST_QUOTE] + "…"


def writable(text: str) -> str:
    """A text that any terminal takes: NUL and half surrogate pairs stand as their numbers."""
    return text.encode("utf-8", "backslashreplace").decode().replace("\0", "\\u0000")
