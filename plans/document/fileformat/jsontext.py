"""Bytes to a JSON tree, with what JSON itself lets through and we do not."""

import json
from collections import Counter
from collections.abc import Iterator
from math import isinf
from typing import Any

from plans.document.fileformat.faults import Fault, FileFaults, described, pointer, shortened

MAX_BYTES = 25 * 1024 * 1024
MAX_DEPTH = 60
"""Deeper than any plan within the limits of nesting; keeps every later walk shallow."""
MAX_DIGITS = 30
ONCE = "namnet en gång"
TOO_DEEP = Fault("", f"högst {MAX_DEPTH} nivåer av listor och objekt", "fler")

Place = tuple[str | int, ...]


class Repeated(dict[str, Any]):
    """An object in which members are repeated; `names` are those."""

    names: tuple[str, ...] = ()


def tree_of(data: bytes) -> Any:
    """The JSON value in `data`. Raises FileFaults where it is no such thing."""
    try:
        return json.loads(
            _text_of(data),
            object_pairs_hook=_object,
            parse_constant=_refused_constant,
            parse_int=_whole_number,
            parse_float=_fraction,
        )
    except json.JSONDecodeError as error:
        place = f"rad {error.lineno}, tecken {error.colno}"
        raise FileFaults([Fault("", "JSON", f"något annat på {place}")]) from None
    except RecursionError:
        raise FileFaults([TOO_DEEP]) from None


def text_faults(tree: Any) -> list[Fault]:
    """Repeated members, characters that no text may hold, and too deep nesting, in file order."""
    return [fault for place, value in _walk(tree) for fault in _faults_at(place, value)]


def _text_of(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        size = f"{len(data) / 1024 / 1024:.1f} MB".replace(".", ",")
        raise FileFaults([Fault("", "högst 25 MB", size)])
    if not data.strip():
        raise FileFaults([Fault("", "en plan i JSON", "en tom fil")])
    if data.startswith(b"\xef\xbb\xbf"):
        raise FileFaults([Fault("", "UTF-8 utan byteordningsmärke (BOM)", "ett sådant först")])
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise FileFaults([Fault("", "UTF-8", f"andra tecken vid byte {error.start}")]) from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) == len(pairs):
        return members
    counted = Counter(name for name, _ in pairs)
    repeated = Repeated(members)
    repeated.names = tuple(name for name, count in counted.items() if count > 1)
    return repeated


def _refused_constant(name: str) -> None:
    raise FileFaults([Fault("", "tal enligt JSON", name)])


def _whole_number(digits: str) -> int:
    if len(digits) > MAX_DIGITS:
        raise FileFaults([_too_large(digits)])
    return int(digits)


def _fraction(text: str) -> float:
    number = float(text)
    if isinf(number):
        raise FileFaults([_too_large(text)])
    return number


def _too_large(number: str) -> Fault:
    return Fault("", f"tal med högst {MAX_DIGITS} siffror", f"talet {shortened(number)}")


def _walk(tree: Any) -> Iterator[tuple[Place, Any]]:
    stack: list[tuple[Place, Any]] = [((), tree)]
    while stack:
        place, value = stack.pop()
        yield place, value
        if len(place) <= MAX_DEPTH:
            stack.extend((((*place, name), below) for name, below in _members(value)))


def _members(value: Any) -> list[tuple[str | int, Any]]:
    """What is directly below a value, last first, as a stack wants it."""
    if isinstance(value, dict):
        return list(value.items())[::-1]
    return [*reversed([*enumerate(value)])] if isinstance(value, list) else []


def _faults_at(place: Place, value: Any) -> Iterator[Fault]:
    if len(place) > MAX_DEPTH:
        yield Fault(pointer(*place), TOO_DEEP.expected, TOO_DEEP.found)
    if isinstance(value, Repeated):
        for name in value.names:
            yield Fault(pointer(*place, name), ONCE, "det flera gånger")
    if isinstance(value, str) and not is_storable(value):
        yield Fault(pointer(*place), "text utan NUL och halva surrogatpar", described(value))
    if isinstance(value, dict):
        for name in value:
            if not is_storable(name):
                yield Fault(pointer(*place), "namn utan NUL och halva surrogatpar", described(name))


def is_storable(text: str) -> bool:
    """Whether a text can be written as UTF-8 and kept by PostgreSQL."""
    if "\0" in text:
        return False
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
