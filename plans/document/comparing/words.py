"""Words that several kinds of changes are told with."""

from collections.abc import Iterator
from typing import NamedTuple

from plans.document.comparing.change import Change, Kind, Subject
from plans.document.comparison.words import marked_plain

ARROW = "\u00a0→ "
_LONGEST = 90


class Field(NamedTuple):
    """One thing that is said of something: by which word, and what before and after."""

    label: str
    before: str
    after: str


def quoted(text: str) -> str:
    """Words in Swedish quotation marks, on one line and of a length that a sentence can bear."""
    line = " ".join(text.split())
    if len(line) > _LONGEST:
        line = line[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,.;:–") + " …"
    return f"”{line}”"


def named(word: str, text: str) -> str:
    """ "Målet ”Tydlig inriktning”"; only the word where there is nothing to call it by."""
    return f"{word} {quoted(text)}" if text.strip() else f"{word} utan namn"


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def arrow(before: str, after: str, nothing: str = "inget") -> str:
    """What it was and what it is."""
    return f"{before or nothing}{ARROW}{after or nothing}"


def same_words(before: str, after: str) -> bool:
    """Whether two plain texts differ in nothing but spaces."""
    return before.split() == after.split()


def marked_words(before: str, after: str) -> str:
    """Two plain texts as one with marks, line by line; spaces are no change."""
    return marked_plain(*map(_settled, (before, after)))


def field_changes(subject: Subject, key: object, name: str, *fields: Field) -> Iterator[Change]:
    """A change for each field that is not what it was."""
    for field in fields:
        if not same_words(field.before, field.after):
            yield Change(
                subject=subject,
                kind=Kind.CHANGED,
                key=str(key),
                sentence=f"{name}, {field.label}: {arrow(field.before, field.after)}",
                old=field.before,
                new=field.after,
            )


def text_change(
    subject: Subject, key: object, sentence: str, before: str, after: str
) -> Iterator[Change]:
    """A change of words, with the words marked; none where only spaces differ."""
    if not same_words(before, after):
        yield Change(
            subject=subject,
            kind=Kind.CHANGED,
            key=str(key),
            sentence=sentence,
            old=before,
            new=after,
            html=marked_words(before, after),
        )


def _settled(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)
