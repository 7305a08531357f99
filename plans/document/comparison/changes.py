"""What changed inside a paragraph, word by word."""

from collections.abc import Iterable, Iterator, Sequence

from plans.document.comparison.inline import (
    ADDED,
    REMOVED,
    SAME,
    Piece,
    Shown,
    inline_html,
    note_html,
    shown,
)
from plans.document.comparison.sequences import Pair, Run, laid_out, paired, runs
from plans.document.comparison.tokens import is_word, tokens
from plans.document.html.inline import PLAIN

_SHORT = 5
"""A word of so few characters, its spaces with it, is no landmark between two changes."""


def changes_html(before: Iterable[Piece], after: Iterable[Piece]) -> str:
    """The inside of a paragraph with what was removed in <del>, what was added in <ins>."""
    return inline_html(_changes(tuple(tokens(before)), tuple(tokens(after))))


def paragraphs_html(before: Iterable[Piece], after: Iterable[Piece]) -> Iterator[str]:
    """The insides of paragraphs that are compared as one text, with `END` between them.

    An end that was added is an <ins> without content in its paragraph's last place; one that was
    removed is such a <del> within the paragraph that both became.
    """
    parts: list[Shown] = []
    for part in _changes(tuple(tokens(before)), tuple(tokens(after))):
        if part.html:
            parts.append(part)
            continue
        if part.state:
            parts.append(Shown(SAME, PLAIN, f"<{part.state}></{part.state}>"))
        if part.state != REMOVED:
            yield inline_html(parts)
            parts = []
    yield inline_html(parts)


def _changes(before: Sequence[Piece], after: Sequence[Piece]) -> Iterator[Shown]:
    for run in _readable(_slid(runs(before, after))):
        if run.is_equal:
            yield from map(shown, run.after)
        else:
            yield from _changed(run.before, run.after)


def _changed(before: Sequence[Piece], after: Sequence[Piece]) -> Iterator[Shown]:
    for left, right in laid_out(before, after, _notes_paired(before, after)):
        if left and right:
            yield Shown(SAME, PLAIN, note_html(changes_html(left.note, right.note)))
        elif left:
            yield shown(left, REMOVED)
        elif right:
            yield shown(right, ADDED)


def _notes_paired(before: Sequence[Piece], after: Sequence[Piece]) -> list[Pair]:
    """The footnotes that took each other's places."""
    left = [place for place, piece in enumerate(before) if piece.note]
    right = [place for place, piece in enumerate(after) if piece.note]
    return [(left[b], right[a]) for b, a in paired(left, right, lambda b, a: 1)]


def _slid(found: list[Run[Piece]]) -> list[Run[Piece]]:
    """Additions and removals as far on as they read the same: a sentence with its own full stop."""
    slid = list(found)
    for place in range(1, len(found) - 1):
        is_last = place + 2 == len(found)
        steps = _steps(slid[place], slid[place + 1], is_last=is_last)
        if steps:
            slid[place - 1 : place + 2] = _moved(slid[place - 1 : place + 2], steps)
    return [run for run in slid if run.before or run.after]


def _steps(change: Run[Piece], following: Run[Piece], *, is_last: bool) -> int:
    """How many of the pieces after it a change may pass: not all, or two changes would meet."""
    if change.is_equal or _is_replacement(change):
        return 0
    pieces = [*change.before, *change.after, *following.before]
    most = len(following.before) - (not is_last)
    steps = 0
    while steps < most and pieces[steps] == following.before[steps]:
        steps += 1
    return steps


def _moved(around: Sequence[Run[Piece]], steps: int) -> Iterator[Run[Piece]]:
    previous, change, following = around
    passed, rest = following.before[:steps], following.before[steps:]
    yield _joined(previous, Run(True, passed, passed))._replace(is_equal=True)
    yield Run(False, _rotated(change.before, passed), _rotated(change.after, passed))
    yield Run(True, rest, rest)


def _rotated(pieces: Sequence[Piece], passed: Sequence[Piece]) -> Sequence[Piece]:
    return [*pieces, *passed][len(passed) :] if pieces else pieces


def _readable(found: Iterable[Run[Piece]]) -> Iterator[Run[Piece]]:
    """The runs without the equal ones that would chop two replacements into confetti."""
    waiting: list[Run[Piece]] = []
    for run in found:
        if len(waiting) == 2 and _is_replacement(run) and _is_replacement(waiting[0]):
            waiting = [_joined(*waiting, run)]
            continue
        if len(waiting) == 2 or (waiting and not _is_short(run)):
            yield from waiting
            waiting = []
        waiting.append(run)
    yield from waiting


def _is_replacement(run: Run[Piece]) -> bool:
    return not run.is_equal and bool(run.before) and bool(run.after)


def _is_short(run: Run[Piece]) -> bool:
    text = "".join(piece.text for piece in run.before)
    is_all_text = all(piece.text for piece in run.before)
    return (
        run.is_equal and is_all_text and len(text) <= _SHORT and sum(map(is_word, run.before)) < 2
    )


def _joined(*parts: Run[Piece]) -> Run[Piece]:
    before = [piece for part in parts for piece in part.before]
    after = [piece for part in parts for piece in part.after]
    return Run(False, before, after)
