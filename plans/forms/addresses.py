"""Names with e-mail addresses, one a line, as people write them in a letter's head."""

import re
from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from plans.deciding.versions import Addressee

LONGEST_NAME = 120
AS = "Skriv namn och adress, till exempel Försäkringskassan <kontakt@myndighet.se>."
_LINE = re.compile(r"(?P<name>[^<>]+?)\s*(?:<\s*(?P<within>[^<>]*?)\s*>|,\s*(?P<after>[^,<>]*))")


def addressees_in(text: str) -> list[Addressee]:
    """Whom the lines name: "Namn <adress>" or "Namn, adress"; empty lines are passed over.

    Raises ValidationError with one message for each line that is wrong.
    """
    found, wrong = list[Addressee](), list[str]()
    for line in _lines(text):
        read = _read(line)
        if isinstance(read, Addressee):
            found.append(read)
        else:
            wrong.append(read)
    if wrong:
        raise ValidationError(wrong)
    return found


def as_lines(people: list[Addressee]) -> str:
    """The same as text."""
    return "\n".join(f"{one.name} <{one.address}>" for one in people)


def _lines(text: str) -> Iterator[str]:
    return filter(None, (" ".join(line.split()) for line in text.splitlines()))


def _read(line: str) -> Addressee | str:
    """Whom a line names, or what is wrong with it."""
    match = _LINE.fullmatch(line)
    if match is None:
        return f"”{line}” går inte att läsa. {AS}"
    name, address = match["name"].strip('" '), (match["within"] or match["after"] or "").strip()
    if not name:
        return f"”{line}” saknar namn. {AS}"
    if len(name) > LONGEST_NAME:
        return f"Namnet i ”{line[:40]}…” är för långt. Skriv högst {LONGEST_NAME} tecken."
    try:
        validate_email(address)
    except ValidationError:
        return f"”{address}” är ingen e-postadress. {AS}"
    return Addressee(name=name, address=address)
